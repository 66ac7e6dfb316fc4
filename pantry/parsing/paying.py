"""What was paid for all of an entry, from the price as it was written.

A price is that of everything ("3.50 €", "for 3.50", "3 for 5 €"), unless a word says that it is for each ("@ 1.99",
"à 1,29", "je", "po", "each", "2 x 1.29 €") or for a measure ("2.40 €/kg"). Each is a pack, else a piece.
"""

from decimal import Decimal

from kitchen.money import CENT
from kitchen.units import CannotConvert, Facts, Quantity, convert
from kitchen.units.table import COUNT, PACKAGE
from pantry.matching import match
from pantry.parsing.prices import Price


def total(price: Price, name: str, quantity: Quantity | None, pack: Quantity | None) -> Decimal | None:
    """None where it cannot be reckoned: of something sold by weight that nobody weighed."""
    if price.per:
        paid = by_measure(price, name, quantity)
    elif price.each or price.times:
        paid = price.amount * (price.times or count(quantity, pack))
    else:
        paid = price.amount
    return None if paid is None else paid.quantize(CENT)


def count(quantity: Quantity | None, pack: Quantity | None) -> Decimal:
    if quantity is None:
        return Decimal(1)
    if pack and pack.amount and pack.unit == quantity.unit:
        return quantity.amount / pack.amount
    return quantity.amount if quantity.kind in {COUNT, PACKAGE} else Decimal(1)


def by_measure(price: Price, name: str, quantity: Quantity | None) -> Decimal | None:
    food = match(name).food
    try:
        whole = quantity and convert(quantity, price.per, food.units if food else Facts())
    except CannotConvert:
        return None
    return price.amount * whole.amount / price.per_amount if whole and price.per_amount else None
