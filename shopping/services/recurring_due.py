"""Puts on the lists what is bought regularly and due: once for each thing and day of the household, whoever asks."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from accounts.models import Household
from kitchen.errors import DomainError
from kitchen.zones import zone
from pantry.queries.foods import food
from shopping.models import ItemState, ListOperation, RecurringItem
from shopping.recurrence import next_after
from shopping.services.adding import RECURRED, add_items
from shopping.wanted import Wanted

# So far back it is looked whether what came last is still to be bought.
LOOK_BACK = 400


def households_due(now: datetime) -> list[UUID]:
    """Where a day has begun on which something is due. It looks across all households, as the owner."""
    waiting = RecurringItem.objects.using("owner").filter(stopped_at=None, shopping_list__archived_at=None)
    asked = waiting.filter(next_on__lte=now.date() + timedelta(days=1)).order_by("household_id")
    rows = asked.values_list("household_id", "household__time_zone", "next_on")
    return list(dict.fromkeys(id for id, name, day in rows if day <= timezone.localdate(now, zone(name))))


@transaction.atomic
def put_due(household: Household, now: datetime) -> int:
    """How many things were due. What waits on a list that is put aside waits on."""
    today = timezone.localdate(now, zone(household.time_zone))
    rows = RecurringItem.objects.filter(household=household, stopped_at=None, shopping_list__archived_at=None)
    due = rows.filter(next_on__lte=today).select_for_update(no_key=True, of=("self",), skip_locked=True)
    done = 0
    for row in due.select_related("shopping_list__household").order_by("shopping_list_id", "pk"):
        done += _put(row, today)
    return done


def _put(row: RecurringItem, today: date) -> bool:
    """What came last and nobody has bought yet is not doubled."""
    try:
        if not _waits_still(row, today):
            wanted = Wanted(row.name, row.quantity, row.unit, food(row.food_ref), row.note)
            add_items(row.shopping_list, [wanted], by=None, operation=uuid5(row.pk, today.isoformat()), verb=RECURRED)
    except DomainError:
        return False
    row.next_on = next_after(row.next_on, row.every, row.period, today)
    row.save(update_fields=["next_on"])
    return True


def _waits_still(row: RecurringItem, today: date) -> bool:
    days = (today - timedelta(days=back) for back in range(1, LOOK_BACK))
    came = ListOperation.objects.filter(
        household=row.household_id, operation__in=[uuid5(row.pk, day.isoformat()) for day in days]
    )
    last = came.select_related("item").order_by("-made_at").first()
    return bool(last and last.item and last.item.state == ItemState.OPEN)
