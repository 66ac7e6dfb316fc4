"""What is on the shelves, in the order in which it must be eaten."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Window

from accounts.models import Household
from pantry.catalogue import CATEGORIES
from pantry.matching import name_key
from pantry.models import DateKind, FoodId, Place, StockItem
from pantry.queries.amount import how_much
from pantry.queries.day import due_in_words, group_of, label_of, state_of
from pantry.queries.foods import food, food_called, rows_of
from pantry.queries.marks import marks_of
from pantry.queries.words import said_so

PLAIN = "🍽️"
AISLES = {aisle.slug: aisle.emoji for aisle in CATEGORIES.values()}


@dataclass(frozen=True)
class Lot:
    """A lot as it is drawn. `state` is late, soon or fresh, `due` the time left and `why` where the date comes from.

    `brand` is that of its product, `marks` say what was done to it: opened, frozen, thawed. On shelves it is drawn from
    its values, not from `item`.
    """

    id: UUID
    name: str
    emoji: str
    how_much: str
    place: str
    storage: str
    use_by: date | None
    state: str
    due: str
    why: str
    group: str
    food: FoodId | None
    opened: bool
    item: StockItem = field(compare=False)
    brand: str = ""
    marks: tuple[str, ...] = ()


class Narrowed(TypedDict, total=False):
    """What a reader asks for: `text` as it is typed into a search field; `system` is that of their units."""

    place: Place | None
    text: str
    storage: str
    system: str
    limit: int


def lots(household: Household, *, today: date, **narrowed: Unpack[Narrowed]) -> list[Lot]:
    """Dated lots by their date, undated ones last."""
    place, text, storage = narrowed.get("place"), narrowed.get("text", ""), narrowed.get("storage", "")
    found = shelves(household)
    if place is not None:
        found = found.filter(place=place)
    if storage:
        found = found.filter(place__storage=storage)
    found = found.filter(said_so(text))[: narrowed.get("limit")]
    return drawn(found, today, narrowed.get("system", "metric"))


def eat_first(household: Household, *, today: date, limit: int = 6, days: int = 3, system: str = "metric") -> list[Lot]:
    """What must be eaten within so many days, the most urgent first."""
    urgent = shelves(household).filter(use_by__lte=today + timedelta(days=days))
    return drawn(urgent[:limit], today, system)


def due_soon(household: Household, *, today: date, limit: int, days: int) -> tuple[list[Lot], int]:
    """The most urgent of what must be eaten within so many days, and of how many: one query."""
    urgent: Any = shelves(household).filter(use_by__lte=today + timedelta(days=days))
    found = list(urgent.annotate(of=Window(Count("pk")))[:limit])
    return drawn(found, today), found[0].of if found else 0


def on_hand(household: Household) -> list[StockItem]:
    """Everything that is there, most urgent first, with its place and food: one query."""
    return list(shelves(household))


def find_lots(household: Household, words: str) -> list[StockItem]:
    """What somebody means by `words`: the food they name and what is called so, else what has the words in its name."""
    key = name_key(words)
    if not key:
        return []
    exact = Q(name_key=key)
    if known := food_called(words):
        exact |= rows_of(known)
    return list(shelves(household).filter(exact)) or list(shelves(household).filter(_containing(key)))


def shelves(household: Household) -> QuerySet[StockItem]:
    """The unfinished lots of a household."""
    return StockItem.objects.filter(household=household, finished_at=None).select_related("place", "food", "product")


def urgency(item: StockItem, today: date) -> tuple[bool, date, bool]:
    """What must be eaten first; what nobody should eat any more comes last, of two with one date the open one first."""
    past = item.date_kind == DateKind.USE_BY and item.use_by is not None and item.use_by < today
    return past, item.use_by or date.max, item.opened_on is None


def drawn(items: Iterable[StockItem], today: date, system: str = "metric") -> list[Lot]:
    return [lot_of(item, today, system) for item in items]


def lot_of(item: StockItem, today: date, system: str = "metric") -> Lot:
    return Lot(
        id=item.pk,
        name=item.name,
        emoji=picture_of(item.food_ref),
        how_much=how_much(item, system),
        place=item.place.name,
        storage=item.place.storage,
        use_by=item.use_by,
        state=state_of(item.use_by, today, item.date_kind),
        due=due_in_words(item.use_by, today),
        why=label_of(item.date_kind, item.use_by, today, item.date_why),
        group=group_of(item.use_by, today),
        food=item.food_ref,
        opened=item.opened_on is not None,
        item=item,
        brand=brand_of(item),
        marks=tuple(marks_of(item, today)),
    )


def brand_of(item: StockItem) -> str:
    """Of products that were read along with their lots: drawing a row asks for nothing."""
    read = item.product_id and "product" in item._state.fields_cache
    return item.product.brand if read and item.product else ""


def picture_of(ref: FoodId | None) -> str:
    """The emoji of a food, else that of its aisle."""
    known = food(ref)
    return (known.emoji or AISLES.get(known.category, PLAIN)) if known else PLAIN


def _containing(key: str) -> Q:
    found = Q()
    for word in key.split():
        found &= Q(name_key__contains=word)
    return found
