"""Taking back what was done to the stock, also out of order: by new lines of the ledger that name those they take back.

What the lot is then, its other lines tell (pantry.replay); refused where they make no sense without these.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.lot_fields import Kept, fields_of, set_fields
from pantry.models import Place, StockItem, StockMovement
from pantry.replay import Line, without
from pantry.services.ledger import CORRECTED, MOVED, Deed, begin, lines_of
from pantry.services.lines_before import told_before


@transaction.atomic
def undo_stock(activity: Activity, by: User) -> None:
    """Everything that one operation did, or nothing of it."""
    deed = begin(activity.household, by, new_id())
    lines = lines_of(deed.household, activity.subject)
    if not lines:
        raise DomainError(_("This is too long ago to be undone."))
    for id, own in groupby(lines, lambda line: line.item_id):
        _take_back(deed, deed.lot(id, finished=True), list(own))
    announce(deed.household, "stock")


@transaction.atomic
def take_back(household: Household, operation: UUID | None, by: User) -> list[str]:
    """As much of an operation as can be taken back: a sentence for each lot that has to stay as it is.

    Refused where none can; an operation that changed no lot is none to be taken back.
    """
    deed, stays, done = begin(household, by, new_id()), [], 0
    for id, own in groupby(lines_of(deed.household, operation), lambda line: line.item_id):
        lot = deed.lot(id, finished=True)
        try:
            _take_back(deed, lot, list(own))
            done += 1
        except DomainError as refusal:
            stays.append(_("%(name)s: %(why)s") % {"name": lot.name, "why": refusal})
    if stays and not done:
        raise DomainError(stays[0])
    announce(deed.household, "stock")
    return stays


def undo_adding(activity: Activity, by: User) -> None:
    """As if it had never been there: only while nothing of it has gone."""
    undo_stock(activity, by)


def _take_back(deed: Deed, lot: StockItem, own: Sequence[StockMovement]) -> None:
    outcome = without(_lines(lot, {line.pk for line in own}), fields_of(lot), lot.name)
    _check_place(deed, lot, outcome.fields)
    set_fields(lot, outcome.fields)
    lot.amount = outcome.amount
    lot.finished_at = (lot.finished_at or timezone.now()) if outcome.finished else None
    lot.save()
    for line in own:
        delta = None if line.delta is None else -line.delta
        deed.write(lot, line.kind, delta, unit=line.unit, undoes=line, reason=line.reason)


def _lines(lot: StockItem, now: set[UUID]) -> list[Line]:
    back = StockMovement.objects.filter(household=lot.household_id, undoes=OuterRef("pk"))
    rows = list(
        StockMovement.objects.filter(household=lot.household_id, item=lot, undoes=None)
        .annotate(back=Exists(back))
        .order_by("created_at", "id")
    )
    silent = {row.operation for row in rows if not row.changes and row.kind in (MOVED, CORRECTED)}
    before = told_before(lot.household_id, silent)
    return [
        Line(row.kind, row.delta, row.unit, row.changes or before.get(row.operation, {}), _back(row), row.pk in now)
        for row in rows
    ]


def _back(row: Any) -> bool:
    return bool(row.back)


def _check_place(deed: Deed, lot: StockItem, fields: Kept) -> None:
    place = fields.get("place", str(lot.place_id))
    if place != str(lot.place_id) and not Place.objects.there().filter(household=deed.household, pk=place).exists():
        raise DomainError(_("The place where it was is not there any more."))
