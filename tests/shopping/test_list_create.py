"""shopping:list.create, shopping:list.edit, shopping:list.archive"""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from shopping.models import ShoppingList, Store
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories.shopping import ShoppingListFactory
from tests.shopping.rows import on_list


def url(household: Household, rest: str = "new/") -> str:
    return f"/h/{household.code}/shopping/lists/{rest}"


def words(**others: Any) -> dict[str, Any]:
    return {"id": new_id(), "name": "The market", "emoji": "🥕", **others}


def undo(client: Client, household: Household) -> int:
    with as_owner():
        newest = Activity.objects.filter(household=household).latest("number")
    return client.post(f"/h/{household.code}/feed/{newest.pk}/undo/").status_code


def test_a_list_is_begun_once_and_taken_back(household: Household, bob: User, client_of: ClientOf) -> None:
    client, same = client_of(bob), words()
    assert [client.post(url(household), same).status_code for _ in range(2)] == [302, 302]
    with as_owner():
        made = ShoppingList.objects.get(household=household)
        assert (made.name, made.emoji, made.added_by_id) == ("The market", "🥕", bob.pk)
    assert undo(client, household) == 302
    with as_owner():
        assert ShoppingList.objects.get().archived_at


def test_a_list_with_something_on_it_is_not_taken_back(household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    client.post(url(household), words())
    with as_owner():
        made = ShoppingList.objects.select_related("household").get()
    on_list(made, "Milk")
    assert undo(client, household) == 422


@pytest.mark.parametrize("wrong", [{"name": " "}, {"name": "x" * 61}, {"emoji": "x"}, {"id": "x"}])
def test_bad_input_is_refused(wrong: dict[str, str], household: Household, bob: User, client_of: ClientOf) -> None:
    assert client_of(bob).post(url(household), words(**wrong)).status_code == 422
    with as_owner():
        assert not ShoppingList.objects.exists()


def test_the_id_of_anothers_is_not_taken_over(
    household: Household, other_household: Household, bob: User, client_of: ClientOf
) -> None:
    theirs = ShoppingListFactory(household=other_household, name="Theirs")
    assert client_of(bob).post(url(household), words(id=theirs.pk)).status_code == 302
    with as_owner():
        assert ShoppingList.objects.get(household=other_household).name == "Theirs"
        assert ShoppingList.objects.get(household=household).pk != theirs.pk


def test_renamed_with_a_picture_and_back(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    edit = url(saturday.household, f"{saturday.pk}/edit/")
    assert 'value="Saturday shop"' in client.get(edit).content.decode()
    assert client.post(edit, words(id=saturday.pk)).status_code == 302
    with as_owner():
        assert ShoppingList.objects.get().name == "The market"
    assert undo(client, saturday.household) == 302
    with as_owner():
        assert ShoppingList.objects.get().name == "Saturday shop"


def test_what_it_may_cost_and_where_it_is_bought(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client, edit = client_of(bob), url(saturday.household, f"{saturday.pk}/edit/")
    assert 'name="store"' not in client.get(edit).content.decode()
    with as_owner():
        store = Store.objects.create(household=saturday.household, name="Corner shop")
    assert "Corner shop" in client.get(edit).content.decode()
    same = words(id=saturday.pk, name="Saturday shop", emoji="🛒")
    assert client.post(edit, {**same, "budget": "49,50", "store": store.pk}).status_code == 302
    with as_owner():
        kept = ShoppingList.objects.get()
        assert (kept.budget, kept.store_id) == (Decimal("49.50"), store.pk)
    for wrong in ({"budget": "0"}, {"budget": "much"}, {"store": new_id()}):
        assert client.post(edit, {**same, **wrong}).status_code == 422
    assert undo(client, saturday.household) == 302
    with as_owner():
        kept = ShoppingList.objects.get()
        assert (kept.budget, kept.store_id) == (None, None)


def test_put_aside_and_brought_back(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    aside = url(saturday.household, f"{saturday.pk}/archive/")
    assert [client.post(aside).status_code for _ in range(2)] == [302, 302]
    home = client.get(f"/h/{saturday.household.code}/shopping/").content.decode()
    assert "Saturday shop has been put aside." in home
    assert "Nothing to buy" in home
    assert undo(client, saturday.household) == 302
    assert client.get(f"/h/{saturday.household.code}/shopping/").status_code == 302


def test_nothing_is_added_to_a_list_that_is_put_aside(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    client = client_of(bob)
    client.post(url(saturday.household, f"{saturday.pk}/archive/"))
    items = f"/h/{saturday.household.code}/shopping/items/"
    line = {"id": new_id(), "shopping_list": saturday.pk, "line": "bread"}
    assert client.post(f"{items}new/", line).status_code == 422
    for verb in ("remove", "edit"):
        assert client.post(f"{items}{milk.pk}/{verb}/", {"name": "Oat milk"}).status_code == 422


def test_guests_begin_and_rename_nothing(saturday: ShoppingList, guest: User, client_of: ClientOf) -> None:
    client = client_of(guest)
    for path in ("new/", f"{saturday.pk}/edit/", f"{saturday.pk}/archive/"):
        assert client.post(url(saturday.household, path), words()).status_code == 403
