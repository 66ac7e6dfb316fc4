"""Opening, freezing and thawing food: each gives it another date (pantry.dates). A part of it becomes its own lot."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from kitchen.errors import DomainError
from kitchen.units import Quantity
from pantry.dates import moved, opened
from pantry.lot_fields import fields_of
from pantry.models import Place, StockItem, Storage
from pantry.queries.day import today_in
from pantry.queries.keeping import dates_of, keeps_of, set_dates
from pantry.services.ledger import FROZEN, OPENED, THAWED, Deed, begin, lot_facts
from pantry.services.lot_part import part_of
from pantry.services.place import place_for
from pantry.services.stock_move import carry


@transaction.atomic
def open_stock(
    item: StockItem, quantity: Quantity | None = None, *, place: Place | None = None, by: User, operation: UUID
) -> StockItem:
    """A package, or so much of the lot (one of four tins); `place` is where it lies from now on."""
    deed = begin(item.household, by, operation)
    if again := deed.done(OPENED):
        return again[0]
    lot = deed.lot(item.pk)
    part, delta = part_of(deed, lot, quantity)
    before, former = fields_of(part), part.place
    part.place = deed.place(place) if place else former
    _open(deed, part, former)
    deed.keep(part, before, OPENED, delta, from_place=former, to_place=part.place)
    deed.tell("stock.opened", [lot_facts(part, part.amount)])
    return part


def _open(deed: Deed, part: StockItem, former: Place) -> None:
    today, lives, here = today_in(deed.household), keeps_of(part), part.place.storage
    dates = moved(dates_of(part), former.storage, here, today, lives)
    set_dates(part, opened(dates, here, today, lives))


@transaction.atomic
def freeze_stock(
    item: StockItem, quantity: Quantity | None = None, *, place: Place | None = None, by: User, operation: UUID
) -> StockItem:
    """Into the freezer (the first one, unless `place` is another), before its date."""
    deed = begin(item.household, by, operation)
    if again := deed.done(FROZEN):
        return again[0]
    lot, to = deed.lot(item.pk), deed.place(place or place_for(deed.household, Storage.FREEZER))
    if to.storage != Storage.FREEZER:
        raise DomainError(_("There is no freezer here: make a place that keeps food like one first."), field="place")
    if lot.place.storage == Storage.FREEZER:
        raise DomainError(_("It lies in the freezer already: %(place)s.") % {"place": lot.place.name})
    part, delta = part_of(deed, lot, quantity)
    carry(deed, part, to, FROZEN, delta)
    deed.tell("stock.frozen", [lot_facts(part, part.amount)], place=to.name)
    return part


@transaction.atomic
def thaw_stock(
    item: StockItem, quantity: Quantity | None = None, *, place: Place | None = None, by: User, operation: UUID
) -> StockItem:
    """Out of the freezer, into the fridge unless `place` is another: for a short time."""
    deed = begin(item.household, by, operation)
    if again := deed.done(THAWED):
        return again[0]
    lot, to = deed.lot(item.pk), deed.place(place or place_for(deed.household, Storage.FRIDGE))
    if lot.place.storage != Storage.FREEZER:
        raise DomainError(_("It is not frozen: it lies here: %(place)s.") % {"place": lot.place.name})
    if to.storage == Storage.FREEZER:
        raise DomainError(_("Nothing thaws there: choose a place that is no freezer."), field="place")
    part, delta = part_of(deed, lot, quantity)
    carry(deed, part, to, THAWED, delta)
    deed.tell("stock.thawed", [lot_facts(part, part.amount)], place=to.name)
    return part
