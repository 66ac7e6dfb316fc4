"""What became of the food since the first of the month: eaten, or thrown away."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from accounts.models import Household
from kitchen.zones import zone
from pantry.models import MovementKind, StockMovement, WasteReason

NAMED = 3


@dataclass(frozen=True)
class Month:
    """How many things were used and wasted, and the newest that were wasted, each with the reason."""

    first: date
    used: int
    wasted: int
    newest: list[tuple[str, Any]]


def month_of(household: Household, today: date) -> Month:
    first = today.replace(day=1)
    since = datetime.combine(first, datetime.min.time(), tzinfo=zone(household.time_zone))
    gone = StockMovement.objects.filter(
        household=household, kind__in=[MovementKind.CONSUMED, MovementKind.WASTED], created_at__gte=since
    )
    lines = list(
        gone.filter(undoes=None, undone_by=None).order_by("-created_at").values_list("kind", "reason", "item__name")
    )
    wasted = [
        (name, WasteReason(reason).label) for kind, reason, name in lines if kind == MovementKind.WASTED and reason
    ]
    return Month(first, len(lines) - len(wasted), len(wasted), wasted[:NAMED])
