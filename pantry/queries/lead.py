"""How many days ahead a household is told of what must be eaten: a food's own, else its category's, else the usual."""

from collections.abc import Mapping
from dataclasses import dataclass

from accounts.models import Household
from pantry.catalogue import CATEGORIES
from pantry.models import CategorySetting, FoodId
from pantry.queries.foods import book, food

USUAL = 3


@dataclass(frozen=True)
class LeadDays:
    """`categories` by slug: an aisle's hold for its parts as well, as long as those have none of their own."""

    foods: Mapping[FoodId, int]
    categories: Mapping[str, int]

    @property
    def longest(self) -> int:
        return max((USUAL, *self.foods.values(), *self.categories.values()))

    def of(self, ref: FoodId | None) -> int:
        known = food(ref)
        if known is None:
            return USUAL
        if known.id in self.foods:
            return self.foods[known.id]
        branches = reversed(CATEGORIES[known.group or known.category].path)
        return next((self.categories[one.slug] for one in branches if one.slug in self.categories), USUAL)


def lead_days(household: Household) -> LeadDays:
    return LeadDays(_own(), category_days(household))


def category_days(household: Household) -> dict[str, int]:
    rows = CategorySetting.objects.filter(household=household)
    return dict(rows.values_list("category__slug", "lead_days"))


def foods_with_days() -> list[tuple[str, int]]:
    """Name and days of the foods that have some of their own."""
    named = [(known.name, days) for ref, days in _own().items() if (known := food(ref))]
    return sorted(named, key=lambda pair: pair[0].casefold())


def _own() -> dict[FoodId, int]:
    rows = (row for row in book().rows.values() if row.removed_at is None and row.lead_days is not None)
    return {book().meant(row.pk): row.lead_days or 0 for row in rows}
