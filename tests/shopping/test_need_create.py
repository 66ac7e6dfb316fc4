"""shopping:need.create: what a dish lacks, looked at and put on a list."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from recipes.models import Recipe
from shopping.models import ItemReason, ShoppingList
from shopping.services.need import add_needs
from tests.accounts.races import at_once
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import StockItemFactory
from tests.factories.recipes import RecipeFactory
from tests.factories.shopping import ShoppingListFactory
from tests.shopping.rows import rows

LINES = "400 g rice\n2 leeks\n1 tsp salt\n1 glow stick"


@pytest.fixture
def risotto(household: Household) -> Recipe:
    StockItemFactory(household=household, name="Rice", amount=Decimal(150), unit="g")
    made: Recipe = RecipeFactory(household=household, name="Risotto", servings=Decimal(4), lines=LINES)
    return made


def url(recipe: Recipe) -> str:
    return f"/h/{recipe.household.code}/shopping/need/{recipe.pk}/"


def words(client: Client, recipe: Recipe, asked: str = "") -> str:
    return " ".join(client.get(f"{url(recipe)}{asked}").content.decode().split())


def ingredient(recipe: Recipe, name: str) -> Any:
    with as_owner():
        return recipe.ingredients.get(name__icontains=name).pk


def test_every_line_with_its_arithmetic(risotto: Recipe, bob: User, client_of: ClientOf) -> None:
    page = words(client_of(bob), risotto)
    assert "needs 400 g, 150 g here, buy 250 g" in page
    assert "needs 2, none here" in page
    assert "4 people" in page
    assert f'value="{ingredient(risotto, "rice")}" checked' in page
    assert f'value="{ingredient(risotto, "salt")}" checked' not in page


def test_for_more_people_more_is_needed(risotto: Recipe, bob: User, client_of: ClientOf) -> None:
    page = words(client_of(bob), risotto, "?servings=8")
    assert "needs 800 g, 150 g here, buy 650 g" in page
    for odd in ("?servings=0", "?servings=x", "?servings=-1", "?servings=1e99", "?servings=NaN"):
        assert "needs 400 g, 150 g here, buy 250 g" in words(client_of(bob), risotto, odd)


def test_one_press_puts_what_is_missing_on_the_list(
    risotto: Recipe, saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    answer = client.post(url(risotto))
    assert answer["Location"].endswith(f"/lists/{saturday.pk}/")
    wanted = [("Glow stick", Decimal(1), "piece"), ("Leeks", Decimal(2), "piece"), ("Rice", Decimal(250), "g")]
    assert rows(saturday) == wanted
    page = client.get(answer["Location"]).content.decode()
    assert "3 things for Risotto are on Saturday shop." in page
    assert "for Risotto" in page
    with as_owner():
        reasons = ItemReason.objects.filter(recipe=risotto)
        assert sorted(f"{reason.quantity:.0f} {reason.unit}" for reason in reasons) == ["1 piece", "2 piece", "250 g"]
    # A second press finds everything on the list already.
    client.post(url(risotto))
    assert rows(saturday) == wanted
    assert "on the list for this dish already" in words(client, risotto)
    assert "needs 800 g, 150 g here, 250 g on the list for it, buy 400 g" in words(client, risotto, "?servings=8")


def test_only_what_is_ticked_is_bought(risotto: Recipe, saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    market = ShoppingListFactory(household=risotto.household, name="The market", position=1)
    salt = ingredient(risotto, "salt")
    data = {"id": new_id(), "looked": "True", "chosen": [salt], "shopping_list": market.pk, "servings": "8"}
    for _ in range(2):
        assert client_of(bob).post(url(risotto), data).status_code == 302
    assert rows(saturday) == []
    assert rows(market) == [("Salt", Decimal(2), "tsp")]


def test_it_joins_what_is_there_and_undo_parts_it_again(
    risotto: Recipe, saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    line = {"id": new_id(), "shopping_list": saturday.pk, "line": "1 kg rice"}
    client.post(f"/h/{risotto.household.code}/shopping/items/new/", line)
    client.post(url(risotto))
    assert ("Rice", Decimal("1.25"), "kg") in rows(saturday)
    with as_owner():
        newest = Activity.objects.get(verb="item.needed")
    assert client.post(f"/h/{risotto.household.code}/feed/{newest.pk}/undo/").status_code == 302
    assert rows(saturday) == [("Rice", Decimal(1), "kg")]
    with as_owner():
        assert not ItemReason.objects.filter(item__state="open").exists()


def test_without_a_list_it_begins_one(risotto: Recipe, bob: User, client_of: ClientOf) -> None:
    answer = client_of(bob).post(url(risotto), headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "3 things for Risotto are on Shopping list." in answer.content.decode()


def test_bad_input_is_refused(risotto: Recipe, saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    for wrong in ({"chosen": ["x"]}, {"chosen": [new_id()]}, {"shopping_list": new_id()}, {"id": "x"}):
        assert client_of(bob).post(url(risotto), {"looked": "True", **wrong}).status_code == 422
    assert rows(saturday) == []


def test_it_is_for_those_who_live_here(
    risotto: Recipe, guest: User, stranger: User, other_household: Household, client_of: ClientOf
) -> None:
    for send in ("get", "post"):
        assert getattr(client_of(guest), send)(url(risotto)).status_code == 403
        elsewhere = f"/h/{other_household.code}/shopping/need/{risotto.pk}/"
        assert getattr(client_of(stranger), send)(elsewhere).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_who_press_at_once_add_it_once(risotto: Recipe, saturday: ShoppingList, alice: User, bob: User) -> None:
    def work(by: User) -> Any:
        return by, risotto.household, lambda ready: (ready(), add_needs(risotto, saturday, by=by))

    assert at_once(work(alice), work(bob)) == []
    assert ("Rice", Decimal(250), "g") in rows(saturday)
