"""The collection of a household's recipes, a page at a time."""

from dataclasses import dataclass, field
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Func, QuerySet

from accounts.models import Household
from recipes.models import Recipe
from recipes.queries.card import RecipeCard, card_of
from recipes.queries.cookable import Ranked, lines_of, rank
from recipes.queries.dish import Reader, RecipePage, recipe_page
from recipes.queries.finding import Dish, Sort, dishes, find_recipes, found_recipes, ordered, recipes_of
from recipes.queries.shelf import Shelf, shelf_of
from recipes.queries.suiting import NOBODY, table_of
from recipes.queries.weighing import judge_all

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
    page: Page[Dish]
    tags: list[str]
    ready: int | None
    is_empty: bool


def recipe_cards(household: Household, wanted: Wanted, *, today: date) -> RecipeList:
    found = found_recipes(household, text=wanted.text, max_minutes=wanted.max_minutes, tag=wanted.tag)
    shelf = shelf_of(household, today)
    judged = _judged(household, found, wanted, shelf) if wanted.asks_the_shelf else None
    chosen = dishes(ordered(found, wanted.sort)) if judged is None else [one.dish for one in judged]
    shown: Page[Dish] = Paginator(chosen, A_PAGE).get_page(wanted.page)
    lines = lines_of([one.id for one in shown])
    return RecipeList(
        cards=[card_of(one, judge_all(lines.get(one.id, []), shelf), shelf) for one in shown],
        page=shown,
        tags=tags_of(household),
        ready=None if judged is None else sum(not one.missing for one in judged),
        is_empty=not chosen and not recipes_of(household).exists(),
    )


def _judged(household: Household, found: QuerySet[Recipe], wanted: Wanted, shelf: Shelf) -> list[Ranked]:
    """Those that were found, by what is here of each."""
    by_shelf = wanted.sort.by == "here"
    every = dishes(found.order_by() if by_shelf else ordered(found, wanted.sort))
    ranked = rank(every, lines_of(found), shelf, table_of(household) if wanted.for_everybody else NOBODY)
    if by_shelf:
        ranked = ranked[::-1] if wanted.sort.is_reversed else ranked
    else:
        places = {dish.id: place for place, dish in enumerate(every)}
        ranked.sort(key=lambda one: places[one.dish.id])
    return [one for one in ranked if not wanted.cookable or not one.missing]


def tags_of(household: Household) -> list[str]:
    """The tags that most recipes have."""
    unnested = recipes_of(household).order_by().values(tag=Func(F("tags"), function="unnest"))
    return [row["tag"] for row in unnested.annotate(count=Count("pk")).order_by("-count", "tag")[:MOST_TAGS]]
