"""Tables: columns are guessed by their names, and a person may say otherwise."""

from datetime import date
from decimal import Decimal

import pytest

from recipes.importers import Draft, Section, read_recipes
from recipes.importers.files.tables import columns_of, read_table

ROW = 'Linsensuppe;"300 g Linsen\n1 Zwiebel";"Kochen.\nServieren.";4;20;{}\n'


@pytest.mark.parametrize(
    ("head", "rating"),
    [
        ("Title;Ingredients;Directions;Servings;Total Time;Rating", "4"),
        ("Titel;Zutaten;Zubereitung;Portionen;Gesamtzeit;Bewertung", "4"),
        ("Nom de la recette;Ingrédients;Préparation;Nombre de personnes;Temps total;Note étoiles", "4"),
        ("Título;Ingredientes;Elaboración;Raciones;Tiempo total;Valoración", "4"),
        ("Tytuł;Składniki;Sposób przygotowania;Liczba porcji;Czas całkowity;Ocena", "4"),
    ],
    ids=["en", "de", "fr", "es", "pl"],
)
def test_heads_in_five_languages(head: str, rating: str) -> None:
    (draft,) = read_recipes(f"{head}\n{ROW.format(rating)}").recipes
    assert draft.ingredients == [Section("", ["300 g Linsen", "1 Zwiebel"])]
    assert draft.steps == [Section("", ["Kochen.", "Servieren."])]
    assert (draft.servings, draft.total_minutes, draft.rating) == (Decimal(4), 20, Decimal(4))


def test_what_the_head_does_not_tell_is_asked_and_then_read() -> None:
    text = "Dish,What you need,How,When\nTea,1 bag tea | 1 cup water,Pour. | Wait.,2021-02-03\n,,,\n"
    columns = columns_of(text)
    assert (columns.delimiter, columns.names, columns.mapping) == (
        ",",
        ["Dish", "What you need", "How", "When"],
        {"title": 0},
    )
    assert not columns.is_recipes
    assert columns.examples[0][1] == "1 bag tea | 1 cup water"
    (draft,) = read_table(text, {"title": 0, "ingredients": 1, "steps": 2, "created": 3})
    assert isinstance(draft, Draft)
    assert draft.ingredients == [Section("", ["1 bag tea", "1 cup water"])]
    assert (draft.steps[0].lines, draft.created) == (["Pour.", "Wait."], date(2021, 2, 3))


def test_columns_that_are_not_there_are_empty() -> None:
    (draft,) = read_table("a,b\nTea,1 bag\n", {"title": 0, "ingredients": 1, "steps": 9})
    assert isinstance(draft, Draft)
    assert (draft.title, draft.steps) == ("Tea", [])


@pytest.mark.parametrize("text", ["", "one line", "a\nb\nc", "\0\0", '"' * 9000])
def test_what_is_no_table_has_no_columns(text: str) -> None:
    assert not columns_of(text).is_recipes


def test_cells_that_are_lists() -> None:
    text = 'name,ingredients,steps\nTea,"[""1 bag"", ""1 cup; hot""]",Pour.\nFish,1 lb haddock; boned,Fry.\n'
    tea, fish = read_recipes(text).recipes
    assert (tea.ingredients[0].lines, fish.ingredients[0].lines) == (["1 bag", "1 cup; hot"], ["1 lb haddock; boned"])
