"""Lists and baskets that are sent from pages which do not know what happened since."""

from typing import Any

import pytest
from django.urls import reverse

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from pantry.models import StockItem
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, RecipeFactory, ShoppingListFactory, ShoppingListItemFactory
from tests.shopping.rows import rows, state_of


@pytest.fixture
def saturday(household: Household) -> ShoppingList:
    kept: ShoppingList = ShoppingListFactory(household=household, name="Saturday shop")
    return kept


def undo_newest(household: Household, verb: str) -> str:
    with as_owner():
        told = Activity.objects.filter(household=household, verb=verb).order_by("-number")[0]
    return reverse("home:feed.undo", args=[household.code, told.pk])


def basket(item: ShoppingListItem, household: Household) -> dict[str, Any]:
    place = PlaceFactory(household=household)
    prefix = item.pk.hex
    given = {"keep": "on", "amount": "2 l", "place": str(place.pk)}
    return {"id": str(new_id()), **{f"{prefix}-{name}": value for name, value in given.items()}}


def test_a_basket_that_was_taken_back_is_put_away_again(
    household: Household, saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    """The old page is told so, a new one does it."""
    milk = ShoppingListItemFactory(shopping_list=saturday, name="Milk", linked=True, ticked=True)
    client, url = client_of(bob), reverse("shopping:put_away.create", args=[household.code, saturday.pk])
    said = basket(milk, household)
    assert client.post(url, said).status_code == 302
    assert client.post(undo_newest(household, "list.put_away")).status_code == 302
    again = client.post(url, said)
    assert again.status_code == 422
    assert "This has been taken back" in again.content.decode()
    assert state_of(milk) == ItemState.TICKED
    assert client.post(url, {**said, "id": str(new_id())}).status_code == 302
    assert state_of(milk) == ItemState.PUT_AWAY
    with as_owner():
        assert StockItem.objects.filter(household=household, finished_at=None).count() == 1


def test_a_line_that_was_taken_back_is_put_on_the_list_again(
    household: Household, saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    client, url = client_of(bob), reverse("shopping:item.create", args=[household.code])
    said = {"id": str(new_id()), "shopping_list": str(saturday.pk), "line": "2 l milk"}
    for _ in range(2):
        assert client.post(url, said).status_code == 302
    assert len(rows(saturday)) == 1
    assert client.post(undo_newest(household, "item.added")).status_code == 302
    assert rows(saturday) == []
    assert client.post(url, said).status_code == 302
    assert len(rows(saturday)) == 1


def test_what_a_dish_for_a_thousand_needs_is_no_broken_page(
    household: Household, saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    """What is on the list already, without an amount, must not grow beyond what a row can hold."""
    ShoppingListItemFactory(shopping_list=saturday, name="Flour", linked=True)
    dish = RecipeFactory(household=household, lines="999999999 g flour", servings="0.01")
    url = reverse("shopping:need.create", args=[household.code, dish.pk])
    assert client_of(bob).get(url, {"servings": "1000"}).status_code == 200
    assert client_of(bob).post(url, {"servings": "1000"}).status_code == 422
    assert rows(saturday) == [("Flour", None, "")]
