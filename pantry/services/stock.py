"""What people do with food: put it on the shelves, use it, throw it away. The rest stands in modules of its own.

Each is one operation with an id that the form, command or tool brought: what arrives twice is done once.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Household, User
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity, convert, convertible, rounded
from pantry.models import Product, StockItem, WasteReason
from pantry.queries.day import today_in
from pantry.queries.keeping import set_dates
from pantry.services.ledger import ADDED, CONSUMED, WASTED, Deed, begin, lot_facts
from pantry.services.lot import call, measure, pay
from pantry.services.new_lots import NewLot, completed, new_lots
from pantry.services.stock_correction import correct_stock
from pantry.services.stock_count import Count, count_many, count_stock
from pantry.services.stock_dates import freeze_stock, open_stock, thaw_stock
from pantry.services.stock_many import move_many, use_many, waste_many
from pantry.services.stock_move import move_stock
from pantry.services.stock_parts import merge_stock, split_stock
from pantry.services.use_food import use_food

__all__ = [
    "Count",
    "NewLot",
    "add_stock",
    "correct_stock",
    "count_many",
    "count_stock",
    "freeze_stock",
    "merge_stock",
    "move_many",
    "move_stock",
    "new_lots",
    "open_stock",
    "split_stock",
    "thaw_stock",
    "use_food",
    "use_many",
    "use_stock",
    "waste_many",
    "waste_stock",
]


@transaction.atomic
def add_stock(household: Household, entries: Sequence[NewLot], *, by: User, operation: UUID) -> list[StockItem]:
    """Put lots on the shelves; what an entry does not say is filled in (pantry/services/new_lots.py)."""
    deed = begin(household, by, operation)
    if again := deed.done():
        return again
    if not entries:
        raise DomainError(_("Write what there is."))
    lots = completed(entries, deed.household, today=today_in(deed.household))
    items = [put_on_shelf(deed, lot) for lot in lots]
    deed.tell("stock.added", [lot_facts(item, item.amount) for item in items])
    return items


def put_on_shelf(deed: Deed, lot: NewLot) -> StockItem:
    """A completed lot with the line of the ledger that brings it."""
    item = StockItem(id=lot.id or new_id(), household=deed.household, added_by=deed.by, note=lot.note[:300])
    call(item, lot.name, lot.food_id)
    item.place, item.product = deed.place(lot.place), _own_product(deed, lot.product_id)
    if lot.dates:
        set_dates(item, lot.dates)
    measure(item, lot.quantity, lot.rough)
    if lot.pack:
        item.unit = item.unit if item.amount is not None else lot.pack.unit
        pack = rounded(convert(lot.pack, item.unit).amount) if convertible(lot.pack, item.unit) else None
        item.pack = pack or None
    pay(item, lot.price)
    try:
        with transaction.atomic():
            item.save(force_insert=True)
    except IntegrityError as error:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    deed.write(item, ADDED, item.amount, value=item.price)
    return item


def _own_product(deed: Deed, id: UUID | None) -> Product | None:
    return Product.objects.filter(household=deed.household, pk=id).first() if id else None


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
