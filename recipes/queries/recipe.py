"""The collection of a household's recipes, a page at a time."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, ExpressionWrapper

from accounts.models import Household
from recipes.queries.card import RecipeCard, card_of
from recipes.queries.cookable import Ranked, lines_of, rank
from recipes.queries.dish import Reader, RecipePage, recipe_page
from recipes.queries.finding import Dish, Sort, find_recipes, fitting, ordered, recipes_of
from recipes.queries.shelf import Shelf, shelf_of
from recipes.queries.suiting import NOBODY, table_of
from recipes.queries.weighing import Verdict, judge_all

__all__ = ["Reader", "RecipeList", "RecipePage", "Wanted", "find_recipes", "recipe_cards", "recipe_page"]

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
    """`ready` is of how many everything is here, None where nobody looked. `is_empty`: there is no recipe at all."""

    cards: list[RecipeCard]
    page: Page[Any]
    tags: list[str]
    ready: int | None
    is_empty: bool


def recipe_cards(household: Household, wanted: Wanted, *, today: date) -> RecipeList:
    """Few queries: all dishes with their tags, the lines of those that fit or are shown, the shelf."""
    every, found = _dishes(household, wanted)
    shelf = shelf_of(household, today)
    judged = _judged(household, found, wanted, shelf) if wanted.asks_the_shelf else None
    chosen: list[tuple[Dish, list[Verdict]]] = (
        [(dish, []) for dish in found] if judged is None else [(one.dish, one.verdicts) for one in judged]
    )
    shown: Page[Any] = Paginator(chosen, A_PAGE).get_page(wanted.page)
    lines = {} if judged is not None else lines_of([dish.id for dish, _verdicts in shown])
    return RecipeList(
        cards=[card_of(dish, verdicts or judge_all(lines.get(dish.id, []), shelf), shelf) for dish, verdicts in shown],
        page=shown,
        tags=tags_of(every),
        ready=None if judged is None else sum(not one.missing for one in judged),
        is_empty=not every,
    )


def _dishes(household: Household, wanted: Wanted) -> tuple[list[Dish], list[Dish]]:
    """All of the household's, and those that fit, in their order."""
    fits = fitting(text=wanted.text, max_minutes=wanted.max_minutes, tag=wanted.tag)
    fits_column = ExpressionWrapper(fits, output_field=BooleanField())
    rows = ordered(recipes_of(household), wanted.sort).annotate(fits=fits_column).values_list(*Dish._fields, "fits")
    every = [(Dish._make(row[:-1]), row[-1]) for row in rows]
    return [dish for dish, _fits in every], [dish for dish, does_fit in every if does_fit]


def _judged(household: Household, found: list[Dish], wanted: Wanted, shelf: Shelf) -> list[Ranked]:
    """Those that were found, by what is here of each."""
    lines = lines_of([dish.id for dish in found])
    ranked = rank(found, lines, shelf, table_of(household) if wanted.for_everybody else NOBODY)
    if wanted.sort.by == "here":
        ranked = ranked[::-1] if wanted.sort.is_reversed else ranked
    else:
        places = {dish.id: place for place, dish in enumerate(found)}
        ranked.sort(key=lambda one: places[one.dish.id])
    return [one for one in ranked if not wanted.cookable or not one.missing]


def tags_of(every: list[Dish]) -> list[str]:
    """The tags that most dishes have."""
    counted = Counter(tag for dish in every for tag in dish.tags)
    return sorted(counted, key=lambda tag: (-counted[tag], tag))[:MOST_TAGS]
