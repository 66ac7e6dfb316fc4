"""What one thing cost, each time somebody said so, and for how much of it. Not for guests."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Household
from kitchen.money import tell_money
from kitchen.units import UNITS, CannotConvert, Quantity, convert, unit_name
from pantry.models import of_foods
from pantry.queries.foods import food
from shopping.models import PriceRecord, ShoppingListItem
from shopping.queries.purchase import bought_in
from shopping.wanted import amount_of, told

MOST, BEST_OF = 100, 2


@dataclass(frozen=True)
class PriceLine:
    """`share` is how long its bar is, 0 to 100, of the dearest beside it; 0 where prices cannot be compared."""

    day: date
    store: str
    price: str
    amount: str
    each: str
    share: int
    best: bool


@dataclass(frozen=True)
class PriceHistory:
    """`times` is how often it was bought, `lines` are those times that have a price, the newest first."""

    name: str
    emoji: str
    times: int
    lines: list[PriceLine]
    best: PriceLine | None


def price_history(household: Household, item: ShoppingListItem) -> PriceHistory:
    """Of the food, or of the name of what has none: two queries."""
    same = of_foods([item.food_ref]) if item.food_ref else Q(food=None, own_food=None, name_key=item.name_key)
    records = PriceRecord.objects.filter(same, household=household, currency=household.currency)
    found = list(records.select_related("store").order_by("-paid_on", "-id")[:MOST])
    unit = _unit_of(found)
    each = [_each(one, unit) if unit else None for one in found]
    known = [one for one in each if one is not None]
    cheapest, dearest = min(known, default=None), max(known, default=None)
    lines = [
        _line(record, one, unit, dearest, best=one is not None and one == cheapest and len(known) >= BEST_OF)
        for record, one in zip(found, each, strict=True)
    ]
    meant = food(item.food_ref)
    times = bought_in(household).filter(same).count()
    best = next((one for one in lines if one.best), None)
    return PriceHistory(meant.name if meant else item.name, meant.emoji if meant else "", times, lines, best)


def _unit_of(records: list[PriceRecord]) -> str:
    """What prices are compared by: a kilogram or litre where the newest with an amount can be, else its own unit."""
    for one in records:
        amount = amount_of(one.quantity, one.unit) if one.unit in UNITS else None
        if amount:
            return next((unit for unit in ("kg", "l") if _converts(amount, unit)), amount.unit)
    return ""


def _converts(amount: Quantity, unit: str) -> bool:
    try:
        return convert(amount, unit).amount > 0
    except CannotConvert:
        return False


def _each(record: PriceRecord, unit: str) -> Decimal | None:
    """What one of the unit cost then."""
    amount = amount_of(record.quantity, record.unit)
    known = food(record.food_ref)
    if amount is None:
        return None
    try:
        much = convert(amount, unit, known.units if known else None).amount
    except CannotConvert:
        return None
    return record.price / much if much else None


def _line(record: PriceRecord, each: Decimal | None, unit: str, dearest: Decimal | None, *, best: bool) -> PriceLine:
    words = {"price": tell_money(each, record.currency), "unit": unit_name(unit, 1)} if each is not None else {}
    return PriceLine(
        day=record.paid_on,
        store=record.store.name if record.store else "",
        price=tell_money(record.price, record.currency),
        amount=told(record.quantity, record.unit),
        each=_("%(price)s a %(unit)s") % words if words else "",
        share=round(100 * each / dearest) if each is not None and dearest else 0,
        best=best,
    )
