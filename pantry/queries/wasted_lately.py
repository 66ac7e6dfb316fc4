"""What was thrown away in the last days, by reason and by food."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from accounts.models import Household
from kitchen.money import tell_money
from kitchen.units import Quantity, tell
from pantry.models import FoodId, MovementKind, StockMovement, WasteReason
from pantry.queries.day import start_of
from pantry.queries.foods import book, food
from pantry.queries.stock import picture_of
from pantry.queries.waste import grams_of

MOST = 8
COLUMNS = ("item__food_id", "item__own_food_id", "item__name", "reason", "delta", "unit", "value")


@dataclass(frozen=True)
class Wasted:
    """`weight` and `money` are "" where nobody knows them of any of it."""

    name: str
    emoji: str
    times: int
    weight: str
    money: str


@dataclass(frozen=True)
class Lately:
    """`used` is how often something was used in the same days."""

    days: int
    total: Wasted
    used: int
    reasons: list[Wasted]
    foods: list[Wasted]

    @property
    def share(self) -> int:
        """Of a hundred times that something left the shelves, in how many it was thrown away."""
        both = self.total.times + self.used
        return round(100 * self.total.times / both) if both else 0


@dataclass
class Sum:
    name: str
    emoji: str = ""
    times: int = 0
    grams: Decimal | None = None
    money: Decimal | None = None

    def take(self, grams: Decimal | None, money: Decimal | None) -> None:
        self.times += 1
        if grams is not None:
            self.grams = (self.grams or Decimal(0)) + grams
        if money is not None:
            self.money = (self.money or Decimal(0)) + money

    @property
    def size(self) -> tuple[Decimal, int]:
        return self.grams or Decimal(0), self.times


@dataclass(frozen=True)
class Left:
    """All that left the shelves in some days, read once: what was thrown away, and when something was used."""

    household: Household
    today: date
    system: str
    thrown: list[tuple[Any, ...]]
    used: list[datetime]

    def lately(self, days: int) -> Lately:
        """Today and the days before it, of those that were read."""
        first = start_of(self.today - timedelta(days=days - 1), self.household)
        total, reasons, foods = Sum(""), dict[str, Sum](), dict[Any, Sum]()
        for at, *line in self.thrown:
            if at >= first:
                _take(line, total, reasons, foods)
        used = sum(at >= first for at in self.used)
        return Lately(days, self._told([total])[0], used, self._told(reasons.values()), self._told(foods.values()))

    def _told(self, sums: Iterable[Sum]) -> list[Wasted]:
        largest = sorted(sums, key=lambda one: one.size, reverse=True)
        return [_told(one, self.system, self.household.currency) for one in largest[:MOST]]


def left_lately(household: Household, today: date, days: int, system: str = "metric") -> Left:
    """Two queries."""
    first = start_of(today - timedelta(days=days - 1), household)
    lines = StockMovement.objects.standing().filter(household=household, created_at__gte=first).order_by()
    thrown = lines.filter(kind=MovementKind.WASTED).values_list("created_at", *COLUMNS)
    used = lines.filter(kind=MovementKind.CONSUMED).values_list("created_at", flat=True)
    return Left(household, today, system, list(thrown), list(used))


def wasted_lately(household: Household, today: date, days: int, system: str = "metric") -> Lately:
    return left_lately(household, today, days, system).lately(days)


def _take(line: list[Any], total: Sum, reasons: dict[str, Sum], foods: dict[Any, Sum]) -> None:
    number, own, name, reason, delta, unit, money = line
    ref = meant(own or number)
    grams = None if delta is None else grams_of(Quantity(-delta, unit), ref)
    known = food(ref)
    called = known.name if known else name
    of_food = foods.setdefault(ref or called.casefold(), Sum(called, picture_of(ref)))
    for one in (total, reasons.setdefault(reason, Sum(_reason(reason))), of_food):
        one.take(grams, money)


def meant(ref: FoodId | None) -> FoodId | None:
    return None if ref is None else book().meant(ref)


def _told(one: Sum, system: str, currency: str) -> Wasted:
    weight = tell(Quantity(one.grams, "g"), system) if one.grams else ""
    return Wasted(one.name, one.emoji, one.times, weight, tell_money(one.money, currency) if one.money else "")


def _reason(reason: str) -> str:
    return str(WasteReason(reason).label if reason in WasteReason.values else WasteReason.OTHER.label)
