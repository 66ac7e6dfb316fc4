"""Carrying food from place to place. What goes into the freezer is frozen by it, what comes out of it thaws."""

from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from kitchen.errors import DomainError
from kitchen.units import Quantity
from pantry.dates import THAWED, moved
from pantry.lot_fields import fields_of
from pantry.models import Place, StockItem, Storage
from pantry.queries.day import today_in
from pantry.queries.keeping import dates_of, keeps_of, set_dates
from pantry.services.ledger import MOVED, Deed, begin, lot_facts
from pantry.services.lot_part import part_of


@transaction.atomic
def move_stock(
    item: StockItem, place: Place, quantity: Quantity | None = None, *, by: User, operation: UUID
) -> StockItem:
    """All of a lot somewhere else, or so much of it as a lot of its own."""
    deed = begin(item.household, by, operation)
    if again := deed.done(MOVED):
        return again[0]
    lot, to = deed.lot(item.pk), deed.place(place)
    if lot.place_id == to.pk:
        return _there(lot, quantity)
    part, delta = part_of(deed, lot, quantity)
    carry(deed, part, to, MOVED, delta)
    deed.tell("stock.moved", [lot_facts(part, part.amount)], place=to.name)
    return part


def carry(deed: Deed, lot: StockItem, to: Place, kind: str, delta: Decimal | None) -> None:
    """A locked lot to its new place, with the dates that it has there, and the line that tells so."""
    before, former = fields_of(lot), lot.place
    dates, today = dates_of(lot), today_in(deed.household)
    if to.storage == Storage.FREEZER and former.storage == Storage.PANTRY and dates.state == THAWED:
        raise DomainError(_("It was thawed outside the fridge: eat it or cook it, do not freeze it again."))
    set_dates(lot, moved(dates, former.storage, to.storage, today, keeps_of(lot)))
    lot.place = to
    deed.keep(lot, before, kind, delta, from_place=former, to_place=to)


def _there(lot: StockItem, quantity: Quantity | None) -> StockItem:
    if quantity is None:
        return lot
    raise DomainError(_("It is there already: %(place)s.") % {"place": lot.place.name}, field="place")
