"""What became of the food since the first of the month: eaten, or thrown away."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from accounts.models import Household
from pantry.models import MovementKind, StockMovement, WasteReason
from pantry.queries.day import start_of

NAMED = 3


@dataclass(frozen=True)
class Month:
    """How many things were used and wasted, and the newest that were wasted, each with the reason."""

    first: date
    used: int
    wasted: int
    newest: list[tuple[str, Any]]


def month_of(household: Household, today: date, *, named: int = NAMED) -> Month:
    first = today.replace(day=1)
    lines = StockMovement.objects.standing().filter(household=household, created_at__gte=start_of(first, household))
    wasted = Q(kind=MovementKind.WASTED) & ~Q(reason="")
    counted = lines.aggregate(used=Count("pk", Q(kind=MovementKind.CONSUMED)), wasted=Count("pk", wasted))
    newest = lines.filter(wasted).order_by("-created_at", "-id").values_list("item__name", "reason")[:named]
    return Month(first, counted["used"], counted["wasted"], [(name, WasteReason(why).label) for name, why in newest])
