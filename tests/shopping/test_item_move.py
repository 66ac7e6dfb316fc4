"""shopping:item.move, shopping:item.repeat"""

from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, User
from kitchen.ids import new_id
from shopping.models import ItemState, ListOperation, RecurringItem, ShoppingList, ShoppingListItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ItemReasonFactory, RecipeFactory, ShoppingListFactory
from tests.shopping.rows import on_list, rows, state_of


def url(item: ShoppingListItem, verb: str = "move") -> str:
    return f"/h/{item.household.code}/shopping/items/{item.pk}/{verb}/"


@pytest.fixture
def party(saturday: ShoppingList) -> ShoppingList:
    kept: ShoppingList = ShoppingListFactory(household=saturday.household, name="Party")
    return kept


def test_moved_it_joins_what_is_there_and_goes_back(
    saturday: ShoppingList, party: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    (milk,) = on_list(saturday, "Milk", quantity=1, unit="l", linked=True, note="fresh", price=Decimal(2))
    on_list(party, "Milk", quantity=2, unit="l", linked=True)
    client, same = client_of(bob), {"id": new_id(), "to": party.pk}
    assert party.name in client.get(url(milk, "edit")).content.decode()
    assert [client.post(url(milk), same).status_code for _ in range(2)] == [302, 302]
    assert (rows(saturday), rows(party)) == ([], [("Milk", Decimal(3), "l")])
    with as_owner():
        told = Activity.objects.get(verb="item.moved")
        assert set(ListOperation.objects.values_list("shopping_list", "kind")) == {
            (saturday.pk, "remove"),
            (party.pk, "add"),
        }
    assert client.post(f"/h/{saturday.household.code}/feed/{told.pk}/undo/").status_code == 302
    assert (rows(saturday), rows(party)) == ([("Milk", Decimal(1), "l")], [("Milk", Decimal(2), "l")])


def test_all_that_is_said_of_it_goes_along(
    saturday: ShoppingList, party: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    dish = RecipeFactory(household=saturday.household, name="Punch")
    (wine,) = on_list(saturday, "Wine", ticked=True, note="red", price=Decimal(9), assigned_to=bob, category_id=7)
    ItemReasonFactory(item=wine, recipe=dish)
    client_of(bob).post(url(wine), {"id": new_id(), "to": party.pk})
    with as_owner():
        moved = party.items.select_related("household").get()
        assert (moved.note, moved.price, moved.assigned_to_id, moved.category_id) == ("red", 9, bob.pk, 7)
        assert moved.reasons.get().recipe_id == dish.pk
        told = Activity.objects.get(verb="item.moved")
    # Somebody has it by now: there it stays.
    client_of(bob).post(url(moved, "tick"))
    assert client_of(bob).post(f"/h/{saturday.household.code}/feed/{told.pk}/undo/").status_code == 422
    assert state_of(wine) == ItemState.REMOVED


def test_only_to_an_open_list_of_this_household(
    saturday: ShoppingList, other_household: Any, bob: User, stranger: User, guest: User, client_of: ClientOf
) -> None:
    (milk,) = on_list(saturday, "Milk")
    theirs = ShoppingListFactory(household=other_household)
    aside = ShoppingListFactory(household=saturday.household, archived_at="2026-01-01T00:00Z")
    for to in (theirs.pk, aside.pk, saturday.pk, "x"):
        assert client_of(bob).post(url(milk), {"id": new_id(), "to": to}).status_code == 422
    for verb in ("move", "repeat"):
        assert client_of(stranger).post(url(milk, verb)).status_code == 404
        assert client_of(guest).post(url(milk, verb)).status_code == 403
    assert rows(saturday) == [("Milk", None, "")]


def test_one_tap_and_it_is_bought_regularly(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk", quantity=2, unit="l", linked=True)
    client = client_of(bob)
    for _ in range(2):
        answer = client.post(url(milk, "repeat"), follow=True)
        assert "Milk comes by itself now: every week." in answer.content.decode()
    with as_owner():
        row = RecurringItem.objects.get()
        assert (row.name, row.quantity, row.unit, row.shopping_list_id) == ("Milk", Decimal(2), "l", saturday.pk)
        assert Activity.objects.filter(verb="recurring.added").count() == 1
