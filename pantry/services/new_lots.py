"""What is about to be put on the shelves: read from what somebody typed, completed by what is known of the food."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Household
from kitchen.units import Quantity
from pantry.matching import name_key
from pantry.models import DateKind, FoodId, Place, Rough, StockItem, Storage, of_foods
from pantry.parsing import Entry, parse_entries
from pantry.queries.foods import food, food_called
from pantry.services.place import places_of

LONGEST_NAME, MOST_ENTRIES = 120, 200


@dataclass(frozen=True)
class NewLot:
    """A lot to be added. What is left out is filled in: the food by the name, the place by where such things lie, the
    date by how long it keeps there (`date_kind` then says so). `quantity` None without `rough` is "some".
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


def new_lots(text: str, household: Household, *, today: date) -> tuple[list[NewLot], list[Entry]]:
    """What a typed text puts on the shelves, and what of it cannot be: each with its sentence."""
    places = places_of(household)
    entries = [_judged(entry) for entry in parse_entries(text, today=today, places=_by_name(places))]
    good = [entry for entry in entries[:MOST_ENTRIES] if not entry.wrong]
    wrong = [entry for entry in entries[:MOST_ENTRIES] if entry.wrong]
    if rest := entries[MOST_ENTRIES:]:
        text = "\n".join(entry.text for entry in rest)
        wrong.append(replace(rest[0], text=text, wrong=_("This is too much at once: add it after the rest.")))
    named = {place.name: place for place in places}
    return completed([_lot(entry, named) for entry in good], household, today=today), wrong


def completed(
    lots: Sequence[NewLot], household: Household, *, today: date, places: list[Place] | None = None
) -> list[NewLot]:
    """The same lots with food, amount, place and date filled in. Whoever has said something keeps it."""
    lots = [replace(lot, food_id=lot.food_id or food_called(lot.name)) for lot in lots]
    places, usual = places or places_of(household), _usual_places(lots, household)
    return [_complete(lot, places, usual, today) for lot in lots]


def shelf_life(food_id: FoodId | None, storage: str) -> int | None:
    """How many days a food keeps there, closed as it was bought; None where nobody knows."""
    known = food(food_id)
    return known.shelf_life.get((storage, "sealed")) if known else None


def estimated(food_id: FoodId | None, storage: str, today: date) -> tuple[date | None, str]:
    """The date by which it should be eaten, and its kind; nothing where nobody knows."""
    days = shelf_life(food_id, storage)
    return (None, "") if days is None else (today + timedelta(days=days), DateKind.ESTIMATED)


def _judged(entry: Entry) -> Entry:
    if entry.wrong or len(entry.name) <= LONGEST_NAME:
        return entry
    return replace(
        entry, wrong=_("This name is too long: give it at most %(count)d letters.") % {"count": LONGEST_NAME}
    )


def _lot(entry: Entry, places: dict[str, Place]) -> NewLot:
    return NewLot(
        name=entry.name,
        quantity=None if entry.rough else entry.quantity,
        rough=entry.rough,
        pack=entry.pack,
        place=places.get(entry.place),
        storage=entry.storage,
        use_by=entry.use_by,
        date_kind=entry.date_kind,
    )


def _complete(lot: NewLot, places: list[Place], usual: dict[object, Place], today: date) -> NewLot:
    place = lot.place or _place(lot, places, usual)
    use_by, kind = lot.use_by, lot.date_kind or DateKind.USE_BY
    if use_by is None:
        use_by, kind = estimated(lot.food_id, place.storage, today)
    rough = lot.rough or ("" if lot.quantity else Rough.SOME)
    return replace(lot, place=place, storage=place.storage, rough=rough, use_by=use_by, date_kind=kind)


def _place(lot: NewLot, places: list[Place], usual: dict[object, Place]) -> Place:
    """Where the storage that was named is, else where such a thing lay last, else where such things are kept."""
    known = food(lot.food_id)
    before = usual.get(lot.food_id or name_key(lot.name)) or usual.get(name_key(lot.name))
    if before and lot.storage in ("", before.storage):
        return before
    storage = lot.storage or (known.storage if known else Storage.PANTRY)
    return next((place for place in places if place.storage == storage), places[0])


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


def _by_name(places: list[Place]) -> dict[str, str]:
    return {place.name: place.storage for place in places}
