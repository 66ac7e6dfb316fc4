"""shopping:suggestion.index: what may be missing on a list, each with its reason."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Household, User
from pantry.models import Food, OwnFood
from shopping.models import ItemState, ShoppingList
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import StockItemFactory
from tests.factories.shopping import ShoppingListFactory
from tests.shopping.history import bought, weeks
from tests.shopping.rows import on_list

FRAGMENT = {"HX-Request": "true"}


def url(kept: ShoppingList) -> str:
    return f"/h/{kept.household.code}/shopping/suggestions/?shopping_list={kept.pk}"


def words(client: Client, kept: ShoppingList) -> str:
    return " ".join(client.get(url(kept), headers=FRAGMENT).content.decode().split())


@pytest.fixture
def client(alice: User, client_of: ClientOf) -> Client:
    return client_of(alice)


def test_what_is_due_again_says_its_rhythm(saturday: ShoppingList, client: Client) -> None:
    bought(saturday, "Milk", 8, 14, 20, 26, 32, quantity=Decimal(2), unit="l")
    page = words(client, saturday)
    assert "every 6 days, last 8 days ago" in page
    assert 'name="line" value="2 l Milk"' in page
    assert 'data-keys="milk"' in page


def test_too_little_or_too_odd_says_nothing(saturday: ShoppingList, client: Client) -> None:
    assert "When some things have been bought a few times" in words(client, saturday)
    bought(saturday, "Milk", 8, 14)
    bought(saturday, "Bread", 10, 11, 40, 41, 90, 91)
    bought(saturday, "Cheddar", 200, 207, 214, 221, 228)
    page = words(client, saturday)
    assert "Nothing seems to be missing" in page
    assert 'name="line"' not in page


def test_what_is_on_a_list_is_not_suggested(household: Household, saturday: ShoppingList, client: Client) -> None:
    bought(saturday, "Milk", 8, 14, 20, 26, 32)
    on_list(ShoppingListFactory(household=household, position=1), "Whole milk", food=Food.objects.get(name_key="milk"))
    assert 'name="line"' not in words(client, saturday)


def test_below_the_minimum_comes_first_and_as_much_as_is_missing(
    household: Household, saturday: ShoppingList, client: Client
) -> None:
    rice = Food.objects.get(name_key="rice")
    with as_owner():
        wish = {"minimum": Decimal(1000), "minimum_unit": "g"}
        OwnFood.objects.create(household=household, base=rice, name="rice", name_key="rice", **wish)
    StockItemFactory(household=household, name="Rice", food=rice, amount=Decimal(400), unit="g")
    bought(saturday, "Milk", 8, 14, 20, 26, 32)
    page = words(client, saturday)
    assert "400 g there, you want 1 kg" in page
    assert 'value="600 g Rice"' in page
    assert page.index("600 g Rice") < page.index("Milk")


def test_bought_along_by_habit_and_not_by_chance(saturday: ShoppingList, client: Client) -> None:
    on_list(saturday, "Tortillas", linked=True)
    bought(saturday, "Bread", *range(1, 120, 2))
    bought(saturday, "Tortillas", 15, 31, 45, 66, 87, 100)
    bought(saturday, "Avocado", 15, 31, 45, 66, 87)
    bought(saturday, "Saffron", 15, 45)
    page = words(client, saturday)
    assert "bought with Tortillas 5 times of 6" in page
    assert "Saffron" not in page
    assert "bought with Tortillas" not in page[page.index("Bread") :] if "Bread" in page else True


def test_what_was_put_on_the_shelves_is_a_purchase_once(
    household: Household, saturday: ShoppingList, client: Client
) -> None:
    bought(saturday, "Milk", 8, 14, 20, 26, 32)
    bought(saturday, "Rice", 1, 30)
    bought(saturday, "Bread", 0, state=ItemState.REMOVED)
    for name in ("Milk", "Rice"):
        StockItemFactory(household=household, name=name, food=Food.objects.get(name_key=name.lower()))
    page = " ".join(client.get(f"/h/{household.code}/shopping/bought/").content.decode().split())
    assert "6 times · every 6 days, last today" in page
    assert "2 times · last yesterday" in page
    assert "Bread" not in page


def test_as_many_queries_with_more_history(saturday: ShoppingList, client: Client) -> None:
    counts = []
    bought(saturday, "Milk", 8, 14, 20, 26, 32)
    words(client, saturday)
    for name in ("Bread", "Butter", "Coffee"):
        with CaptureQueriesContext(connection) as seen:
            words(client, saturday)
        counts.append(len(seen))
        bought(saturday, name, *weeks(6, first=7))
        on_list(saturday, f"Thing of {name}")
    assert len(set(counts)) == 1


def test_a_page_without_javascript(saturday: ShoppingList, client: Client) -> None:
    page = client.get(f"/h/{saturday.household.code}/shopping/suggestions/").content.decode()
    assert "<h1>What may be missing</h1>" in page
    assert client.get(f"/h/{saturday.household.code}/shopping/suggestions/?shopping_list=x").status_code == 200


def test_nothing_of_others_and_nothing_for_guests(
    household: Household,
    saturday: ShoppingList,
    guest: User,
    stranger: User,
    other_household: Household,
    client_of: ClientOf,
) -> None:
    bought(saturday, "Milk", 8, 14, 20, 26, 32)
    assert client_of(guest).get(url(saturday)).status_code == 403
    assert client_of(stranger).get(url(saturday)).status_code == 404
    theirs = f"/h/{other_household.code}/shopping/suggestions/"
    assert client_of(stranger).get(f"{theirs}?shopping_list={saturday.pk}").status_code == 404
    assert "Milk" not in client_of(stranger).get(theirs).content.decode()
