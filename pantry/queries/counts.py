"""How much there is of what: one look at all lots of a household, counted by place, aisle, date and state."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Count, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import ExpressionWrapper

from pantry.models import DateKind, StockItem, Storage
from pantry.queries.aisle import aisle_named, with_aisles
from pantry.queries.asked import CHECK, FRESH, FROZEN, LATE, OPENED, SOON, UNDATED, Asked
from pantry.queries.day import SOON as SOON_DAYS
from pantry.queries.day import WEEK
from pantry.queries.words import said_so

# Until how many days from today each part of the calendar goes; the last two are later, and no date at all.
ENDS = (-1, 0, 1, SOON_DAYS, WEEK)
LATER, NO_DATE = len(ENDS), len(ENDS) + 1
STATE_OF = {0: LATE, 1: LATE, 2: SOON, 3: SOON, 4: FRESH, LATER: FRESH, NO_DATE: UNDATED}
# What is past its best before date is looked at before it is thrown away, and on that day nothing is wrong with it.
BEST_BEFORE = {0: CHECK, 1: SOON}
GROUP_OF = {0: "late", 1: "now", 2: "now", 3: "week", 4: "week", LATER: "later", NO_DATE: "undated"}


@dataclass(frozen=True)
class Cell:
    """So many lots lie in one place, are of one aisle, of one part of the calendar, opened or not."""

    place: UUID
    storage: str
    aisle: str
    state: str
    group: str
    opened: bool
    called: bool
    count: int

    def is_in(self, state: str) -> bool:
        if state == OPENED:
            return self.opened
        return self.storage == Storage.FREEZER if state == FROZEN else self.state == state


@dataclass(frozen=True)
class Counts:
    cells: list[Cell]

    @property
    def total(self) -> int:
        return sum(cell.count for cell in self.cells)

    @property
    def urgent(self) -> int:
        """How many must be eaten by tomorrow."""
        return sum(cell.count for cell in self.cells if cell.group in ("late", "now"))

    def found(self, asked: Asked, **without: Any) -> list[Cell]:
        """Those that are asked for; `without` leaves a condition out: `place=None`."""
        wanted = replace(asked, **without)
        return [cell for cell in self.cells if _meets(cell, wanted)]


def _meets(cell: Cell, asked: Asked) -> bool:
    return (
        cell.called
        and asked.place in (None, cell.place)
        and asked.storage in ("", cell.storage)
        and asked.category in ("", cell.aisle)
        and (not asked.state or cell.is_in(asked.state))
    )


def summed(cells: Iterable[Cell], by: Callable[[Cell], Any]) -> dict[Any, int]:
    found: dict[Any, int] = {}
    for cell in cells:
        found[by(cell)] = found.get(by(cell), 0) + cell.count
    return found


def counts_of(lots: QuerySet[StockItem], text: str, today: date) -> Counts:
    """One query, whatever is asked for."""
    told = with_aisles(lots).annotate(
        part=_part_of_calendar(today),
        best=_is(Q(date_kind=DateKind.BEST_BEFORE, use_by__lte=today)),
        opened=_is(Q(opened_on__isnull=False)),
        called=_is(said_so(text)),
    )
    rows = told.order_by().values_list("place_id", "place__storage", "aisle", "part", "best", "opened", "called")
    return Counts([_cell(*row) for row in rows.annotate(count=Count("pk"))])


def _cell(*row: Any) -> Cell:
    place, storage, aisle, part, best, opened, called, count = row
    state = BEST_BEFORE.get(part, STATE_OF[part]) if best else STATE_OF[part]
    return Cell(place, storage, aisle_named(aisle), state, GROUP_OF[part], opened, bool(called), count)


def _is(condition: Q) -> Any:
    """Null, where there is nothing to compare, is no."""
    return ExpressionWrapper(condition, output_field=BooleanField()) if condition else Value(value=True)


def _part_of_calendar(today: date) -> Case:
    ends = (When(use_by__lte=today + timedelta(days=days), then=Value(at)) for at, days in enumerate(ENDS))
    undated = When(use_by__isnull=True, then=Value(NO_DATE))
    return Case(undated, *ends, default=Value(LATER), output_field=IntegerField())
