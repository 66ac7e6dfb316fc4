"""What a part of a lot is worth, by what was paid for the lot."""

from decimal import ROUND_HALF_UP, Decimal

from kitchen.units import CannotConvert, Quantity, convert
from pantry.models import StockItem
from pantry.queries.amount import facts_of

CENT = Decimal("0.01")
# What is worth more was counted or paid by mistake: nobody knows, and no line of a ledger could keep it.
DEAREST = Decimal(1_000_000_000)


def worth_of(item: StockItem, amount: Decimal | None) -> Decimal | None:
    """To the cent, of so much in the lot's unit, of all of it for None; None where nobody knows the price."""
    if item.price is None:
        return None
    if amount is None or item.price_amount is None or not item.price_unit:
        return item.price if amount is None else None
    try:
        there = convert(Quantity(amount, item.unit), item.price_unit, facts_of(item.food_ref)).amount
    except CannotConvert:
        return None
    worth = item.price * there / item.price_amount
    return worth.quantize(CENT, rounding=ROUND_HALF_UP) if worth <= DEAREST else None


def price_of_one(item: StockItem) -> tuple[Decimal, str] | None:
    """What a kilogram or litre of it costs, else one of its unit; None where nobody knows."""
    if item.price is None or not item.price_amount or not item.price_unit:
        return None
    for unit in ("kg", "l"):
        try:
            there = convert(Quantity(item.price_amount, item.price_unit), unit).amount
        except CannotConvert:
            continue
        return item.price / there, unit
    return item.price / item.price_amount, item.price_unit
