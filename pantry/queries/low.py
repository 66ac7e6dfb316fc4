"""What there is less of than a household wants, and what will soon be used up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accounts.models import Household
from kitchen.units import Quantity, rounded, tell
from pantry.forecast import RunOut
from pantry.models import FoodId, OwnFood, food_text
from pantry.queries.foods import book, food
from pantry.queries.stock import picture_of
from pantry.queries.usage import Usage, usage_of

# What will be used up within so many days is told, at most so many foods.
SOON, MOST = 7, 12


@dataclass(frozen=True)
class Low:
    """`buy` brings it back to the minimum; None where nobody set one, or what is there cannot be compared with it.

    `unknown`: some of it is there, nobody knows how much. `out` is the forecast, where the ledger gives one.
    """

    ref: FoodId
    name: str
    emoji: str
    there: str
    minimum: str = ""
    buy: Quantity | None = None
    unknown: bool = False
    out: RunOut | None = None

    @property
    def amount(self) -> str:
        return tell(self.buy) if self.buy else ""

    @property
    def text(self) -> str:
        """As it would be typed on a list."""
        return f"{self.amount} {self.name}" if self.buy else self.name

    @property
    def key(self) -> str:
        return food_text(self.ref)


def running_low(household: Household, today: date, system: str = "metric") -> list[Low]:
    """Below their minimum first, by name; then what will soon be used up, the soonest first."""
    usage = usage_of(household, today)
    wanted = {book().meant(row.pk): row for row in book().rows.values() if row.minimum and row.removed_at is None}
    below = [low for ref, row in wanted.items() if (low := _below(ref, row, usage, today, system))]
    soon = [low for ref in usage if ref not in wanted and (low := _soon(ref, usage[ref], today, system))]
    below.sort(key=lambda low: low.name.casefold())
    soon.sort(key=lambda low: low.out.days if low.out else 0)
    return (below + soon)[:MOST]


def forecast_of(household: Household, ref: FoodId, today: date) -> RunOut | None:
    meant = book().meant(ref)
    usage = usage_of(household, today, only=meant).get(meant)
    return usage.out(meant, today) if usage else None


def _below(ref: FoodId, row: OwnFood, usage: Mapping[FoodId, Usage], today: date, system: str) -> Low | None:
    of_it, minimum = usage.get(ref, Usage()), row.minimum or Decimal(0)
    there = of_it.amount_in(row.minimum_unit, ref)
    if there is not None and there >= minimum:
        return None
    unknown = there is None or of_it.rough > 0
    return Low(
        ref=ref,
        name=_called(ref, row.name),
        emoji=picture_of(ref),
        there=of_it.told(system),
        minimum=tell(Quantity(minimum, row.minimum_unit), system),
        buy=None if unknown or there is None else Quantity(rounded(minimum - there), row.minimum_unit),
        unknown=unknown,
        out=of_it.out(ref, today),
    )


def _soon(ref: FoodId, usage: Usage, today: date, system: str) -> Low | None:
    known, out = food(ref), usage.out(ref, today)
    if known is None or out is None or out.days > SOON:
        return None
    return Low(ref=ref, name=known.name, emoji=picture_of(ref), there=usage.told(system), out=out)


def _called(ref: FoodId, otherwise: str) -> str:
    known = food(ref)
    return known.name if known else otherwise
