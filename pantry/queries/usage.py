"""How much of each food is there, and what was used of it day by day, in one unit a food."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import TruncDate

from accounts.models import Household
from kitchen.units import CannotConvert, Quantity, convert, tell
from kitchen.zones import zone
from pantry.forecast import LOOK_BACK, RunOut, run_out
from pantry.models import FoodId, MovementKind, StockItem, StockMovement
from pantry.queries.amount import facts_of
from pantry.queries.foods import book, rows_of


@dataclass
class Usage:
    """Of one food: amounts by unit on the shelves, how many lots are only roughly known, and uses by day and unit."""

    there: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    rough: int = 0
    uses: list[tuple[date, str, Decimal]] = field(default_factory=list)

    def amount_in(self, unit: str, ref: FoodId) -> Decimal | None:
        """All that is there; None where a part of it cannot be told in this unit."""
        return _sum(((unit_of, amount) for unit_of, amount in self.there.items()), unit, ref)

    def told(self, system: str = "metric") -> str:
        """All that is measured of it, in words."""
        amounts = sorted(self.there.items())
        return " + ".join(tell(Quantity(amount, unit), system) for unit, amount in amounts if amount)

    def out(self, ref: FoodId, today: date) -> RunOut | None:
        """When it will be used up. Nothing is said where a part is only roughly known, or does not convert."""
        if self.rough or not self.there:
            return None
        unit = max(self.there, key=lambda one: (self.there[one], one))
        there = self.amount_in(unit, ref)
        uses = [(day, _sum([(unit_of, amount)], unit, ref)) for day, unit_of, amount in self.uses]
        known = [(day, amount) for day, amount in uses if amount is not None]
        return None if there is None or len(known) < len(uses) else run_out(there, known, today)


def usage_of(household: Household, today: date, only: FoodId | None = None) -> Mapping[FoodId, Usage]:
    """By food, of those that are there or were used lately; two queries. `only` looks at one food."""
    lots = StockItem.objects.filter(household=household, finished_at=None)
    lines = StockMovement.objects.standing().filter(household=household, kind=MovementKind.CONSUMED)
    found: dict[FoodId, Usage] = defaultdict(Usage)
    _there(found, lots if only is None else lots.filter(rows_of(only)))
    if only is not None:
        lines = lines.filter(item__in=StockItem.objects.filter(rows_of(only), household=household))
    _used(found, lines.filter(created_at__date__gt=today - timedelta(days=LOOK_BACK + 1)), household)
    return found


def _there(found: dict[FoodId, Usage], lots: QuerySet[StockItem]) -> None:
    grouped = lots.values_list("food_id", "own_food_id", "unit").order_by()
    unmeasured = Count("pk", filter=Q(amount=None))
    for food, own, unit, amount, rough in grouped.annotate(whole=Sum("amount"), unmeasured=unmeasured):
        if (ref := own or food) is not None:
            usage = found[book().meant(ref)]
            usage.rough += rough
            if amount is not None:
                usage.there[unit] += amount


def _used(found: dict[FoodId, Usage], lines: QuerySet[StockMovement], household: Household) -> None:
    day = TruncDate("created_at", tzinfo=zone(household.time_zone))
    grouped = lines.exclude(delta=None).annotate(day=day)
    rows = grouped.values_list("item__food_id", "item__own_food_id", "unit", "day").order_by("day")
    for food, own, unit, on, amount in rows.annotate(whole=Sum("delta")):
        if (ref := own or food) is not None:
            found[book().meant(ref)].uses.append((on, unit, -amount))


def _sum(amounts: Iterable[tuple[str, Decimal]], unit: str, ref: FoodId) -> Decimal | None:
    total = Decimal(0)
    for unit_of, amount in amounts:
        try:
            total += convert(Quantity(amount, unit_of), unit, facts_of(ref)).amount
        except CannotConvert:
            return None
    return total
