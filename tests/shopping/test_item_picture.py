"""shopping:item.picture, shopping:item.edit: the picture, the price, the day, the person, which one, and the aisle."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounts.models import Activity, StoredFile, User
from kitchen.ids import new_id
from pantry.models import Product
from shopping.models import AisleChoice, ShoppingList, ShoppingListItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.rows import on_list


def url(item: ShoppingListItem, verb: str = "edit") -> str:
    return f"/h/{item.household.code}/shopping/items/{item.pk}/{verb}/"


def words(item: ShoppingListItem, **others: Any) -> dict[str, Any]:
    return {"name": item.name, "amount": "", "note": "", "category": "", **others}


def photo(side: int = 2000) -> SimpleUploadedFile:
    written = io.BytesIO()
    Image.new("RGB", (side, side // 2), "green").save(written, "JPEG")
    return SimpleUploadedFile("photo.jpg", written.getvalue(), "image/jpeg")


def now(item: ShoppingListItem) -> ShoppingListItem:
    with as_owner():
        return ShoppingListItem.objects.select_related("household").get(pk=item.pk)


def test_a_photo_is_kept_small_shown_and_taken_away(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    client = client_of(bob)
    assert client.get(url(milk, "picture")).status_code == 404
    assert client.post(url(milk), words(milk, picture=photo())).status_code == 302
    page = client.get(url(milk)).content.decode()
    kept = now(milk).picture_id
    assert f'src="{url(milk, "picture")}?v={kept}"' in page
    row = client.get(f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/").content.decode()
    assert f'src="{url(milk, "picture")}?v={kept}"' in row
    answer = client.get(f"{url(milk, 'picture')}?v={kept}")
    assert (answer["Content-Type"], "immutable" in answer["Cache-Control"]) == ("image/webp", True)
    assert Image.open(io.BytesIO(answer.content)).size == (960, 480)
    same = client.get(url(milk, "picture"), headers={"If-None-Match": answer["ETag"]})
    assert (same.status_code, same["Cache-Control"]) == (304, "private, no-cache")
    assert client.post(url(milk), words(milk, without_picture="on")).status_code == 302
    assert now(milk).picture_id is None
    with as_owner():
        told = Activity.objects.latest("number")
    assert client.post(f"/h/{saturday.household.code}/feed/{told.pk}/undo/").status_code == 302
    assert now(milk).picture_id == kept


def test_what_is_no_picture_is_refused(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    wrong = SimpleUploadedFile("photo.jpg", b"nothing of the kind", "image/jpeg")
    answer = client_of(bob).post(url(milk), words(milk, note="the blue one", picture=wrong))
    assert answer.status_code == 422
    assert "the blue one" in answer.content.decode()
    with as_owner():
        assert not StoredFile.objects.exists()


def test_strangers_see_no_picture(
    saturday: ShoppingList, bob: User, stranger: User, guest: User, client_of: ClientOf
) -> None:
    (milk,) = on_list(saturday, "Milk")
    client_of(bob).post(url(milk), words(milk, picture=photo(100)))
    assert client_of(stranger).get(url(milk, "picture")).status_code == 404
    assert client_of(guest).get(url(milk, "picture")).status_code == 200


def test_price_day_person_and_which_one(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk", linked=True)
    client = client_of(bob)
    assert 'name="product"' not in client.get(url(milk)).content.decode()
    with as_owner():
        oats = Product.objects.create(household=milk.household, name="Whole milk", brand="Alm", food_id=milk.food_id)
    assert "Alm Whole milk" in client.get(url(milk)).content.decode()
    said = {"price": "2,5", "needed_on": "2026-12-24", "assigned_to": bob.pk, "product": oats.pk}
    assert client.post(url(milk), words(milk, **said)).status_code == 302
    kept = now(milk)
    assert (kept.price, kept.needed_on) == (Decimal("2.50"), date(2026, 12, 24))
    assert (kept.assigned_to_id, kept.product_id) == (bob.pk, oats.pk)
    with as_owner():
        told = Activity.objects.latest("number")
    client.post(f"/h/{saturday.household.code}/feed/{told.pk}/undo/")
    kept = now(milk)
    assert (kept.price, kept.needed_on, kept.assigned_to_id, kept.product_id) == (None, None, None, None)


@pytest.mark.parametrize("wrong", [{"price": "much"}, {"price": "-1"}, {"needed_on": "soon"}, {"assigned_to": "x"}])
def test_bad_input_is_refused(wrong: dict[str, str], saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    assert client_of(bob).post(url(milk), words(milk, **wrong)).status_code == 422


def test_nobody_from_elsewhere_gets_it(saturday: ShoppingList, bob: User, stranger: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    assert client_of(bob).post(url(milk), words(milk, assigned_to=stranger.pk)).status_code == 422


def test_where_it_stands_is_remembered_for_its_name(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (candles,) = on_list(saturday, "Candles")
    client, household = client_of(bob), saturday.household
    client.post(url(candles), words(candles, category="15"))
    client.post(f"/h/{household.code}/shopping/items/{candles.pk}/remove/")
    client.post(f"/h/{household.code}/shopping/items/new/", {"id": new_id(), "line": "2 candles, bread"})
    with as_owner():
        again = saturday.items.select_related("household").get(name="Candles", state="open")
        assert again.category_id == 15
        assert saturday.items.get(name="Bread").category_id not in (15, None)
        assert AisleChoice.objects.get().name_key == again.name_key
    # "Everything else" is a place as well, and forgets the other.
    client.post(url(again), words(again, name="Candles", amount="2", category=""))
    assert now(again).category_id is None
    with as_owner():
        assert not AisleChoice.objects.exists()
        told = Activity.objects.latest("number")
    client.post(f"/h/{household.code}/feed/{told.pk}/undo/")
    assert now(again).category_id == 15
    with as_owner():
        assert AisleChoice.objects.get().category_id == 15
