"""By which words recipes are found, and in which part of them each stands."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any
from uuid import UUID

from accounts.models import Household
from pantry.queries.foods import food as food_of
from recipes.models import Recipe, RecipeIngredient, RecipeStep
from recipes.wordbook.postings import Words, words_of
from recipes.wordbook.terms import telling, terms

TAGS = ("tags", "cuisine", "category")
REST = ("description", "notes", "author", "source_name", "equipment")
Texts = dict[UUID, list[str]]


def words_of_recipes(household: Household, ids: Collection[UUID]) -> dict[UUID, Words]:
    """Of those that are not deleted. Three queries."""
    rows = Recipe.objects.filter(household=household, pk__in=ids, deleted_at=None).order_by("pk")
    recipes = {row["id"]: row for row in rows.values("id", "name", *TAGS, *REST)}
    ingredients, steps = ingredients_of(household, recipes), steps_of(household, recipes)
    return {
        id: words_of(
            (
                telling(terms(row["name"])),
                telling(all_terms(texts_in(row, TAGS))),
                plain(ingredients.get(id, ())),
                plain([*texts_in(row, REST), *steps.get(id, ())]),
            )
        )
        for id, row in recipes.items()
    }


def texts_in(row: dict[str, Any], names: Iterable[str]) -> Iterable[str]:
    """Of columns with a text or with several."""
    for name in names:
        value = row[name]
        yield from [value] if isinstance(value, str) else value


def ingredients_of(household: Household, ids: Collection[UUID]) -> Texts:
    """The names as they are written, and those of the foods that are meant."""
    found: Texts = {}
    lines = RecipeIngredient.objects.filter(household=household, recipe__in=ids)
    for recipe, name, food, own in lines.values_list("recipe_id", "name", "food_id", "own_food_id"):
        known = food_of(own or food)
        found.setdefault(recipe, []).extend([name, known.name] if known else [name])
    return found


def steps_of(household: Household, ids: Collection[UUID]) -> Texts:
    found: Texts = {}
    for recipe, text in RecipeStep.objects.filter(household=household, recipe__in=ids).values_list("recipe_id", "text"):
        found.setdefault(recipe, []).append(text)
    return found


def plain(texts: Iterable[str]) -> list[str]:
    """Without words that tell nothing, and without figures, of which there are too many."""
    return [word for word in telling(all_terms(texts)) if not word.isdigit()]


def all_terms(texts: Iterable[str]) -> Iterable[str]:
    return (word for text in texts for word in known_terms(text))


@lru_cache(maxsize=16_384)
def known_terms(text: str) -> tuple[str, ...]:
    """The same names of ingredients come again and again."""
    return tuple(terms(text))
