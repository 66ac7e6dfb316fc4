"""Somebody pastes a recipe as it stood in a message or a book."""

from decimal import Decimal

import pytest

from recipes.importers import Section, read_recipes

WITH_HEADINGS = """Potato pancakes

Crisp, and gone in a minute.
Serves 4

Ingredients:
- 1 kg potatoes
- 1 onion
- 2 eggs
For the dip:
- 200 g quark

Method
1. Grate the potatoes.
2. Mix everything and fry it.

Notes
Apple sauce goes with it.
"""
BY_SHAPE = """Porridge
50 g oats
250 ml milk
1 pinch of salt
Bring the milk to the boil with the salt.
Stir in the oats and let them swell for five minutes.
"""
GERMAN = """Apfelmus
Zutaten für 6 Portionen
1 kg Äpfel
50 g Zucker
1/2 Zitrone
Zubereitung
Äpfel schälen, mit Zucker und Zitronensaft weich kochen und zerdrücken.
"""


def test_headings() -> None:
    (draft,) = read_recipes(WITH_HEADINGS).recipes
    assert draft.title == "Potato pancakes"
    assert draft.ingredients == [
        Section("", ["1 kg potatoes", "1 onion", "2 eggs"]),
        Section("For the dip", ["200 g quark"]),
    ]
    assert draft.steps == [Section("", ["Grate the potatoes.", "Mix everything and fry it."])]
    assert draft.servings == Decimal(4)
    assert "gone in a minute" in draft.description


@pytest.mark.parametrize("text", [BY_SHAPE, BY_SHAPE.replace("\n", "\r\n"), BY_SHAPE.replace("\n", "\n\n")])
def test_shape_alone(text: str) -> None:
    (draft,) = read_recipes(text).recipes
    assert draft.title == "Porridge"
    assert draft.ingredients == [Section("", ["50 g oats", "250 ml milk", "1 pinch of salt"])]
    assert len(draft.steps[0].lines) == 2


def test_german() -> None:
    (draft,) = read_recipes(GERMAN).recipes
    assert (draft.title, draft.servings) == ("Apfelmus", Decimal(6))
    assert draft.ingredients == [Section("", ["1 kg Äpfel", "50 g Zucker", "1/2 Zitrone"])]
    assert len(draft.steps[0].lines) == 1


@pytest.mark.parametrize("text", ["", "  \n ", "Hello, shall we meet on Friday?", "https://example.com/cake"])
def test_what_is_no_recipe_is_said_to_be_none(text: str) -> None:
    reading = read_recipes(text, name="note")
    assert not reading.recipes
    assert reading.failures[0].name == "note"
    assert reading.failures[0].why.endswith(".")
