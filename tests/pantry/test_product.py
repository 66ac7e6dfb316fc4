"""pantry:product.index, pantry:product.show, pantry:product.create, pantry:product.edit, pantry:product.delete."""

from typing import Any

import pytest

from accounts.models import Activity, Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.models import Product, ProductBarcode
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ProductFactory, StockItemFactory
from tests.pantry.shopping_bag import CHEESE, OATS, TOMATOES, bought

NONE = {
    "energy": "",
    "fat": "",
    "saturated_fat": "",
    "carbohydrate": "",
    "sugars": "",
    "fibre": "",
    "protein": "",
    "salt": "",
}


def url(household: Household, rest: str = "") -> str:
    return f"/h/{household.code}/pantry/products/{rest}"


def told(**more: Any) -> dict[str, Any]:
    plain = {"id": new_id(), "name": "Rolled oats", "brand": "Mill", "pack": "500 g", "kind": "", "storage": ""}
    return {**plain, "opened_days": "", "codes": OATS, "note": "", **NONE, **more}


@pytest.fixture
def oats(household: Household, alice: User, guest: User) -> Product:
    with tenancy.scope(household=household.pk, person=alice.pk):
        return bought(household, alice, brand="Mill")


def test_a_product_is_added_by_hand_once(household: Household, alice: User, client_of: ClientOf) -> None:
    client, same = (
        client_of(alice),
        told(codes=f"{OATS}\n9638 5074", kind="porridge oats", salt="0,05", opened_days="30"),
    )
    for _ in range(2):
        response = client.post(url(household, "new/"), same, follow=True)
    html = response.content.decode()
    for words in ("Mill Rolled oats", "500 g", OATS, TOMATOES, "Sodium", "20 mg"):
        assert words in html
    with as_owner():
        product = Product.objects.get()
        assert product.shelf_life == {"fridge.opened": 30}
        assert ProductBarcode.objects.count() == 2
        assert Activity.objects.filter(verb="product.added").count() == 1


def test_a_code_comes_along(household: Household, alice: User, client_of: ClientOf) -> None:
    assert f"{OATS}</textarea>" in client_of(alice).get(url(household, "new/"), {"code": OATS}).content.decode()


def test_it_is_changed_and_that_can_be_taken_back(
    household: Household, alice: User, client_of: ClientOf, oats: Product
) -> None:
    client = client_of(alice)
    page = client.get(url(household, f"{oats.pk}/edit/")).content.decode()
    assert f"{OATS}</textarea>" in page
    assert 'value="500 g"' in page
    client.post(url(household, f"{oats.pk}/edit/"), told(name="Fine oats", codes="", energy="370", storage="fridge"))
    with as_owner():
        oats.refresh_from_db()
        assert (oats.name, oats.storage, oats.nutrition) == ("Fine oats", "fridge", {"energy": "370"})
        assert not ProductBarcode.objects.exists()
        line = Activity.objects.get(verb="product.changed")
    client.post(f"/h/{household.code}/feed/{line.pk}/undo/")
    with as_owner():
        oats.refresh_from_db()
        assert (oats.name, oats.nutrition) == ("Rolled oats", {})
        assert ProductBarcode.objects.get().product == oats


def test_figures_that_are_not_on_a_package_stay(household: Household, alice: User, client_of: ClientOf) -> None:
    figures = {"energy": "90", "iron": "4.5", "sodium": "8"}
    product = ProductFactory(household=household, nutrition=figures, source="off")
    client = client_of(alice)
    shown = {"energy": "90", "salt": "0.02"}
    client.post(url(household, f"{product.pk}/edit/"), told(**shown))
    with as_owner():
        product.refresh_from_db()
        assert (product.nutrition, product.source) == (figures, "off")
    client.post(url(household, f"{product.pk}/edit/"), told(**{**shown, "fat": "1"}))
    with as_owner():
        product.refresh_from_db()
        assert product.nutrition == {**figures, "fat": "1"}
        assert product.source == "own"


def test_whose_data_it_is_stands_there(household: Household, alice: User, client_of: ClientOf) -> None:
    theirs = ProductFactory(household=household, source="off", source_url="https://world.openfoodfacts.org/product/1")
    html = client_of(alice).get(url(household, f"{theirs.pk}/")).content.decode()
    assert "Open Database License" in html
    assert 'href="https://world.openfoodfacts.org/product/1"' in html


