"""What is held against an answer: those who eat here, the table of what is safe, and that only food is cooked."""

import pytest

from accounts.models import Eater, Household
from chat.agent.checking import Answered, cautions_about
from chat.agent.safety import concerns_of, keepings, sources, temperatures
from chat.agent.safety.names import KEEPING, TEMPERATURES
from kitchen import tenancy
from recipes.models import Recipe
from tests.database import as_owner


@pytest.fixture
def mia(household, alice):
    """She must have neither milk nor nuts, and eats no meat."""
    with as_owner():
        return Eater.objects.create(household=household, name="Mia", allergens=["milk", "nuts"], diets=["vegetarian"])


def said(household: Household, person, text, recipes=(), **more):
    with tenancy.scope(household=household.pk, person=person.pk):
        found = cautions_about(household, Answered(text, tuple(recipes), **more), at_table=True)
    return [one["text"] for one in found]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mix 250 g flour with 100 ml milk and bake it.", "milk"),
        ("## Ingredients\n- 200 g walnuts, chopped\n- 1 banana\n\nBlend it.", "walnuts"),
        ("Whisk in the crème fraîche, season, serve.", "crème fraîche"),
        ("Fry the bacon and stir in the peas.", "bacon"),
        ("Toss the salad with a handful of nuts and serve.", "nuts"),
    ],
)
def test_a_dish_that_a_model_wrote_is_read_by_our_own_parser(household, bob, mia, text, words):
    found = said(household, bob, text)
    assert any(words in one and "Mia" in one for one in found), found


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "Mix the flour with oat milk and bake it.",
        "Stir in coconut milk instead of cream and simmer.",
        "Bake it without nuts, then serve.",
        "Fry it in dairy-free butter and add the peas.",
        "You have milk and walnuts in the fridge.",
        "Add the peas. Mix well. Serve with rice.",
    ],
)
def test_what_is_left_out_or_only_there_is_no_warning(household, bob, mia, text):
    assert said(household, bob, text) == []


@pytest.mark.django_db
def test_recipes_that_an_answer_names_are_checked_whoever_answered(dishes, bob, mia):
    with as_owner():
        pancakes = Recipe.objects.get(name="Pancakes").pk
    found = said(dishes, bob, "Here it is.", [pancakes], is_free=False)
    assert found == ["Pancakes has milk: not for Mia."]
    with tenancy.scope(household=dishes.pk, person=bob.pk):
        assert cautions_about(dishes, Answered("Here it is.", (pancakes,)), at_table=False) == []


@pytest.mark.django_db
def test_nothing_inedible_is_cooked(household, bob):
    text = "Ingredients:\n- 200 g rice\n- 50 ml bleach\n- 1 sheet baking paper\n\nMix and cook."
    assert said(household, bob, text) == ["“bleach” is nothing to eat: do not cook with it."]


TOO_COOL = [
    "Cook the chicken to an internal temperature of 65 °C.",
    "Chicken: cook to 150°F.",
    "Minced beef is safe at 60 °C inside.",
    "Salmon is nice at 50 °C in the centre.",
    "Bake the turkey at 160 °C. It is done when the core reaches 68 °C.",
]
TOO_LONG = [
    "Leftover rice keeps for up to 7 days in the fridge.",
    "Cooked chicken lasts one week in the fridge.",
    "You can leave the curry out on the counter for 6 hours.",
    "Raw mince stays fresh for 5 days in the refrigerator.",
]
FINE = [
    "Roast the chicken at 180 °C in the oven until it reaches 74 °C inside.",
    "Pork chops: internal temperature of 63 °C, then 3 minutes of rest.",
    "Leftovers keep 3-4 days in the fridge and 3 months in the freezer.",
    "Never leave leftovers out for more than 4 hours.",
    "Milk keeps for 7 days in the fridge.",
    "Raw chicken keeps 9 months in the freezer and 2 days in the fridge.",
    "Bake the chicken pie at 60 °C in a warm oven to keep it hot.",
    "Chicken, 500 g, in 5 days. It lies in the fridge.",
]


@pytest.mark.parametrize("text", TOO_COOL)
def test_a_lower_temperature_than_the_table_is_flagged(text):
    assert [one.kind for one in concerns_of(text)] == ["temperature"]


@pytest.mark.parametrize("text", TOO_LONG)
def test_a_longer_storage_than_the_table_is_flagged(text):
    assert [one.kind for one in concerns_of(text)] == ["storage"]


@pytest.mark.parametrize("text", FINE)
def test_what_the_table_says_too_is_not_flagged(text):
    assert concerns_of(text) == []


def test_the_table_names_its_sources():
    for row in (*temperatures(), *keepings()):
        assert row.source in sources()
    assert {row.slug for row in temperatures()} == set(TEMPERATURES)
    assert {row.slug for row in keepings()} == set(KEEPING)
    for row in temperatures():
        assert (row.celsius is None) == (row.fahrenheit is None)
        assert row.celsius is None or round((row.fahrenheit - 32) / 1.8) == row.celsius
        assert row.celsius is not None or row.sign
