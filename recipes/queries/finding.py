"""Which recipes of a household are meant: by words, tags and time."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, Q, QuerySet

from accounts.models import Household
from recipes.lines import keys
from recipes.models import Recipe

SORTS = ("here", "name", "newest", "time")
MOST_WORDS = 8
# Of a dish that was merged into one that was merged into another, so many steps are followed.
MOST_MERGES = 8


class Dish(NamedTuple):
    """As much of a recipe as a card shows; the names are those of the columns."""

    id: UUID
    name: str
    name_key: str
    emoji: str
    total_minutes: int | None
    servings: Decimal | None
    tags: list[str]


def dish_of(recipe: Recipe) -> Dish:
    return Dish._make(getattr(recipe, name) for name in Dish._fields)


def dishes(recipes: QuerySet[Recipe]) -> list[Dish]:
    return [Dish._make(row) for row in recipes.values_list(*Dish._fields)]


@dataclass(frozen=True)
class Sort:
    """One of SORTS, and whether from the other end."""

    by: str = "here"
    is_reversed: bool = False


def recipes_of(household: Household) -> QuerySet[Recipe]:
    return Recipe.objects.filter(household=household, deleted_at=None)


def fitting(*, text: str = "", max_minutes: int | None = None, tag: str = "") -> Q:
    """Every word of `text` at the beginning of a word of name, tags or ingredients."""
    fits = Q(pk__isnull=False)
    for key in keys(text)[:MOST_WORDS]:
        fits &= Q(search_key__contains=f" {key}")
    if max_minutes is not None:
        fits &= Q(total_minutes__lte=max_minutes)
    return fits & Q(tags__contains=[tag]) if tag else fits


def found_recipes(
    household: Household, *, text: str = "", max_minutes: int | None = None, tag: str = ""
) -> QuerySet[Recipe]:
    return recipes_of(household).filter(fitting(text=text, max_minutes=max_minutes, tag=tag))


def ordered(recipes: QuerySet[Recipe], sort: Sort) -> QuerySet[Recipe]:
    """By what stands in their rows; a dish of unknown time comes last either way. "here" is not in their rows."""
    time = F("total_minutes")
    ways: dict[str, tuple[Any, Any]] = {
        "here": ((), ()),
        "name": (("name_key", "id"), ("-name_key", "-id")),
        "newest": (("-created_at", "-id"), ("created_at", "id")),
        "time": ((time.asc(nulls_last=True), "name_key", "id"), (time.desc(nulls_last=True), "name_key", "id")),
    }
    return recipes.order_by(*ways[sort.by][sort.is_reversed])


def find_recipes(household: Household, words: str, limit: int = 10) -> list[Recipe]:
    """Recipes with all of these words; those that have them in their name first."""
    if not (wanted := keys(words)):
        return []
    found = list(ordered(found_recipes(household, text=words), Sort("name")))
    return sorted(found, key=lambda one: -sum(word in one.name_key for word in wanted))[:limit]


def kept_instead(household: Household, id: UUID) -> UUID | None:
    """The recipe that one was merged into, also through several merges."""
    merged = Recipe.objects.filter(household=household).exclude(deleted_at=None)
    for _step in range(MOST_MERGES):
        into = merged.filter(pk=id).values_list("merged_into", flat=True).first()
        if into is None:
            return None
        if recipes_of(household).filter(pk=into).exists():
            return into
        id = into
    return None


def recipe_here(household: Household, id: UUID) -> Recipe | None:
    return recipes_of(household).select_related("household").filter(pk=id).first()
