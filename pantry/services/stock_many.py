"""The same with several lots at once: one operation, and one line in the feed."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from kitchen.errors import DomainError
from pantry.models import Place, StockItem, WasteReason
from pantry.services.ledger import CONSUMED, MOVED, WASTED, Deed, begin, lot_facts, nothing_of
from pantry.services.stock_move import carry


@transaction.atomic
def use_many(items: Sequence[StockItem], *, by: User, operation: UUID) -> list[StockItem]:
    """Use all that there is of each."""
    deed = _begin(items, by, operation)
    if again := deed.done():
        return again
    lots = deed.lots(items)
    deed.tell("stock.used", [deed.take(lot, None, CONSUMED) for lot in lots])
    return lots


@transaction.atomic
def waste_many(items: Sequence[StockItem], reason: str, *, by: User, operation: UUID) -> list[StockItem]:
    """Throw all that there is of each away, for one reason."""
    deed = _begin(items, by, operation)
    if again := deed.done():
        return again
    if reason not in WasteReason.values:
        raise DomainError(_("Say why it was thrown away."), field="reason")
    lots = deed.lots(items)
    deed.tell("stock.wasted", [deed.take(lot, None, WASTED, reason) for lot in lots], reason=reason)
    return lots


@transaction.atomic
def move_many(items: Sequence[StockItem], place: Place, *, by: User, operation: UUID) -> list[StockItem]:
    """Each to one place; what lies there already stays."""
    deed = _begin(items, by, operation)
    if again := deed.done():
        return again
    to = deed.place(place)
    lots = [lot for lot in deed.lots(items) if lot.place_id != to.pk]
    for lot in lots:
        carry(deed, lot, to, MOVED, nothing_of(lot))
    if lots:
        deed.tell("stock.moved", [lot_facts(lot, lot.amount) for lot in lots], place=to.name)
    return lots


def _begin(items: Sequence[StockItem], by: User, operation: UUID) -> Deed:
    if not items:
        raise DomainError(_("Choose something first."))
    return begin(items[0].household, by, operation)
