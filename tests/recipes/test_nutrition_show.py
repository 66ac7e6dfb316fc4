"""recipes:nutrition.show: what a serving holds and costs, and how much of it is known."""

import re
from decimal import Decimal

import pytest
from django.test import Client

from accounts.models import Household, User
from recipes.models import Recipe
from tests.conftest import ClientOf
from tests.factories import RecipeFactory, StockItemFactory


def text_of(client: Client, recipe: Recipe) -> str:
    answer = client.get(f"/h/{recipe.household.code}/recipes/{recipe.pk}/nutrition/")
    assert answer.status_code == 200
    main = answer.content.decode().split('id="main"')[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.fixture
def pasta(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(
        household=household,
        name="Pasta",
        lines="400 g spaghetti\n200 g butter\n3 frumbles\nsalt\n1 egg (optional)",
        servings=4,
        label={"calories": "612 kcal", "proteinContent": "12 g", "evil": "<b>"},
    )
    return made


def kcal_in(text: str) -> Decimal:
    found = re.search(r"Energy ([\d.]+) kcal", text)
    assert found, text
    return Decimal(found.group(1))


def test_it_is_worked_out_from_the_foods(pasta: Recipe, alice: User, client_of: ClientOf) -> None:
    text = text_of(client_of(alice), pasta)
    # A hundred grams of dry pasta and fifty of butter.
    assert 690 < kcal_in(text) < 760
    assert "Estimated from 2 of 3 ingredients, 100 % of the weight that is known." in text
    assert "Not counted: frumbles." in text
    assert "Too little is known" in text
    assert re.search(r"Salt at least [\d.]+ g", text)
    assert "Calcium" in text


def test_the_label_stands_apart_as_it_was_written(pasta: Recipe, alice: User, client_of: ClientOf) -> None:
    declared = text_of(client_of(alice), pasta).split("As its source declares it")[1]
    assert "Energy 612 kcal" in declared
    assert "&lt;b&gt;" not in declared


def test_more_people_share_the_same_dish(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    two = RecipeFactory(household=household, name="Two", lines="200 g butter", servings=2)
    whole = RecipeFactory(household=household, name="Whole", lines="200 g butter")
    assert kcal_in(text_of(client, whole)) == 2 * kcal_in(text_of(client, two))
    assert "What the whole dish holds" in text_of(client, whole)


def test_what_was_paid_last_is_told_to_those_who_live_here(
    household: Household, pasta: Recipe, alice: User, guest: User, client_of: ClientOf
) -> None:
    StockItemFactory(household=household, name="butter", price="9.00", price_amount=250, price_unit="g")
    StockItemFactory(household=household, name="butter", price="2.50", price_amount=250, price_unit="g")
    StockItemFactory(household=household, name="spaghetti", price="1.00", price_amount="0.5", price_unit="kg")
    text = text_of(client_of(alice), pasta).replace("\u00a0", " ")
    assert "A serving € 0.70" in text
    assert "All of it € 2.80" in text
    assert "for 2 of 3 ingredients" in text
    assert "Without a price: frumbles." in text
    assert "What it costs" not in text_of(client_of(guest), pasta)


def test_nothing_known_is_said(household: Household, alice: User, stranger: User, client_of: ClientOf) -> None:
    odd = RecipeFactory(household=household, name="Odd", lines="3 frumbles")
    assert "nobody knows enough to say" in text_of(client_of(alice), odd)
    empty = RecipeFactory(household=household, name="Empty")
    assert "nobody knows enough to say" in text_of(client_of(alice), empty)
    assert client_of(stranger).get(f"/h/{household.code}/recipes/{odd.pk}/nutrition/").status_code == 404
