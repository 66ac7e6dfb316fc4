"""Taking back what was done to the stock: by new lines of the ledger that name those they take back.

Refused where what came later makes it impossible, with the sentence that says what to do.
"""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.matching import name_key
from pantry.models import Place, StockItem, StockMovement, read_food_ref
from pantry.services.ledger import CORRECTED, MOVED, NOTHING, Deed, begin, change_amount, lines_of, standing
from pantry.services.new_lots import LONGEST_NAME
from pantry.services.stock import snapshot


@transaction.atomic
def undo_adding(activity: Activity, by: User) -> None:
    """As if it had never been there: only while nothing of it has gone."""
    deed, lines = _begin(activity, by)
    for line in lines:
        lot = deed.lot(line.item_id, finished=True)
        if standing(lot).exclude(pk=line.pk).exclude(kind="moved").exists():
            raise DomainError(
                _("Something has been done with it since: take that back first (%(name)s).") % {"name": lot.name}
            )
        _write_back(deed, lot, line)
        change_amount(lot, None if line.delta is None else -line.delta)
    announce(deed.household, "stock")


@transaction.atomic
def undo_taking(activity: Activity, by: User) -> None:
    """What was used or thrown away is there again."""
    deed, lines = _begin(activity, by)
    for line in lines:
        lot = deed.lot(line.item_id, finished=True)
        _refuse_if_counted_since(lot, line)
        _write_back(deed, lot, line)
        if line.delta is None:
            lot.finished_at = None
            lot.save(update_fields=["finished_at"])
        else:
            change_amount(lot, -line.delta)
    announce(deed.household, "stock")


@transaction.atomic
def undo_move(activity: Activity, by: User) -> None:
    deed, lines = _begin(activity, by)
    for line in lines:
        lot = deed.lot(line.item_id)
        if line.from_place_id is None or str(lot.place_id) != activity.facts["after"]["place"]:
            raise DomainError(_("It has been moved again since."))
        dated = {name: activity.facts["after"][name] for name in ("use_by", "date_kind")}
        if dated == {"use_by": _iso(lot.use_by), "date_kind": lot.date_kind}:
            _set_date(lot, activity.facts["before"])
        lot.place_id = line.from_place_id
        lot.save(update_fields=["place", "use_by", "date_kind"])
        back = {"from_place_id": line.to_place_id, "to_place_id": line.from_place_id}
        deed.write(lot, MOVED, NOTHING if lot.amount is not None else None, undoes=line, **back)
    announce(deed.household, "stock")


@transaction.atomic
def undo_correction(activity: Activity, by: User) -> None:
    deed = begin(activity.household, by, new_id())
    lot = deed.lot(UUID(activity.facts["item"]), finished=True)
    if snapshot(lot) != activity.facts["after"]:
        raise DomainError(_("This has been changed again since."))
    _restore(lot, activity.facts["before"])
    if not Place.objects.there().filter(household=deed.household, pk=lot.place_id).exists():
        raise DomainError(_("The place where it was is not there any more."))
    lot.save()
    for line in lines_of(deed.household, activity.subject):
        delta = None if line.delta is None else -line.delta
        deed.write(lot, CORRECTED, delta, unit=line.unit, undoes=line)
    announce(deed.household, "stock")


def _begin(activity: Activity, by: User) -> tuple[Deed, list[StockMovement]]:
    deed = begin(activity.household, by, new_id())
    lines = lines_of(deed.household, activity.subject)
    if not lines:
        raise DomainError(_("This is too long ago to be undone."))
    return deed, lines


def _write_back(deed: Deed, lot: StockItem, line: StockMovement) -> None:
    if lot.unit != line.unit or (lot.amount is None) != (line.delta is None):
        raise DomainError(_("How it is counted has been changed since: set the amount right by hand."))
    delta = None if line.delta is None else -line.delta
    deed.write(lot, line.kind, delta, undoes=line, reason=line.reason)


def _refuse_if_counted_since(lot: StockItem, line: StockMovement) -> None:
    later = standing(lot).filter(kind=CORRECTED, created_at__gt=line.created_at).exclude(delta=0)
    if later.exists():
        raise DomainError(_("It has been counted again since: set the amount right by hand."))


def _restore(lot: StockItem, kept: dict[str, Any]) -> None:
    for name in ("name", "unit", "rough", "note"):
        setattr(lot, name, kept[name])
    lot.food_ref = read_food_ref(kept["food"])
    for name in ("amount", "pack"):
        setattr(lot, name, None if kept[name] is None else Decimal(kept[name]))
    lot.name_key = (name_key(lot.name) or lot.name.casefold())[:LONGEST_NAME]
    lot.finished_at = timezone.now() if lot.amount == NOTHING else None
    lot.place_id = UUID(kept["place"])
    _set_date(lot, kept)


def _set_date(lot: StockItem, kept: dict[str, Any]) -> None:
    lot.use_by = date.fromisoformat(kept["use_by"]) if kept["use_by"] else None
    lot.date_kind = kept["date_kind"]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
