"""What must hold of every lot, whatever people do."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

from django.db import transaction

from accounts.models import Household, User
from kitchen import tenancy
from pantry.models import StockItem, StockMovement


def sums_hold(household: Household) -> bool:
    """The lines in a lot's unit sum up to its amount; those in any other unit, and of rough lots, to nothing."""
    with tenancy.scope(household=household.pk):
        sums: dict[tuple[object, str], Decimal] = defaultdict(Decimal)
        for line in StockMovement.objects.filter(household=household):
            sums[line.item_id, line.unit] += line.delta or 0
        items = list(StockItem.objects.filter(household=household))
    for item in items:
        kept = sums.pop((item.pk, item.unit), Decimal(0))
        if kept != (item.amount or 0) or (item.amount == 0) != (item.finished_at is not None and not item.rough):
            return False
    return not any(sums.values())


@contextmanager
def forgotten() -> Iterator[None]:
    """What happens inside is taken back by the database: one example of many begins as the other."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def as_person(household: Household, person: User) -> tenancy.scope:  # type: ignore[valid-type]
    return tenancy.scope(household=household.pk, person=person.pk)
