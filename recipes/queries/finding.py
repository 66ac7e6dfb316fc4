"""The recipes of a household as they are listed, and one that is asked for."""

from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Household
from recipes.models import Recipe

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


def recipes_of(household: Household) -> QuerySet[Recipe]:
    return Recipe.objects.filter(household=household, deleted_at=None)


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
