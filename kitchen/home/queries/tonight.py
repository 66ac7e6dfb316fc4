"""What could be cooked tonight from what is here."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Household
from recipes.models import Recipe
from recipes.queries.cookable import Cookable, what_can_i_cook

DISHES = 4


@dataclass(frozen=True)
class Tonight:
    """`any_recipes` tells an empty book from a table for which nothing in it is fit."""

    dishes: list[Cookable]
    any_recipes: bool


def tonight(household: Household, day: date, *, at_table: bool) -> Tonight:
    """For guests nothing is left out: from what is, they could tell what somebody must not eat."""
    dishes = what_can_i_cook(household, today=day, limit=DISHES, for_everybody=at_table)
    return Tonight(dishes, bool(dishes) or Recipe.objects.filter(household=household, deleted_at=None).exists())
