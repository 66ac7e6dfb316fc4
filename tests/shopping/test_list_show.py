"""shopping:list.show"""

from decimal import Decimal

import pytest
from django.test import Client
from django.utils.html import strip_tags

from accounts.models import Household, User
from shopping.models import ShoppingList
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories.recipes import RecipeFactory
from tests.factories.shopping import ItemReasonFactory, ShoppingListItemFactory
from tests.shopping.rows import on_list


def url(kept: ShoppingList) -> str:
    return f"/h/{kept.household.code}/shopping/lists/{kept.pk}/"


def words(client: Client, kept: ShoppingList) -> str:
    return " ".join(client.get(url(kept)).content.decode().split())


def test_by_aisle_with_amount_and_reason(saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    more = {"shopping_list": saturday, "linked": True}
    ShoppingListItemFactory(name="Milk", quantity=Decimal("1.5"), unit="l", category_id=7, added_by=alice, **more)
    leeks = ShoppingListItemFactory(name="Leeks", quantity=2, unit="piece", category_id=2, added_by=alice, **more)
    soup = RecipeFactory(household=saturday.household, name="Leek soup")
    ItemReasonFactory(item=leeks, recipe=soup)
    on_list(saturday, "Candles")
    page = words(client_of(alice), saturday)
    assert page.index("Vegetables") < page.index("Milk, cream and eggs") < page.index("Everything else")
    assert "1.5 l" in page
    assert "for Leek soup" in page
    assert "Alice added it" in page
    assert "1 thing on this list" in page


def test_what_is_ticked_lies_in_the_basket_with_whose_tick(
    saturday: ShoppingList, alice: User, bob: User, client_of: ClientOf
) -> None:
    on_list(saturday, "Milk")
    on_list(saturday, "Rice", ticked=True, ticked_by=bob)
    page = words(client_of(alice), saturday)
    # A script counts on by itself: the numbers stand in elements of their own.
    assert "1 of 2 in the basket" in " ".join(strip_tags(page).split())
    assert page.index("Milk") < page.index("In the basket") < page.index("Rice")
    assert "Bob has it" in page


def test_nothing_and_everything(saturday: ShoppingList, alice: User, guest: User, client_of: ClientOf) -> None:
    assert "Nothing to buy" in words(client_of(alice), saturday)
    on_list(saturday, "Rice", ticked=True)
    assert "Everything is in the basket" in words(client_of(alice), saturday)
    assert "put-away" in words(client_of(alice), saturday)
    assert "put-away" not in words(client_of(guest), saturday)


def test_a_guest_ticks_and_changes_nothing_else(saturday: ShoppingList, guest: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    page = words(client_of(guest), saturday)
    assert f"items/{milk.pk}/tick/" in page
    for closed in (f"items/{milk.pk}/edit/", "items/new/", "/archive/", "lists/new/"):
        assert closed not in page


def test_long_names_and_a_hundred_things(saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    on_list(saturday, *(f"Thing {number} {'very ' * 20}long" for number in range(150)))
    assert words(client_of(alice), saturday).count('data-state="open"') == 150


def test_a_list_that_is_put_aside_says_so(saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    on_list(saturday, "Milk")
    client = client_of(alice)
    client.post(f"{url(saturday)}archive/")
    page = words(client, saturday)
    assert "This list has been put aside" in page
    assert "Milk" not in page


@pytest.mark.parametrize("path", ["", "edit/", "archive/", "put-away/"])
def test_strangers_find_nothing(
    path: str, saturday: ShoppingList, stranger: User, other_household: Household, client_of: ClientOf
) -> None:
    client = client_of(stranger)
    assert client.post(f"{url(saturday)}{path}").status_code in {404, 405}
    assert client.get(f"{url(saturday)}{path}").status_code in {404, 405}
    elsewhere = f"/h/{other_household.code}/shopping/lists/{saturday.pk}/{path}"
    assert client.get(elsewhere).status_code in {404, 405}
    assert client.post(elsewhere).status_code in {404, 405}
    with as_owner():
        assert ShoppingList.objects.get(pk=saturday.pk).archived_at is None
