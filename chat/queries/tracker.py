"""Trackers on cards: how long foods last, and what was thrown away lately, as it is now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from accounts.models import Household
from pantry.models import FoodId, read_food_ref
from pantry.queries.foods import book, food
from pantry.queries.stock import picture_of
from pantry.queries.usage import Usage, usage_of
from pantry.queries.wasted_lately import Left, left_lately

MOST, LONGEST, FULL_BAR = 8, 366, 30


@dataclass(frozen=True)
class Lasting:
    """`days` is None where nobody can say; `share` is the length of its bar, of a hundred."""

    name: str
    emoji: str
    food: str
    there: str
    days: int | None
    earliest: int
    latest: int
    runs_out: date | None
    share: int
    state: str


class Trackers:
    """Reads once for a whole page: two queries for what lasts, two for what was thrown away, if any card asks."""

    def __init__(self, household: Household, today: date, system: str, payloads: Iterable[dict[str, Any]]) -> None:
        self.household, self.today, self.system = household, today, system
        self.longest = max((days_of(one) for one in payloads), default=1)

    def rows(self, payload: dict[str, Any]) -> list[Any]:
        if payload.get("what") == "waste":
            lately = self._left.lately(days_of(payload))
            return [lately] if lately.total.times else []
        foods = payload.get("foods")
        wanted = [read_food_ref(one) for one in foods[:MOST]] if isinstance(foods, list) else []
        return [row for ref in wanted if ref is not None and (row := self._lasting(ref))]

    @cached_property
    def _usage(self) -> dict[FoodId, Usage]:
        return dict(usage_of(self.household, self.today))

    @cached_property
    def _left(self) -> Left:
        return left_lately(self.household, self.today, self.longest, self.system)

    def _lasting(self, ref: FoodId) -> Lasting | None:
        meant = book().meant(ref)
        known, usage = food(meant), self._usage.get(meant)
        if known is None:
            return None
        out = usage.out(meant, self.today) if usage else None
        days = out.days if out else None
        return Lasting(
            name=known.name,
            emoji=picture_of(meant),
            food=str(ref),
            there=usage.told(self.system) if usage else "",
            days=days,
            earliest=out.earliest if out else 0,
            latest=out.latest if out else 0,
            runs_out=None if days is None else self.today + timedelta(days=days),
            share=0 if days is None else min(100, round(100 * days / FULL_BAR)),
            state="" if days is None else state_of(days),
        )


def state_of(days: int) -> str:
    if days <= 1:
        return "late"
    return "soon" if days <= 7 else "fresh"  # noqa: PLR2004  (a week, as on the page of what runs low)


def days_of(payload: dict[str, Any]) -> int:
    days = payload.get("days")
    return max(1, min(days, LONGEST)) if isinstance(days, int) else 1
