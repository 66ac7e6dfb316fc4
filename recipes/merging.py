"""What follows when two recipes become one: rows of other tables, also of the apps to the right of this one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from accounts.models import Household
from kitchen.registry import Registry
from recipes.models import Recipe


@dataclass(frozen=True)
class Following:
    """Rows of `model` with a `recipe`. Of those that are alike in `once`, the kept recipe has one only: its own."""

    model: Any
    once: Sequence[str] = ()

    def rows(self, household: Household, recipe: Recipe) -> Any:
        return self.model.objects.filter(household=household, recipe=recipe)

    def move(self, household: Household, gone: Recipe, kept: Recipe) -> list[str]:
        """The ids of the rows that went along."""
        known = {tuple(row) for row in self.rows(household, kept).values_list(*self.once)} if self.once else set()
        rows = self.rows(household, gone).values_list("pk", *self.once)
        ids = [row[0] for row in rows if None in row[1:] or not self.once or tuple(row[1:]) not in known]
        self.model.objects.filter(pk__in=ids).update(recipe=kept)
        return [str(id) for id in ids]

    def back(self, household: Household, ids: Sequence[str], gone: Recipe, kept: Recipe) -> None:
        self.rows(household, kept).filter(pk__in=ids).update(recipe=gone)


followings: Registry[Following] = Registry("rows that follow a merged recipe")
