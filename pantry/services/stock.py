"""What people do with food: put it on the shelves, use it, throw it away, move it, set it right.

Each is one operation with an id that the form, command or tool brought: what arrives twice is done once.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NotRequired, TypedDict, Unpack
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity, convert, convertible, rounded
from pantry.matching import name_key
from pantry.models import DateKind, FoodId, Place, Rough, StockItem, Storage, WasteReason, food_text
from pantry.queries.day import today_in
from pantry.queries.foods import food_called
from pantry.services.ledger import (
    ADDED,
    CONSUMED,
    CORRECTED,
    MOVED,
    NOTHING,
    WASTED,
    Deed,
    begin,
    check_amount,
    lot_facts,
)
from pantry.services.new_lots import LONGEST_NAME, NewLot, completed, estimated, new_lots
from pantry.services.use_food import use_food

__all__ = [
    "NewLot",
    "add_stock",
    "correct_stock",
    "move_stock",
    "new_lots",
    "use_food",
    "use_stock",
    "waste_stock",
]


class Truth(TypedDict):
    """Everything that can be said of a lot; what is left out is said to be nothing."""

    name: str
    place: Place
    quantity: NotRequired[Quantity | None]
    rough: NotRequired[str]
    use_by: NotRequired[date | None]
    date_kind: NotRequired[str]
    note: NotRequired[str]


@transaction.atomic
def add_stock(household: Household, entries: Sequence[NewLot], *, by: User, operation: UUID) -> list[StockItem]:
    """Put lots on the shelves; what an entry does not say is filled in (pantry/services/new_lots.py)."""
    deed = begin(household, by, operation)
    if again := deed.done():
        return again
    if not entries:
        raise DomainError(_("Write what there is."))
    lots = completed(entries, deed.household, today=today_in(deed.household))
    items = [_put(deed, lot) for lot in lots]
    deed.tell("stock.added", [lot_facts(item, item.amount) for item in items])
    return items


def _put(deed: Deed, lot: NewLot) -> StockItem:
    item = StockItem(id=lot.id or new_id(), household=deed.household, added_by=deed.by, note=lot.note[:300])
    _name(item, lot.name, lot.food_id)
    item.place, item.use_by, item.date_kind = _own_place(deed, lot.place), lot.use_by, lot.date_kind
    _measure(item, lot.quantity, lot.rough)
    if lot.pack:
        item.unit = item.unit if item.amount is not None else lot.pack.unit
        item.pack = rounded(convert(lot.pack, item.unit).amount) if convertible(lot.pack, item.unit) else None
    try:
        with transaction.atomic():
            item.save(force_insert=True)
    except IntegrityError as error:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    deed.write(item, ADDED, item.amount)
    return item


@transaction.atomic
def use_stock(item: StockItem, quantity: Quantity | None, *, by: User, operation: UUID) -> StockItem:
    """Eat or cook so much of a lot, in any unit that its food can be told in; all of it for None."""
    deed = begin(item.household, by, operation)
    if again := deed.done():
        return again[0]
    lot = deed.lot(item.pk)
    deed.tell("stock.used", [deed.take(lot, quantity, CONSUMED)])
    return lot


@transaction.atomic
def waste_stock(item: StockItem, quantity: Quantity | None, reason: str, *, by: User, operation: UUID) -> StockItem:
    """Throw so much of a lot away, all of it for None; `reason` is a WasteReason."""
    deed = begin(item.household, by, operation)
    if again := deed.done():
        return again[0]
    if reason not in WasteReason.values:
        raise DomainError(_("Say why it was thrown away."), field="reason")
    lot = deed.lot(item.pk)
    deed.tell("stock.wasted", [deed.take(lot, quantity, WASTED, reason)], reason=reason)
    return lot


@transaction.atomic
def move_stock(item: StockItem, place: Place, *, by: User, operation: UUID) -> StockItem:
    """Somewhere else. An estimated date is estimated anew for the new storage, and in the freezer any date is."""
    deed = begin(item.household, by, operation)
    if again := deed.done():
        return again[0]
    lot, to = deed.lot(item.pk), _own_place(deed, place)
    if lot.place_id == to.pk:
        return lot
    before = _dated(lot)
    _carry(deed, lot, to)
    facts = {"place": to.name, "before": before, "after": _dated(lot)}
    deed.tell("stock.moved", [lot_facts(lot, lot.amount)], **facts)
    return lot


def _carry(deed: Deed, lot: StockItem, to: Place) -> None:
    former, lot.place = lot.place, to
    if former.storage != to.storage and (lot.date_kind in ("", DateKind.ESTIMATED) or to.storage == Storage.FREEZER):
        lot.use_by, lot.date_kind = estimated(lot.food_ref, to.storage, today_in(deed.household))
    lot.save(update_fields=["place", "use_by", "date_kind"])
    deed.write(lot, MOVED, NOTHING if lot.amount is not None else None, from_place=former, to_place=to)


@transaction.atomic
def correct_stock(item: StockItem, *, by: User, operation: UUID, **truth: Unpack[Truth]) -> StockItem:
    """What a lot really is, all of it said anew. Neither `quantity` nor `rough` means that nothing is left."""
    deed = begin(item.household, by, operation)
    if again := deed.done():
        return again[0]
    lot = deed.lot(item.pk)
    before, former, unit = snapshot(lot), lot.amount, lot.unit
    _say_anew(deed, lot, truth)
    if snapshot(lot) != before:
        _recount(deed, lot, former, unit)
        after = snapshot(lot)
        deed.tell("stock.corrected", [lot_facts(lot, lot.amount)], item=str(lot.pk), before=before, after=after)
    return lot


def _say_anew(deed: Deed, lot: StockItem, truth: Truth) -> None:
    if truth["name"] != lot.name:
        _name(lot, truth["name"], food_called(truth["name"]))
    use_by = truth.get("use_by")
    lot.place, lot.note = _own_place(deed, truth["place"]), truth.get("note", "")[:300]
    lot.date_kind, lot.use_by = _kind(lot, use_by, truth.get("date_kind", "")), use_by
    _measure(lot, truth.get("quantity"), truth.get("rough", ""), or_nothing=True)


def _recount(deed: Deed, lot: StockItem, former: Any, unit: str) -> None:
    """Keep a corrected lot, with the lines that bring the sums of both units to what is there now."""
    lot.finished_at = timezone.now() if lot.amount == NOTHING else None
    lot.save()
    if former is not None and unit != lot.unit:
        deed.write(lot, CORRECTED, -former, unit=unit)
        former = NOTHING
    rough = lot.amount is None and former is None
    deed.write(lot, CORRECTED, None if rough else (lot.amount or NOTHING) - (former or NOTHING))


def snapshot(lot: StockItem) -> dict[str, Any]:
    """What a correction may change, as the feed keeps it for undo."""
    kept: dict[str, Any] = {name: getattr(lot, name) for name in ("name", "unit", "rough", "note")}
    kept["food"] = food_text(lot.food_ref)
    for name in ("amount", "pack"):
        kept[name] = None if getattr(lot, name) is None else str(rounded(getattr(lot, name)))
    return {**kept, **_dated(lot)}


def _dated(lot: StockItem) -> dict[str, Any]:
    use_by = lot.use_by.isoformat() if lot.use_by else None
    return {"place": str(lot.place_id), "use_by": use_by, "date_kind": str(lot.date_kind)}


def _kind(lot: StockItem, use_by: date | None, date_kind: str) -> str:
    """A date that somebody set is not an estimate any more."""
    if use_by is None:
        return ""
    if date_kind not in ("", DateKind.ESTIMATED):
        return date_kind
    unchanged = lot.date_kind == DateKind.ESTIMATED and lot.use_by == use_by
    return DateKind.ESTIMATED if unchanged else DateKind.USE_BY


def _measure(item: StockItem, quantity: Quantity | None, rough: str, *, or_nothing: bool = False) -> None:
    if rough and rough not in Rough.values:
        raise DomainError(_("Say how much there is: an amount, or roughly."), field="rough")
    if quantity is None and not rough and or_nothing:
        item.amount, item.rough = NOTHING, ""
    elif quantity is None:
        item.amount, item.rough = None, rough or Rough.SOME
    else:
        check_amount(quantity)
        if item.unit != quantity.unit:
            item.pack = None
        item.amount, item.unit, item.rough = rounded(quantity.amount), quantity.unit, ""


def _name(item: StockItem, name: str, food_ref: FoodId | None) -> None:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise DomainError(_("Say what it is, in at most %(count)d letters.") % {"count": LONGEST_NAME}, field="name")
    item.name, item.food_ref = name, food_ref
    item.name_key = (name_key(name) or name.casefold())[:LONGEST_NAME]


def _own_place(deed: Deed, place: Place | None) -> Place:
    """As it is now: it may have been removed since the page was drawn."""
    found = Place.objects.there().filter(household=deed.household, pk=place.pk).first() if place else None
    if found is None:
        raise DomainError(_("This place is not there any more: choose another."), field="place")
    return found
