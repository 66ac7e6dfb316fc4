"""What was thrown away: by month, by reason and by food, in things, weight and money."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Household
from kitchen.money import tell_money
from kitchen.units import CannotConvert, Quantity, convert, tell
from kitchen.zones import zone
from pantry.models import FoodId, MovementKind, StockMovement, WasteReason, food_text
from pantry.queries.amount import facts_of
from pantry.queries.day import start_of
from pantry.queries.foods import book, food

MONTHS, MOST = 12, 10


@dataclass(frozen=True)
class Thrown:
    """One line of the ledger. `grams` and `value` are None where nobody knows."""

    ref: FoodId | None
    name: str
    month: date
    reason: str
    grams: Decimal | None
    value: Decimal | None


@dataclass
class Sum:
    """Of some of them. `weighed` and `priced` say for how many of the things weight and money are known."""

    label: Any
    ref: FoodId | None = None
    things: int = 0
    weighed: int = 0
    grams: Decimal = Decimal(0)
    priced: int = 0
    value: Decimal = Decimal(0)

    def take(self, one: Thrown) -> None:
        self.things += 1
        if one.grams is not None:
            self.weighed, self.grams = self.weighed + 1, self.grams + one.grams
        if one.value is not None:
            self.priced, self.value = self.priced + 1, self.value + one.value


@dataclass(frozen=True)
class Bar:
    """A sum as it is drawn: `share` is the length of its bar, 0 to 100, of the largest beside it."""

    label: Any
    key: str
    things: int
    weight: str
    money: str
    share: int


@dataclass(frozen=True)
class Report:
    """`used` is how often something was used in the same time: what was thrown away is seen beside it."""

    total: Sum
    weight: str
    money: str
    used: int
    months: list[Bar]
    reasons: list[Bar]
    foods: list[Bar]

    @property
    def part(self) -> int:
        """Of all times that something left the shelves, in how many of a hundred it was thrown away."""
        both = self.total.things + self.used
        return round(100 * self.total.things / both) if both else 0


def waste_report(household: Household, today: date, system: str = "metric") -> Report:
    """The last twelve months with the present one; three queries."""
    lines = _lines(household, _months(today)[0])
    thrown = [_thrown(line, household) for line in lines.filter(kind=MovementKind.WASTED).values_list(*COLUMNS)]
    total = Sum("")
    for one in thrown:
        total.take(one)
    bars = partial(_bars, system=system, currency=household.currency)
    whole = bars([total])[0]
    return Report(
        total=total,
        weight=whole.weight,
        money=whole.money,
        used=lines.filter(kind=MovementKind.CONSUMED).count(),
        months=bars([_month(month, thrown) for month in reversed(_months(today))]),
        reasons=bars(_largest(thrown, lambda one: one.reason, lambda one: _reason(one.reason))),
        foods=bars(
            _largest(thrown, lambda one: food_text(one.ref) or one.name.casefold(), lambda one: one.name)[:MOST]
        ),
    )


COLUMNS = ("item__food_id", "item__own_food_id", "item__name", "created_at", "reason", "delta", "unit", "value")


def _lines(household: Household, first: date) -> QuerySet[StockMovement]:
    lines = StockMovement.objects.standing().filter(household=household)
    return lines.filter(created_at__gte=start_of(first, household)).order_by()


def _thrown(line: tuple[Any, ...], household: Household) -> Thrown:
    number, own, name, at, reason, delta, unit, value = line
    given = own or number
    ref = None if given is None else book().meant(given)
    known = food(ref)
    day = timezone.localtime(at, zone(household.time_zone)).date()
    grams = None if delta is None else grams_of(Quantity(-delta, unit), ref)
    return Thrown(ref, known.name if known else name, day.replace(day=1), reason, grams, value)


def grams_of(quantity: Quantity, ref: FoodId | None) -> Decimal | None:
    try:
        return convert(quantity, "g", facts_of(ref)).amount
    except CannotConvert:
        return None


def _months(today: date) -> list[date]:
    """The first days of the last twelve, the oldest first."""
    count = today.year * 12 + today.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(count - MONTHS + 1, count + 1)]


def _month(month: date, thrown: Iterable[Thrown]) -> Sum:
    total = Sum(month)
    for one in thrown:
        if one.month == month:
            total.take(one)
    return total


def _largest(thrown: list[Thrown], key: Callable[[Thrown], str], label: Callable[[Thrown], Any]) -> list[Sum]:
    """Those with the most weight first, those whose weight nobody knows by their number."""
    sums: dict[str, Sum] = {}
    for one in thrown:
        sums.setdefault(key(one), Sum(label(one), one.ref)).take(one)
    return sorted(sums.values(), key=lambda one: (-one.grams, -one.things, str(one.label)))


def _bars(sums: list[Sum], *, system: str, currency: str) -> list[Bar]:
    """As long as they are heavy; where nothing was weighed, as they are many."""
    weighed = any(one.grams for one in sums)
    sizes = [one.grams if weighed else Decimal(one.things) for one in sums]
    most = max(sizes, default=Decimal(0)) or Decimal(1)
    return [
        Bar(
            label=one.label,
            key=food_text(one.ref),
            things=one.things,
            weight=tell(Quantity(one.grams, "g"), system) if one.weighed else "",
            money=tell_money(one.value, currency) if one.priced else "",
            share=round(100 * size / most),
        )
        for one, size in zip(sums, sizes, strict=True)
    ]


def _reason(reason: str) -> Any:
    return WasteReason(reason).label if reason in WasteReason.values else WasteReason.OTHER.label
