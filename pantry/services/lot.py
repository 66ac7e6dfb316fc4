"""Saying what a lot is: its name and food, how much there is of it, what was paid. Rows are not saved here."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from kitchen.units import Quantity
from kitchen.visible import one_line
from pantry.lot_fields import LONGEST_NAME, key_of
from pantry.models import FoodId, Rough, StockItem
from pantry.queries.worth import CENT
from pantry.services.ledger import NOTHING, kept

# More than anything in a kitchen costs; what is typed by mistake ends here.
DEAREST = Decimal(1_000_000)


def call(item: StockItem, name: str, ref: FoodId | None) -> None:
    name = one_line(name)
    if not name or len(name) > LONGEST_NAME:
        raise DomainError(_("Say what it is, in at most %(count)d letters.") % {"count": LONGEST_NAME}, field="name")
    item.name, item.food_ref = name, ref
    item.name_key = key_of(name)


def measure(item: StockItem, quantity: Quantity | None, rough: str, *, or_nothing: bool = False) -> None:
    """`or_nothing`: neither a quantity nor a rough amount means that nothing is left; else it is "some"."""
    if rough and rough not in Rough.values:
        raise DomainError(_("Say how much there is: an amount, or roughly."), field="rough")
    if quantity is None and not rough and or_nothing:
        item.amount, item.rough = NOTHING, ""
    elif quantity is None or rough:
        item.amount, item.rough = None, rough or Rough.SOME
    else:
        quantity = kept(quantity)
        if item.unit != quantity.unit:
            item.pack = None
        item.amount, item.unit, item.rough = quantity.amount, quantity.unit, ""


def pay(item: StockItem, price: Decimal | None) -> None:
    """What all that there is of it has cost."""
    if price is not None and not NOTHING <= price <= DEAREST:
        raise DomainError(_("Give a price that can be paid for food."), field="price")
    item.price = None if price is None else price.quantize(CENT, rounding=ROUND_HALF_UP)
    item.price_amount = None if price is None or not item.amount else item.amount
    item.price_unit = item.unit if item.price_amount else ""
