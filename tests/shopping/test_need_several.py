"""shopping:need.several: what several dishes lack together, each amount on the shelves counted once."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from recipes.models import Recipe
from shopping.models import ItemReason, ShoppingList
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import StockItemFactory
from tests.factories.recipes import RecipeFactory
from tests.shopping.rows import rows


@pytest.fixture
def dishes(household: Household) -> list[Recipe]:
    """Both need rice, of which there is enough for one."""
    StockItemFactory(household=household, name="Rice", amount=Decimal(500), unit="g")
    kinds = {"Risotto": "400 g rice\n2 leeks\n100 g parmesan (optional)", "Paella": "0.5 kg rice\n1 lemon\n1 leek"}
    return [
        RecipeFactory(household=household, name=name, servings=Decimal(4), lines=lines) for name, lines in kinds.items()
    ]


def url(household: Household, dishes: list[Recipe], more: str = "") -> str:
    asked = "&".join(f"dish={dish.pk}" for dish in dishes)
    return f"/h/{household.code}/shopping/need/?{asked}{more}"


def words(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def line(dish: Recipe, name: str) -> Any:
    with as_owner():
        return dish.ingredients.get(name__icontains=name).pk


def test_what_is_here_counts_once(household: Household, dishes: list[Recipe], bob: User, client_of: ClientOf) -> None:
    page = words(client_of(bob), url(household, dishes))
    assert "needs 900 g, 500 g here, buy 400 g" in page
    assert "needs 3, none here" in page
    assert 'Risotto <b class="num">400 g</b>' in page
    assert 'Paella <b class="num">500 g</b>' in page
    for_more = words(client_of(bob), url(household, dishes, f"&for-{dishes[0].pk}=8"))
    assert "needs 1.3 kg, 500 g here, buy 800 g" in for_more
    assert "8 people" in for_more


def test_each_dish_is_a_reason_with_its_share(
    household: Household, dishes: list[Recipe], saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    client, address = client_of(bob), url(household, dishes)
    chosen = [line(dishes[0], "rice"), line(dishes[0], "leek"), line(dishes[1], "lemon")]
    data = {"id": new_id(), "chosen": chosen, "shopping_list": saturday.pk}
    for _ in range(2):
        assert client.post(address, data)["Location"].endswith(f"/lists/{saturday.pk}/")
    said = words(client, f"/h/{household.code}/shopping/lists/{saturday.pk}/")
    assert "3 things for 2 dishes are on Saturday shop." in said
    assert rows(saturday) == [("Leeks", 3, "piece"), ("Lemon", 1, "piece"), ("Rice", Decimal("0.4"), "kg")]
    with as_owner():
        reasons = {(one.recipe.name, one.item.name): one.quantity for one in ItemReason.objects.all()}
    assert reasons["Risotto", "Leeks"] == 2
    assert reasons["Paella", "Leeks"] == 1
    assert reasons["Paella", "Rice"] == Decimal("0.4")
    again = words(client, address)
    assert "on the list for these dishes already" in again
    with as_owner():
        done = Activity.objects.get(verb="item.needed_together")
    assert client.post(f"/h/{household.code}/feed/{done.pk}/undo/").status_code == 302
    assert rows(saturday) == []


def test_what_may_be_left_out_is_not_proposed(
    household: Household, dishes: list[Recipe], bob: User, client_of: ClientOf
) -> None:
    page = words(client_of(bob), url(household, dishes))
    assert f'value="{line(dishes[0], "parmesan")}" >' in page
    assert f'value="{line(dishes[0], "rice")}" checked>' in page


def test_bad_input(
    household: Household, dishes: list[Recipe], saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    for wrong in ({"chosen": [new_id()]}, {"chosen": "x"}, {"shopping_list": new_id()}, {"id": "x"}):
        assert client.post(url(household, dishes), {"id": new_id(), **wrong}).status_code == 422
    assert client.post(url(household, dishes), {"id": new_id()}).status_code == 302
    assert rows(saturday) == []
    for odd in ("dish=x", f"dish={new_id()}", "", "dish="):
        answer = client.get(f"/h/{household.code}/shopping/need/?{odd}")
        assert answer["Location"].endswith("/need/choose/")
    assert "4 people" in words(client, url(household, dishes, f"&for-{dishes[0].pk}=-3"))


def test_as_many_queries_for_more_dishes(
    household: Household, dishes: list[Recipe], bob: User, client_of: ClientOf
) -> None:
    client, counts = client_of(bob), []
    client.get(url(household, dishes))
    for some in (dishes[:1], dishes):
        with CaptureQueriesContext(connection) as seen:
            client.get(url(household, some))
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_dishes_of_others_are_none(
    household: Household,
    dishes: list[Recipe],
    guest: User,
    stranger: User,
    other_household: Household,
    client_of: ClientOf,
) -> None:
    assert client_of(guest).get(url(household, dishes)).status_code == 403
    assert client_of(stranger).get(url(household, dishes)).status_code == 404
    assert "/choose/" in client_of(stranger).get(url(other_household, dishes))["Location"]
