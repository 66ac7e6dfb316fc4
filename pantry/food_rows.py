"""Which rows mean a food: the apps to the right say theirs, so that a food can be merged with all that is of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from accounts.models import Household
from kitchen.registry import Registry
from pantry.models import FoodId, OfFood, of_foods


def nothing_follows(household: Household, ids: list[str]) -> None:
    """What most rows need when they have become of another food."""


@dataclass(frozen=True)
class FoodRows:
    """Rows of a model that have `food`, `own_food`, `household`, `name_key`. `there`: those that people still see.

    `follow` is called with the ids of rows that have become of another food.
    """

    model: type[OfFood]
    there: Q = field(default_factory=Q)
    follow: Callable[[Household, list[str]], None] = nothing_follows

    def in_household(self, household: Household) -> Any:
        manager: Any = self.model._default_manager
        return manager.filter(household=household)

    def of(self, household: Household, refs: list[FoodId], *, seen: bool = False) -> Any:
        rows = self.in_household(household).filter(of_foods(refs))
        return rows.filter(self.there) if seen else rows


food_rows: Registry[FoodRows] = Registry("rows of a food")


def things_of(household: Household, refs: list[FoodId]) -> int:
    """How many things that people see are of these foods, over all apps: one query."""
    first, *others = [rows.of(household, refs, seen=True).order_by().values("pk") for _name, rows in food_rows]
    return int(first.union(*others, all=True).count())
