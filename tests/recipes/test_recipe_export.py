"""recipes:recipe.export: one recipe as a file for other programs."""

import json
from decimal import Decimal

import pytest
from django.test import Client

from accounts.models import Household, User
from recipes.importers import read_recipes
from recipes.models import Recipe
from tests.conftest import ClientOf
from tests.factories import RecipeFactory
from tests.recipes.outgoing import opened

LINES, STEPS = "500 g flour\n2 eggs\nSauce:\n1 onion", "Mix the flour with the eggs.\n\nSauce:\n\nFry the onion."


@pytest.fixture
def pie(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(
        household=household,
        name='Käse "pie" <script>alert(1)</script>',
        lines=LINES,
        steps=STEPS,
        servings=4,
        cook_minutes=90,
        tags=["cheese"],
    )
    return made


def taken(client: Client, recipe: Recipe, how: str) -> bytes:
    answer = client.get(f"/h/{recipe.household.code}/recipes/{recipe.pk}/export/", {"format": how})
    assert answer.status_code == 200
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith('attachment; filename="kase-pie-script-alert-1-script.')
    return answer.content


def test_linked_data(pie: Recipe, alice: User, client_of: ClientOf) -> None:
    node = json.loads(taken(client_of(alice), pie, "jsonld"))
    assert (node["@type"], node["name"], node["cookTime"], node["recipeYield"]) == ("Recipe", pie.name, "PT1H30M", "4")
    assert node["recipeInstructions"][1]["itemListElement"] == [{"@type": "HowToStep", "text": "Fry the onion."}]


@pytest.mark.parametrize("how", ["cooklang", "markdown"])
def test_text_that_comes_in_again(pie: Recipe, alice: User, client_of: ClientOf, how: str) -> None:
    (draft,) = read_recipes(taken(client_of(alice), pie, how)).recipes
    lines = [(section.name, sorted(section.lines)) for section in draft.ingredients]
    assert lines == [("", ["2 eggs", "500 g flour"]), ("Sauce", ["1 onion"])]
    assert [section.lines for section in draft.steps] == [["Mix the flour with the eggs."], ["Fry the onion."]]
    assert (draft.servings, draft.cook_minutes, draft.tags) == (Decimal(4), 90, ["cheese"])


def test_our_zip(pie: Recipe, guest: User, client_of: ClientOf) -> None:
    ((recipe,), files) = opened(taken(client_of(guest), pie, "zip"))
    assert (recipe["kitchen_recipe"], recipe["content"]["name"], files) == (1, pie.name, {})


@pytest.mark.parametrize("how", ["pdf", "", "../etc", "__class__"])
def test_other_formats_are_not_there(pie: Recipe, alice: User, client_of: ClientOf, how: str) -> None:
    url = f"/h/{pie.household.code}/recipes/{pie.pk}/export/"
    assert client_of(alice).get(url, {"format": how}).status_code == 404


def test_strangers_take_nothing(pie: Recipe, stranger: User, client_of: ClientOf) -> None:
    assert client_of(stranger).get(f"/h/{pie.household.code}/recipes/{pie.pk}/export/").status_code == 404
