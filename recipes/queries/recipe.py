"""The two pages of recipes: the collection, and one dish."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Func, QuerySet

from accounts.models import Household
from recipes.models import Recipe, RecipeIngredient, RecipeStep
from recipes.queries.card import RecipeCard, card_of
from recipes.queries.cookable import lines_of, rank
from recipes.queries.finding import Sort, find_recipes, found_recipes, ordered, recipe_here, recipes_of
from recipes.queries.need import Need, Needs, needs_of
from recipes.queries.scaling import Servings, servings_for
from recipes.queries.shelf import Shelf, shelf_of
from recipes.queries.suiting import NOBODY, Suits, suits, table_of
from recipes.queries.weighing import judge_all

__all__ = ["RecipeList", "RecipePage", "Wanted", "find_recipes", "recipe_cards", "recipe_page"]

T = TypeVar("T")
A_PAGE = 24
MOST_TAGS = 12


@dataclass(frozen=True)
class Wanted:
    """Which dishes, and in which order. `cookable`: everything is here; `for_everybody`: suits all who eat here."""

    text: str = ""
    sort: Sort = field(default_factory=Sort)
    max_minutes: int | None = None
    tag: str = ""
    cookable: bool = False
    for_everybody: bool = False
    page: int = 1

    @property
    def asks_the_shelf(self) -> bool:
        return self.sort.by == "here" or self.cookable or self.for_everybody


@dataclass(frozen=True)
class RecipeList:
    """`is_empty`: there is no recipe at all, whatever is looked for."""

    cards: list[RecipeCard]
    page: Page[Recipe]
    tags: list[str]
    is_empty: bool


def recipe_cards(household: Household, wanted: Wanted, *, today: date) -> RecipeList:
    found = found_recipes(household, text=wanted.text, max_minutes=wanted.max_minutes, tag=wanted.tag)
    shelf = shelf_of(household, today)
    chosen = _judged(household, found, wanted, shelf) if wanted.asks_the_shelf else list(ordered(found, wanted.sort))
    shown: Page[Recipe] = Paginator(chosen, A_PAGE).get_page(wanted.page)
    lines = lines_of([one.pk for one in shown])
    cards = [card_of(one, judge_all(lines.get(one.pk, []), shelf), shelf) for one in shown]
    is_empty = not chosen and not recipes_of(household).exists()
    return RecipeList(cards, shown, tags_of(household), is_empty)


def _judged(household: Household, found: QuerySet[Recipe], wanted: Wanted, shelf: Shelf) -> list[Recipe]:
    """Those that were found, by what is here of each."""
    by_shelf = wanted.sort.by == "here"
    recipes = list(found if by_shelf else ordered(found, wanted.sort))
    ranked = rank(recipes, lines_of(found), shelf, table_of(household) if wanted.for_everybody else NOBODY)
    if by_shelf:
        ranked = ranked[::-1] if wanted.sort.is_reversed else ranked
    else:
        places = {recipe.pk: place for place, recipe in enumerate(recipes)}
        ranked.sort(key=lambda one: places[one.recipe.pk])
    return [one.recipe for one in ranked if not wanted.cookable or not one.missing]


def tags_of(household: Household) -> list[str]:
    """The tags that most recipes have."""
    unnested = recipes_of(household).order_by().values(tag=Func(F("tags"), function="unnest"))
    return [row["tag"] for row in unnested.annotate(count=Count("pk")).order_by("-count", "tag")[:MOST_TAGS]]


@dataclass(frozen=True)
class RecipePage:
    """A dish for so many people, its lines by section; `suits` names nobody unless the reader is of the table."""

    recipe: Recipe
    card: RecipeCard
    servings: Servings
    ingredients: list[tuple[str, list[Need]]]
    steps: list[tuple[str, list[RecipeStep]]]
    needs: Needs
    suits: Suits


def recipe_page(
    household: Household, id: UUID, servings: Decimal | None = None, *, today: date, at_table: bool = False
) -> RecipePage | None:
    recipe = recipe_here(household, id)
    if recipe is None:
        return None
    shelf, wanted = shelf_of(household, today), servings_for(recipe, servings)
    needs = needs_of(RecipeIngredient.objects.filter(household=household, recipe=recipe), shelf, wanted.factor)
    verdicts = [one.verdict for one in needs.lines]
    return RecipePage(
        recipe=recipe,
        card=card_of(recipe, verdicts, shelf),
        servings=wanted,
        ingredients=in_sections(needs.lines, [one.ingredient.section for one in needs.lines]),
        steps=steps_of(household, recipe),
        needs=needs,
        suits=suits((one.asked.food_id for one in verdicts), table_of(household) if at_table else NOBODY),
    )


def steps_of(household: Household, recipe: Recipe) -> list[tuple[str, list[RecipeStep]]]:
    steps = list(RecipeStep.objects.filter(household=household, recipe=recipe))
    return in_sections(steps, [step.section for step in steps])


def in_sections(lines: list[T], names: list[str]) -> list[tuple[str, list[T]]]:
    """Lines that follow each other under one name, together."""
    found: list[tuple[str, list[T]]] = []
    for name, line in zip(names, lines, strict=True):
        if not found or found[-1][0] != name:
            found.append((name, []))
        found[-1][1].append(line)
    return found
