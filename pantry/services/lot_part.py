"""A part of a lot as a lot of its own: what is opened, frozen or moved alone has another date than the rest."""

from decimal import Decimal

from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.models import StockItem
from pantry.services.ledger import SPLIT, Deed, amount_to_take, change_amount, nothing_of

COPIED = [
    field.attname for field in StockItem._meta.concrete_fields if field.name not in ("id", "created_at", "finished_at")
]


def part_of(deed: Deed, lot: StockItem, quantity: Quantity | None) -> tuple[StockItem, Decimal | None]:
    """So much of a locked lot, and the delta of the line that is to be written of it. All of it is the lot itself.

    Else the rest has its line already; the part is not saved yet, and its line is the first of its own.
    """
    amount = lot.amount if quantity is None else amount_to_take(lot, quantity)
    if quantity is None or amount is None or amount == lot.amount:
        return lot, nothing_of(lot)
    deed.write(lot, SPLIT, -amount)
    change_amount(lot, -amount)
    part = StockItem(id=new_id(), **{name: getattr(lot, name) for name in COPIED})
    part.household, part.place, part.product, part.amount = lot.household, lot.place, lot.product, amount
    return part, amount
