"""The page of one lot: what is known of it, what can be done with it, and what has been."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kitchen.money import tell_money
from kitchen.units import Quantity, convertible, unit_name
from pantry.models import StockItem, Storage
from pantry.queries.amount import facts_of, how_much
from pantry.queries.foods import food, rows_of
from pantry.queries.keeping import dates_of
from pantry.queries.ledger import LedgerLine, ledger_of
from pantry.queries.reason import reason_of
from pantry.queries.stock import Lot, lot_of, shelves
from pantry.queries.worth import price_of_one, worth_of


@dataclass(frozen=True)
class Detail:
    """`price` and `rate` ("€ 3.20 per kg") are empty for guests and where nobody knows. What makes sense is `…able`."""

    lot: Lot
    reason: str
    food: str
    price: str
    rate: str
    ledger: list[LedgerLine]
    openable: bool
    freezable: bool
    thawable: bool
    splittable: bool
    mergeable: bool


def detail_of(item: StockItem, today: date, system: str = "metric", *, money: bool = True) -> Detail:
    known, is_cold = food(item.food_ref), item.place.storage == Storage.FREEZER
    return Detail(
        lot=lot_of(item, today, system),
        reason=reason_of(item, today),
        food=known.name if known and known.name.casefold() != item.name.casefold() else "",
        price=_price(item) if money else "",
        rate=_rate(item) if money else "",
        ledger=ledger_of(item, system, money=money),
        openable=item.opened_on is None,
        freezable=not is_cold and not _is_spoilt(item, today),
        thawable=is_cold,
        splittable=bool(item.amount),
        mergeable=not item.finished_at and bool(alike(item)),
    )


def _is_spoilt(item: StockItem, today: date) -> bool:
    """Past a wall: freezing it would be refused."""
    dates = dates_of(item).told()
    return dates.walled and dates.printed_on is not None and dates.printed_on < today


def alike(item: StockItem) -> list[StockItem]:
    """Other lots in the same place that could become one with it."""
    if item.amount is None:
        return []
    kind = rows_of(item.food_ref) if item.food_ref is not None else None
    found = shelves(item.household).filter(place=item.place_id, amount__isnull=False).exclude(pk=item.pk)
    found = found.filter(kind) if kind is not None else found.filter(name_key=item.name_key, food=None, own_food=None)
    facts = facts_of(item.food_ref)
    return [lot for lot in found if lot.amount and convertible(Quantity(lot.amount, lot.unit), item.unit, facts)]


def worth_in_words(item: StockItem) -> str:
    """What there is of it, in money; nothing where nobody knows."""
    worth = worth_of(item, item.amount)
    return "" if worth is None else tell_money(worth, item.household.currency)


def what_is_left(item: StockItem) -> str:
    if item.finished_at:
        return _("%(name)s: nothing is left.") % {"name": capfirst(item.name)}
    return _("%(name)s: %(amount)s left.") % {"name": capfirst(item.name), "amount": how_much(item)}


def until(sentence: str, item: StockItem) -> str:
    """The sentence, with the date that the lot has now."""
    told = sentence % {"name": capfirst(item.name)}
    if item.use_by is None:
        return told
    dated = _("Eat it by %(day)s.") % {"day": date_format(item.use_by, "D j M Y")}
    return f"{told} {dated}"


def _price(item: StockItem) -> str:
    if item.price is None:
        return ""
    price = tell_money(item.price, item.household.currency)
    if not item.price_amount or not item.price_unit or item.price_amount == item.amount:
        return price
    amount = how_much(StockItem(amount=item.price_amount, unit=item.price_unit))
    return _("%(price)s for %(amount)s") % {"price": price, "amount": amount}


def _rate(item: StockItem) -> str:
    found = price_of_one(item)
    if found is None:
        return ""
    rate, unit = found
    return _("%(price)s per %(unit)s") % {"price": tell_money(rate, item.household.currency), "unit": unit_name(unit)}