def test_forgotten_its_codes_are_free_and_its_lots_stay(
    household: Household, alice: User, client_of: ClientOf, oats: Product
) -> None:
    lot = StockItemFactory(household=household, name="Oats", product=oats)
    client = client_of(alice)
    assert "Forget Rolled oats?" in client.get(url(household, f"{oats.pk}/delete/")).content.decode()
    client.post(url(household, f"{oats.pk}/delete/"))
    assert client.get(url(household, f"{oats.pk}/")).status_code == 404
    assert client.get(f"/h/{household.code}/pantry/stock/{lot.pk}/").status_code == 200
    client.post(url(household, "new/"), told(name="Muesli"))
    assert "Muesli" in client.get(url(household)).content.decode()


@pytest.mark.parametrize(
    ("text", "found"),
    [("oats", True), ("mill", True), ("OATS mill", True), ("4006381", True), ("tomato", False), ("\x00", True)],
)
def test_they_are_found_by_name_brand_and_code(
    text: str, found: bool, household: Household, guest: User, client_of: ClientOf, oats: Product
) -> None:
    html = client_of(guest).get(url(household), {"q": text}).content.decode()
    assert (f"/products/{oats.pk}/" in html) == found


def test_the_search_over_everything_finds_them(
    household: Household, guest: User, client_of: ClientOf, oats: Product
) -> None:
    html = client_of(guest).get(f"/h/{household.code}/search/", {"q": "mill oats"}).content.decode()
    assert f"/products/{oats.pk}/" in html


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "required"),
        ({"codes": "4006381333930"}, "The last digit does not fit"),
        ({"codes": "9780140013993"}, "number of a book"),
        ({"codes": TOMATOES}, "belongs to Tinned tomatoes"),
        ({"pack": "a heap"}, "Say what one package holds"),
        ({"pack": "0.00001 g"}, "an amount above nothing"),
        ({"pack": "99999999999 g"}, "an amount above nothing"),
        ({"energy": "950"}, "100 g hold at most 900"),
        ({"fat": "-1"}, "100 g hold at most 100"),
        ({"salt": "NaN"}, "100 g hold at most 100"),
        ({"sugars": "much"}, "Give a number"),
        ({"opened_days": "-3"}, "greater than or equal to 0"),
        ({"storage": "attic"}, "valid choice"),
    ],
)
def test_what_cannot_be_is_refused(
    wrong: dict[str, str], sentence: str, household: Household, alice: User, client_of: ClientOf, oats: Product
) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        bought(household, alice, "Tinned tomatoes", TOMATOES)
    response = client_of(alice).post(url(household, f"{oats.pk}/edit/"), told(**{"note": "Vortle", **wrong}))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert "Vortle" in response.content.decode()


def test_a_shops_code_is_kept_without_its_price(household: Household, alice: User, client_of: ClientOf) -> None:
    client_of(alice).post(url(household, "new/"), told(name="Gouda", codes=CHEESE))
    with as_owner():
        assert ProductBarcode.objects.get().code == "02212345000005"


def test_guests_read_and_strangers_find_nothing(
    household: Household, oats: Product, guest: User, stranger: User, client_of: ClientOf
) -> None:
    assert client_of(guest).get(url(household, f"{oats.pk}/")).status_code == 200
    for rest in (f"{oats.pk}/edit/", f"{oats.pk}/delete/", "new/"):
        assert client_of(guest).post(url(household, rest), told()).status_code == 403
        assert client_of(stranger).post(url(household, rest), told()).status_code == 404
    assert client_of(stranger).get(url(household, f"{oats.pk}/")).status_code == 404


def test_a_product_of_others_is_not_ours(
    household: Household, other_household: Household, alice: User, client_of: ClientOf
) -> None:
    theirs = ProductFactory(household=other_household)
    assert client_of(alice).get(url(household, f"{theirs.pk}/")).status_code == 404
    assert client_of(alice).post(url(household, f"{theirs.pk}/edit/"), told()).status_code == 404
