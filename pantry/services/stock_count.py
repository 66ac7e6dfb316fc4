"""Stock-take: what somebody counted, or found to be as it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from kitchen.errors import DomainError
from kitchen.units import Quantity, convert, convertible, rounded
from pantry.lot_fields import fields_of
from pantry.models import StockItem
from pantry.queries.amount import facts_of
from pantry.queries.day import today_in
from pantry.services.ledger import COUNTED, Deed, begin, lot_facts
from pantry.services.lot import measure
from pantry.services.stock_correction import recount


@dataclass(frozen=True)
class Count:
    """Neither `quantity` nor `rough`: there is as much as is written. A quantity of 0: nothing is left."""

    item: StockItem
    quantity: Quantity | None = None
    rough: str = ""


def count_stock(
    item: StockItem, quantity: Quantity | None = None, rough: str = "", *, by: User, operation: UUID
) -> StockItem:
    return count_many([Count(item, quantity, rough)], by=by, operation=operation)[0]


@transaction.atomic
def count_many(counts: Sequence[Count], *, by: User, operation: UUID) -> list[StockItem]:
    if not counts:
        raise DomainError(_("Choose something first."))
    deed = begin(counts[0].item.household, by, operation)
    if again := deed.done():
        return again
    by_lot = {count.item.pk: count for count in counts}
    lots = deed.lots([count.item for count in counts])
    for lot in lots:
        _count(deed, lot, by_lot[lot.pk])
    deed.tell("stock.counted", [lot_facts(lot, lot.amount) for lot in lots])
    return lots


def _count(deed: Deed, lot: StockItem, count: Count) -> None:
    before, former = fields_of(lot), lot.amount
    lot.counted_on = today_in(deed.household)
    if count.rough:
        measure(lot, None, count.rough)
    elif count.quantity is not None:
        found = _as_kept(lot, count.quantity)
        measure(lot, found if found.amount else None, "", or_nothing=True)
    recount(deed, lot, before, former, COUNTED)


def _as_kept(lot: StockItem, quantity: Quantity) -> Quantity:
    """In the lot's unit, if it turns into that one; else it is counted in another from now on."""
    facts = facts_of(lot.food_ref)
    if lot.amount is None or quantity.unit == lot.unit or not convertible(quantity, lot.unit, facts):
        return quantity
    return Quantity(rounded(convert(quantity, lot.unit, facts).amount), lot.unit)
