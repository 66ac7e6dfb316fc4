"""What is about to be put on the shelves: read from what somebody typed, completed by what is known of the food."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Household
from kitchen.units import Quantity
from kitchen.units.table import IMPERIAL
from pantry.dates import Dates, Lives, bought
from pantry.matching import name_key
from pantry.models import DateKind, FoodId, Place, Product, Rough, StockItem, Storage, of_foods
from pantry.parsing import Entry, parse_entries
from pantry.queries.foods import food, food_called
from pantry.queries.keeping import keeps
from pantry.services.place import places_of

PINTS_OF_20_OUNCES = frozenset({"GB", "IE"})
LONGEST_NAME, MOST_ENTRIES = 120, 200


@dataclass(frozen=True)
class NewLot:
    """A lot to be added. What is left out is filled in: the food by the name, the place by where such things lie, the
    date by how long it keeps there (`date_kind` then says so). `quantity` None without `rough` is "some".

    A date that is no estimate is the one on the package (`printed_on`); `undated` says that there is to be none.
    `price` was paid for all of it. `opened` and `frozen` are the days on which that was done. `dates` is what comes of
    it all: the dates that are kept.
    """

    name: str
    quantity: Quantity | None = None
    rough: str = ""
    pack: Quantity | None = None
    place: Place | None = None
    storage: str = ""
    use_by: date | None = None
    date_kind: str = ""
    note: str = ""
    id: UUID | None = None
    food_id: FoodId | None = None
    product_id: UUID | None = None
    brand: str = ""
    price: Decimal | None = None
    opened: date | None = None
    frozen: date | None = None
    printed_on: date | None = None
    printed_kind: str = ""
    undated: bool = False
    dates: Dates | None = None


def new_lots(text: str, household: Household, *, today: date) -> tuple[list[NewLot], list[Entry]]:
    """What a typed text puts on the shelves, and what of it cannot be: each with its sentence."""
    entries, wrong = read_entries(text, household, today=today)
    return lots_of(entries, household, today=today), wrong


def read_entries(text: str, household: Household, *, today: date) -> tuple[list[Entry], list[Entry]]:
    """What can be added of a typed text, and what cannot; what is too much at once is not read."""
    places = {place.name: place.storage for place in places_of(household)}
    entries = [_judged(entry) for entry in parse_entries(text, today=today, places=places, most=MOST_ENTRIES)]
    return [entry for entry in entries if not entry.wrong], [entry for entry in entries if entry.wrong]


def lots_of(entries: Sequence[Entry], household: Household, *, today: date) -> list[NewLot]:
    """In the same order."""
    places = places_of(household)
    named = {place.name: place for place in places}
    lots = [_lot(entry, named.get(entry.place), household) for entry in entries]
    return completed(lots, household, today=today, places=places)


def completed(
    lots: Sequence[NewLot], household: Household, *, today: date, places: list[Place] | None = None
) -> list[NewLot]:
    """The same lots with food, amount, place and date filled in. Whoever has said something keeps it."""
    sold = _products(lots, household)
    lots = [replace(lot, food_id=lot.food_id or _food_of(lot, sold)) for lot in lots]
    places, usual = places or places_of(household), _usual_places(lots, household)
    return [_complete(lot, sold.get(lot.product_id), _place(lot, sold, places, usual), today) for lot in lots]


def _judged(entry: Entry) -> Entry:
    if entry.wrong or len(entry.name) <= LONGEST_NAME:
        return entry
    return replace(
        entry, wrong=_("This name is too long: give it at most %(count)d letters.") % {"count": LONGEST_NAME}
    )


def _lot(entry: Entry, place: Place | None, household: Household) -> NewLot:
    """A price in money that is not the household's stays as a note."""
    other = bool(entry.currencies) and household.currency not in entry.currencies
    return NewLot(
        name=entry.name,
        quantity=None if entry.rough else _here(entry.quantity, household),
        rough=entry.rough,
        pack=_here(entry.pack, household),
        place=place,
        storage=entry.storage,
        use_by=entry.use_by,
        date_kind=entry.date_kind,
        note=entry.paid if other else entry.note,
        brand=entry.brand,
        price=None if other else entry.price,
        opened=entry.opened,
    )


