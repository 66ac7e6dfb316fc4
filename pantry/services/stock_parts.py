"""Taking a lot apart, and putting lots of one food together."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from kitchen.errors import DomainError
from kitchen.units import CannotConvert, Quantity, convert, rounded
from pantry.lot_fields import fields_of
from pantry.models import StockItem
from pantry.queries.amount import facts_of
from pantry.queries.foods import food
from pantry.queries.worth import worth_of
from pantry.services.ledger import MERGED, MOST, NOTHING, SPLIT, Deed, begin, change_amount, lot_facts
from pantry.services.lot_part import part_of


@transaction.atomic
def split_stock(item: StockItem, quantity: Quantity, *, by: User, operation: UUID) -> StockItem:
    """So much of a lot as a lot of its own, with the same dates; gives the new one."""
    deed = begin(item.household, by, operation)
    if again := deed.done():
        return next((lot for lot in again if lot.pk != item.pk), again[0])
    lot = deed.lot(item.pk)
    part, delta = part_of(deed, lot, quantity)
    if part is lot:
        raise DomainError(_("That is all of it: nothing would be left to split it from."), field="amount")
    deed.keep(part, fields_of(part), SPLIT, delta)
    deed.tell("stock.split", [lot_facts(part, part.amount)])
    return part


@transaction.atomic
def merge_stock(items: Sequence[StockItem], *, by: User, operation: UUID) -> StockItem:
    """Lots of one food in one place become the one of them that must be eaten first; what they are worth adds up."""
    if not items:
        raise DomainError(_("Choose at least two to put together."))
    deed = begin(items[0].household, by, operation)
    if again := deed.done():
        return next((lot for lot in again if not lot.finished_at), again[0])
    lots = sorted(deed.lots(items), key=lambda lot: (lot.use_by or date.max, lot.created_at, lot.pk))
    first, *others = lots
    _check(first, others)
    before, came = fields_of(first), [_turned(lot, first) for lot in others]
    _pay_together(lots)
    _tell_together(first, others)
    for lot in others:
        deed.write(lot, MERGED, -(lot.amount or NOTHING))
        change_amount(lot, -(lot.amount or NOTHING))
    _grow(deed, first, before, sum(came, NOTHING))
    deed.tell("stock.merged", [lot_facts(first, first.amount)], count=len(lots))
    return first


def _grow(deed: Deed, first: StockItem, before: dict[str, object], more: Decimal) -> None:
    if first.amount is None or first.amount + more > MOST:
        raise DomainError(_("Give an amount above nothing that a kitchen can hold."))
    first.amount += more
    deed.keep(first, before, MERGED, more)


def _check(first: StockItem, others: Sequence[StockItem]) -> None:
    if not others:
        raise DomainError(_("Choose at least two to put together."))
    for lot in others:
        words = {"one": first.name, "other": lot.name}
        if _kind(first) != _kind(lot):
            raise DomainError(_("These are two kinds of food: %(one)s and %(other)s.") % words)
        if lot.place_id != first.place_id:
            raise DomainError(_("They lie in different places: move one of them first."))
    if any(lot.amount is None for lot in (first, *others)):
        raise DomainError(
            _("Nobody has measured how much %(name)s there is: say how much is left first.") % {"name": first.name}
        )


def _kind(lot: StockItem) -> object:
    """The food that it means here, also after merging foods; without one, its name."""
    known = food(lot.food_ref)
    return known.id if known else lot.food_ref or lot.name_key


def _turned(lot: StockItem, first: StockItem) -> Decimal:
    """What comes to the first, in its unit."""
    try:
        amount = convert(Quantity(lot.amount or NOTHING, lot.unit), first.unit, facts_of(first.food_ref)).amount
    except CannotConvert as refusal:
        raise DomainError(_("Their amounts cannot be added up. %(why)s") % {"why": refusal}) from refusal
    return max(rounded(amount), Decimal("0.0001"))


def _pay_together(lots: Sequence[StockItem]) -> None:
    """What those whose price is known are worth now, for as much of them as there is."""
    first, worth, amount = lots[0], NOTHING, NOTHING
    for lot in lots:
        value = worth_of(lot, lot.amount)
        if value is not None:
            worth, amount = worth + value, amount + _turned(lot, first)
    if amount and len(lots) > 1 and any(lot.price is not None for lot in lots[1:]):
        first.price, first.price_amount, first.price_unit = worth, amount, first.unit


def _tell_together(first: StockItem, others: Sequence[StockItem]) -> None:
    """Open is what was open in part; two notes become one."""
    for name in ("opened_on", "frozen_on", "thawed_on", "counted_on"):
        days = [day for lot in (first, *others) if (day := getattr(lot, name))]
        setattr(first, name, min(days, default=None))
    notes = dict.fromkeys(lot.note for lot in (first, *others) if lot.note)
    first.note = "; ".join(notes)[:300]
    if any(lot.product_id != first.product_id for lot in others):
        first.product = None
    if any(lot.pack != first.pack or lot.unit != first.unit for lot in others):
        first.pack = None
