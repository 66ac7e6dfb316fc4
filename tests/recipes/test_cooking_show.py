"""recipes:cooking.show: a dish at the stove, for so many, in one's own units; a plain page without scripts too."""

import re

import pytest
from django.test import Client

from accounts.models import Household, User
from recipes.models import Recipe, RecipeIngredient
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory

LINES = "300 g flour\n2 eggs\n1 pinch salt\nFor the sauce:\n200 ml cream\nparsley"
STEPS = "Beat the eggs with 200 g of the flour.\n\nBake 25-30 minutes at 350°F.\n\nFor the sauce:\n\nHeat the cream."


@pytest.fixture
def cake(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(household=household, name="Cake", lines=LINES, steps=STEPS, servings=4)
    return made


def page_of(client: Client, recipe: Recipe, **asked: str) -> str:
    answer = client.get(f"/h/{recipe.household.code}/recipes/{recipe.pk}/cook/", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def text_of(page: str) -> str:
    main = page.partition('id="main"')[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_everything_stands_there_without_scripts(cake: Recipe, guest: User, client_of: ClientOf) -> None:
    page = page_of(client_of(guest), cake)
    text = text_of(page)
    for said in (
        "4 people",
        "300 g flour",
        "For the sauce",
        "Step 1",
        "200 g of the flour",
        "175 °C (350°F)",
        "Step 3",
    ):
        assert said in text, said
    assert '<start-timer data-seconds="1500" data-name="Step 2">25-30 minutes</start-timer>' in page
    # What a step needs stands beside it.
    assert "Step 1 Beat the eggs with 200 g of the flour. 300 g flour 2 egg" in text
    assert "cooked/new/" not in page


def test_for_others_and_in_other_units(cake: Recipe, alice: User, client_of: ClientOf) -> None:
    text = text_of(page_of(client_of(alice), cake, servings="8", units="us"))
    for said in ("8 people", "1.32 lb flour", "14.1 oz (200 g) of the flour", "at 350°F"):
        assert said in text, said
    with as_owner():
        alice.preferences = {"units": "us"}
        alice.save()
    assert "10.6 oz flour" in text_of(page_of(client_of(alice), cake))
    assert "300 g flour" in text_of(page_of(client_of(alice), cake, units="metric"))


def test_the_rest_follows_what_there_is_of_one_thing(cake: Recipe, alice: User, client_of: ClientOf) -> None:
    with as_owner():
        flour = RecipeIngredient.objects.get(recipe=cake, name="flour").pk.hex
    page = page_of(client_of(alice), cake, having="1 lb", of=flour)
    for said in ("454 g flour", "6.05 people", "302 g (200 g) of the flour"):
        assert said in text_of(page), said
    assert "cooked/new/?servings=6.05" in page
    for asked, why in (
        ({"having": "lots", "of": flour}, "Say how much, as a number"),
        ({"having": "2 slices", "of": flour}, "one “slice” of this weighs"),
        ({"having": "100000 kg", "of": flour}, "too little or too much"),
        ({"having": "3", "of": "x"}, "Select a valid choice"),
    ):
        page = page_of(client_of(alice), cake, **asked)
        assert why in page
        assert "300 g flour" in text_of(page)


def test_a_dish_without_anything_and_strangers(
    household: Household, cake: Recipe, alice: User, stranger: User, client_of: ClientOf
) -> None:
    text = text_of(page_of(client_of(alice), RecipeFactory(household=household, name="<b>Air</b>")))
    assert "No ingredients are written down." in text
    assert client_of(stranger).get(f"/h/{household.code}/recipes/{cake.pk}/cook/").status_code == 404