def _here(quantity: Quantity | None, household: Household) -> Quantity | None:
    """A pint as it is in the household's country."""
    if quantity is None or household.country not in PINTS_OF_20_OUNCES:
        return quantity
    return replace(quantity, unit=IMPERIAL.get(quantity.unit, quantity.unit))


def _complete(lot: NewLot, product: Product | None, place: Place, today: date) -> NewLot:
    dates = _dates(lot, place.storage, today, keeps(lot.food_id, product))
    return replace(
        lot,
        place=place,
        storage=place.storage,
        rough=lot.rough or ("" if lot.quantity else Rough.SOME),
        use_by=dates.use_by,
        date_kind=dates.date_kind,
        printed_on=dates.printed_on,
        printed_kind=dates.printed_kind,
        dates=dates,
    )


def _dates(lot: NewLot, storage: str, today: date, lives: Lives) -> Dates:
    """An estimate that comes along (it was shown before) is kept, with its reason where it would be the same now."""
    states = Dates(opened_on=lot.opened, frozen_on=lot.frozen)
    if lot.undated:
        return states
    on, kind = lot.printed_on, lot.printed_kind
    if on is None and lot.use_by and lot.date_kind != DateKind.ESTIMATED:
        on, kind = lot.use_by, lot.date_kind
    if on:
        kind = kind or DateKind.USE_BY
        states = replace(states, use_by=on, date_kind=kind, printed_on=on, printed_kind=kind)
    dates = bought(states, storage, today, lives)
    if lot.date_kind != DateKind.ESTIMATED or lot.use_by in (None, dates.use_by):
        return dates
    return replace(dates, use_by=lot.use_by, date_kind=DateKind.ESTIMATED, date_why="", date_days=None).told()


def _place(
    lot: NewLot, sold: Mapping[UUID | None, Product], places: list[Place], usual: Mapping[object, Place]
) -> Place:
    """Where it was said to be, else where the storage that was named is, where such a thing lay last or is kept."""
    if lot.place:
        return lot.place
    known, product = food(lot.food_id), sold.get(lot.product_id)
    before = usual.get(lot.food_id or name_key(lot.name)) or usual.get(name_key(lot.name))
    named = lot.storage or (Storage.FREEZER if lot.frozen else "")
    if before and named in ("", before.storage):
        return before
    storage = named or (product.storage if product else "") or (known.storage if known else Storage.PANTRY)
    return next((place for place in places if place.storage == storage), places[0])


def _food_of(lot: NewLot, sold: Mapping[UUID | None, Product]) -> FoodId | None:
    product = sold.get(lot.product_id)
    return (product.food_ref if product else None) or food_called(lot.name)


def _products(lots: Sequence[NewLot], household: Household) -> dict[UUID | None, Product]:
    named = {lot.product_id for lot in lots if lot.product_id}
    if not named:
        return {}
    return {product.pk: product for product in Product.objects.filter(household=household, pk__in=named)}


def _usual_places(lots: Sequence[NewLot], household: Household) -> dict[object, Place]:
    """By food and by name, where the newest of the kind was put."""
    keys, foods = {name_key(lot.name) for lot in lots}, {lot.food_id for lot in lots if lot.food_id}
    before = StockItem.objects.filter(household=household).filter(Q(name_key__in=keys) | of_foods(foods))
    usual: dict[object, Place] = {}
    for item in before.select_related("place").order_by("-created_at")[:200]:
        usual.setdefault(item.name_key, item.place)
        if item.food_ref:
            usual.setdefault(item.food_ref, item.place)
    return usual
