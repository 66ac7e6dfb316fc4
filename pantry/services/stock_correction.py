"""Setting right what is said of a lot."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import NotRequired, TypedDict, Unpack
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from kitchen.errors import DomainError
from kitchen.units import Quantity
from pantry.dates import SEALED, Dates, printed, said
from pantry.lot_fields import Kept, fields_of
from pantry.models import DateKind, DateWhy, FoodId, Place, StockItem, food_text
from pantry.queries.foods import food_called
from pantry.queries.keeping import dates_of, keeps_of, set_dates
from pantry.services.food_words import remember_match
from pantry.services.ledger import CORRECTED, NOTHING, Deed, begin, lot_facts
from pantry.services.lot import call, measure, pay


class Truth(TypedDict):
    """Everything that can be said of a lot. Of the first seven, what is left out is said to be nothing; the others
    stay as they are. With `printed_on` (the date on the package), `use_by` is said by hand where it is changed;
    without it, `use_by` is what the package says, unless `date_kind` calls it an estimate.
    """

    name: str
    place: Place
    quantity: NotRequired[Quantity | None]
    rough: NotRequired[str]
    use_by: NotRequired[date | None]
    date_kind: NotRequired[str]
    note: NotRequired[str]
    printed_on: NotRequired[date | None]
    printed_kind: NotRequired[str]
    price: NotRequired[Decimal | None]
    food: NotRequired[FoodId | None]


@transaction.atomic
def correct_stock(item: StockItem, *, by: User, operation: UUID, **truth: Unpack[Truth]) -> StockItem:
    """What a lot really is, all of it said anew. Neither `quantity` nor `rough` means that nothing is left."""
    deed = begin(item.household, by, operation)
    if again := deed.done():
        return again[0]
    lot = deed.lot(item.pk)
    before, former = fields_of(lot), lot.amount
    _say_anew(deed, lot, truth)
    if fields_of(lot) != before or lot.amount != former:
        recount(deed, lot, before, former, CORRECTED)
        if "food" in truth and before["food"] != food_text(lot.food_ref):
            _remember(deed, lot)
        deed.tell("stock.corrected", [lot_facts(lot, lot.amount)])
    return lot


def _remember(deed: Deed, lot: StockItem) -> None:
    """What is called so is this food from now on, where such a word can be kept."""
    if lot.food_ref is not None:
        with suppress(DomainError), transaction.atomic():
            remember_match(deed.household, lot.name, lot.food_ref, by=deed.by)


def recount(deed: Deed, lot: StockItem, before: Kept, former: Decimal | None, kind: str) -> None:
    """Keep a lot, with the lines that bring the sums of its former and its present unit to what is there now."""
    lot.finished_at = timezone.now() if lot.amount == NOTHING else None
    if former is not None and before["unit"] != lot.unit:
        deed.write(lot, kind, -former, unit=before["unit"])
        former = NOTHING
    rough = lot.amount is None and former is None
    deed.keep(lot, before, kind, None if rough else (lot.amount or NOTHING) - (former or NOTHING))


def _say_anew(deed: Deed, lot: StockItem, truth: Truth) -> None:
    food = truth.get("food", lot.food_ref)
    if "food" not in truth and truth["name"] != lot.name:
        food = food_called(truth["name"])
    another = food != lot.food_ref
    call(lot, truth["name"], food)
    lot.place, lot.note = deed.place(truth["place"]), truth.get("note", "")[:300]
    dates = dates_of(lot)
    right = _dated(dates, truth)
    set_dates(lot, _known_better(lot, dates) if another and right == dates else right)
    measure(lot, truth.get("quantity"), truth.get("rough", ""), or_nothing=True)
    if "price" in truth and truth["price"] != lot.price:
        _pay_anew(lot, truth["price"])


def _dated(dates: Dates, truth: Truth) -> Dates:
    use_by, kind = truth.get("use_by"), truth.get("date_kind", "")
    if "printed_on" in truth:
        right = printed(dates, truth["printed_on"], truth.get("printed_kind", ""))
        same = right.printed_on == dates.printed_on and right.printed_kind == dates.printed_kind
        if use_by == dates.use_by:
            return dates if same else right
        return said(right, use_by)
    if use_by == dates.use_by and kind in ("", dates.date_kind):
        return dates
    bare = replace(dates, printed_on=None, printed_kind="")
    if use_by is None or kind == DateKind.ESTIMATED:
        return said(bare, use_by)
    return printed(replace(bare, date_why=DateWhy.KEPT), use_by, kind)


def _known_better(lot: StockItem, dates: Dates) -> Dates:
    """Of another food, what was estimated from how long the former keeps is estimated from the same day on."""
    if dates.date_why != DateWhy.KEPT or dates.use_by is None or dates.date_days is None:
        return dates
    days = keeps_of(lot).get((lot.place.storage, SEALED))
    if days is None:
        return dates
    return dates.reckoned(dates.use_by - timedelta(days=dates.date_days) + timedelta(days=days), DateWhy.KEPT, days)


def _pay_anew(lot: StockItem, price: Decimal | None) -> None:
    """For as much as was bought, if that is known; else for what there is."""
    amount, unit = lot.price_amount, lot.price_unit
    pay(lot, price)
    if amount and lot.price is not None:
        lot.price_amount, lot.price_unit = amount, unit
