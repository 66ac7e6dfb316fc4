"""Where trips are looked after by the clock: across all households, so as the owner, who tells ids only."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from shopping.models import ShoppingListItem, ShoppingTrip
from shopping.trip_times import BOUGHT, FORGOTTEN, GAP, LOOKED_AT


def households_with_trips(now: datetime) -> list[UUID]:
    """Somebody forgot to say that they are done, or ticked in a store without saying that they go there."""
    open_ones = ShoppingTrip.objects.using("owner").filter(ended_at=None, started_at__lt=now - FORGOTTEN)
    loose = ShoppingListItem.objects.using("owner").filter(
        trip=None, store__isnull=False, ticked_by__isnull=False, state__in=BOUGHT
    )
    recent = loose.filter(ticked_at__gt=now - LOOKED_AT, ticked_at__lte=now - GAP)
    found = [*_ids(open_ones), *_ids(recent)]
    return list(dict.fromkeys(found))


def _ids(rows: QuerySet[Any]) -> list[UUID]:
    return list(rows.order_by("household_id").values_list("household_id", flat=True).distinct())
