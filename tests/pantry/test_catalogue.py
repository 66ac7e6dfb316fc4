"""The file of foods holds together: a wrong figure is a wrong basket, a wrong allergen hurts somebody."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from accounts.models import Allergen, Diet
from kitchen.units import UNITS, Quantity, convert
from pantry.catalogue import FREEZER, FRIDGE, OPENED, PANTRY, SEALED, FoodFacts, food, foods, name_key

by_name = {one.name: one for one in foods()}
each_food = pytest.mark.parametrize("one", foods(), ids=lambda one: one.name)


def test_there_are_enough() -> None:
    assert len(foods()) >= 900


def test_ids_are_those_of_one_food_each() -> None:
    assert [one.id for one in foods()] == sorted({one.id for one in foods()})
    assert food(foods()[0].number) is foods()[0]
    assert food(0) is None


def test_only_foods_of_the_catalogue_have_a_number() -> None:
    assert foods()[0].number == foods()[0].id
    with pytest.raises(ValueError, match="no food of the catalogue"):
        _ = replace(foods()[0], id=uuid4()).number


def test_a_word_stands_for_one_food() -> None:
    words = Counter(key for one in foods() for key in {name_key(name) for name in one.names})
    assert [word for word, times in words.items() if times > 1] == []
    assert all(words)


def faults(one: FoodFacts) -> list[str]:
    """What is wrong with a line of the file."""
    wrong = {
        "a name": not one.name or one.name != one.name.strip() or len(one.name) > 80 or not one.plural,
        "its emoji": not one.emoji or len(one.emoji) > 8,
        "an allergen": not set(one.allergens) <= set(Allergen.values),
        "a diet": not one.diets <= set(Diet.values),
        "a unit": not {one.usual_unit, *one.unit_weights} <= set(UNITS),
        "its storage": (one.storage, SEALED) not in one.shelf_life,
        "a life": not all(0 < days <= 3650 for days in one.shelf_life.values()),
        "its density": one.density is not None and not Decimal("0.03") <= one.density <= Decimal("1.5"),
        "a piece": one.piece_weight is not None and not 0 < one.piece_weight <= 6000,
        "a unit's weight": not all(0 < grams <= 2500 for grams in one.unit_weights.values()),
    }
    return [what for what, is_wrong in wrong.items() if is_wrong]


def test_every_line_is_sound() -> None:
    assert {one.name: found for one in foods() if (found := faults(one))} == {}


def test_a_diet_agrees_with_the_allergens() -> None:
    for one in foods():
        has = set(one.allergens)
        assert "gluten-free" not in one.diets or Allergen.GLUTEN not in has, one.name
        assert "dairy-free" not in one.diets or Allergen.MILK not in has, one.name
        animal = {Allergen.MILK, Allergen.EGGS, Allergen.FISH, Allergen.CRUSTACEANS, Allergen.MOLLUSCS}
        assert "vegan" not in one.diets or not has & animal, one.name
        assert "vegetarian" not in one.diets or not has & (animal - {Allergen.MILK, Allergen.EGGS}), one.name
        assert "vegan" not in one.diets or {"vegetarian", "dairy-free"} <= one.diets, one.name
        assert "vegetarian" not in one.diets or "pescatarian" in one.diets, one.name


def test_opened_does_not_keep_longer_than_sealed_in_the_fridge() -> None:
    for one in foods():
        sealed, opened = one.shelf_life.get((FRIDGE, SEALED)), one.shelf_life.get((FRIDGE, OPENED))
        assert not sealed or not opened or opened <= sealed, one.name


@pytest.mark.parametrize(
    ("name", "allergens"),
    [
        ("soy sauce", {"gluten", "soybeans"}),
        ("tamari", {"soybeans"}),
        ("worcestershire sauce", {"fish", "gluten"}),
        ("pesto", {"milk", "nuts"}),
        ("mayonnaise", {"eggs", "mustard"}),
        ("stock cube", {"celery", "gluten"}),
        ("bread", {"gluten"}),
        ("couscous", {"gluten"}),
        ("rolled oats", {"gluten"}),
        ("beer", {"gluten"}),
        ("malt vinegar", {"gluten"}),
        ("egg noodles", {"eggs", "gluten"}),
        ("peanut butter", {"peanuts"}),
        ("groundnut oil", {"peanuts"}),
        ("ground almonds", {"nuts"}),
        ("marzipan", {"nuts"}),
        ("tahini", {"sesame"}),
        ("hummus", {"sesame"}),
        ("tofu", {"soybeans"}),
        ("miso", {"gluten", "soybeans"}),
        ("fish sauce", {"fish"}),
        ("oyster sauce", {"gluten", "molluscs", "soybeans"}),
        ("curry paste", {"crustaceans", "fish"}),
        ("prawn", {"crustaceans", "sulphites"}),
        ("mussel", {"molluscs"}),
        ("celeriac", {"celery"}),
        ("red wine", {"sulphites"}),
        ("dried apricots", {"sulphites"}),
        ("lupin flour", {"lupin"}),
        ("dijon mustard", {"mustard", "sulphites"}),
        ("coconut milk", set()),
        ("rice", set()),
        ("buckwheat", set()),
        ("pine nuts", set()),
    ],
)
def test_allergens(name: str, allergens: set[str]) -> None:
    assert set(by_name[name].allergens) == allergens


@pytest.mark.parametrize(
    ("name", "no"),
    [
        ("honey", "vegan"),
        ("parmesan", "vegetarian"),
        ("gelatine", "vegetarian"),
        ("worcestershire sauce", "vegetarian"),
        ("lard", "vegetarian"),
        ("bacon", "no-pork"),
        ("prawn", "kosher"),
        ("red wine", "no-alcohol"),
        ("vanilla extract", "no-alcohol"),
        ("mirin", "halal"),
        ("chicken", "halal"),
        ("chicken stock", "vegetarian"),
    ],
)
def test_a_diet_that_a_food_does_not_suit(name: str, no: str) -> None:
    assert no not in by_name[name].diets


def test_staples_are_few() -> None:
    assert {one.name for one in foods() if one.staple} == {"water", "salt", "black pepper", "white pepper"}


@pytest.mark.parametrize(
    ("name", "amount", "unit", "target", "low", "high"),
    [
        ("plain flour", 1, "cup", "g", 120, 130),
        ("sugar", 1, "cup", "g", 198, 202),
        ("milk", 1, "l", "g", 1020, 1045),
        ("olive oil", 1, "tbsp", "g", 13, 14),
        ("honey", 1, "tbsp", "g", 20, 22),
        ("butter", 1, "stick", "g", 113, 113),
        ("garlic", 2, "clove", "g", 6, 10),
        ("egg", 2, "piece", "g", 100, 110),
        ("tinned tomatoes", 1, "tin", "g", 400, 400),
        ("salt", 1, "tsp", "g", 5, 7),
    ],
)
def test_figures_weigh_what_people_expect(name: str, amount: int, unit: str, target: str, low: int, high: int) -> None:
    assert low <= convert(Quantity(Decimal(amount), unit), target, by_name[name].units).amount <= high


def test_shelf_lives_are_told_by_place_and_state() -> None:
    assert by_name["milk"].shelf_life[FRIDGE, OPENED] == 3
    assert by_name["minced beef"].shelf_life[FRIDGE, SEALED] <= 2
    assert (PANTRY, SEALED) not in by_name["minced beef"].shelf_life
    assert by_name["minced beef"].shelf_life[FREEZER, SEALED] >= 60
