"""What could be cooked tonight from what is here."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Household
from recipes.queries.cookable import Cookable, Limits, what_can_i_cook
from recipes.queries.wanted import Wanted

DISHES = 4


@dataclass(frozen=True)
class Tonight:
    """`any_recipes` tells an empty book from a table for which nothing in it is fit."""

    dishes: list[Cookable]
    any_recipes: bool


def tonight(household: Household, day: date, *, at_table: bool) -> Tonight:
    """For guests nothing is left out: from what is, they could tell what somebody must not eat."""
    found = what_can_i_cook(household, Wanted(for_everybody=at_table), today=day, limits=Limits(count=DISHES))
    return Tonight(found.dishes, any_recipes=found.of > 0)
