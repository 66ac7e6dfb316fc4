"""What is on hand, by food, so that many ingredients can be compared with it without asking again."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db.models import Case, Min, Sum, Value, When

from accounts.models import Household
from kitchen.units import UNITS, CannotConvert, Facts, Quantity
from kitchen.units.conversion import weight
from kitchen.units.table import MASS
from pantry.catalogue import FoodFacts
from pantry.models import DateKind, FoodId
from pantry.queries.food_book import Book
from pantry.queries.foods import book
from pantry.queries.foods import food as food_of
from pantry.queries.stock import shelves

SOON = 3  # days
# In what a food is sold in its usual amount; a jar or a bottle may be anybody's own.
PACKED = ("pack", "bag", "box")


def measure(ref: FoodId | None, unit: str) -> tuple[str, Decimal]:
    """In which measure an amount of a food is compared, and the factor into it: grams wherever they are known."""
    return measure_of(food_of(ref), unit)


@lru_cache(maxsize=32_768)
def measure_of(known: FoodFacts | None, unit: str) -> tuple[str, Decimal]:
    """A pack that nobody has weighed counts as a usual one of its food here, where nothing is written down by it."""
    given = UNITS[unit or "piece"]
    facts = known.units if known else Facts()
    if known and unit in PACKED:
        facts = replace(facts, package_weight=known.package_weight)
    try:
        return MASS, weight(given, facts)
    except CannotConvert:
        return given.family, given.factor


class Lot(NamedTuple):
    """A lot as far as it is compared, or several that are alike; the names are those of a lot's columns."""

    food_id: int | None
    own_food_id: UUID | None
    name_key: str
    amount: Decimal | None
    unit: str
    use_by: date | None
    date_kind: str

    @property
    def food_ref(self) -> FoodId | None:
        return self.own_food_id or self.food_id


@dataclass
class Stored:
    """Everything of one food that can be eaten. `units` has its amounts by unit; `due` is the most urgent date.

    `past` are lots beyond a printed use-by date, which do not count. `vague` is what nobody has measured.
    """

    lots: list[Lot] = field(default_factory=list)
    past: list[Lot] = field(default_factory=list)
    units: dict[str, Decimal] = field(default_factory=dict)
    due: date | None = None
    vague: bool = False
    measured: dict[FoodId | None, dict[str, Decimal]] = field(default_factory=dict)

    def take(self, lot: Lot, today: date) -> None:
        if lot.use_by and lot.date_kind == DateKind.USE_BY and lot.use_by < today:
            self.past.append(lot)
            return
        self.lots.append(lot)
        if lot.use_by and (self.due is None or lot.use_by < self.due):
            self.due = lot.use_by
        if lot.amount is None or lot.unit not in UNITS:
            self.vague = True
        else:
            self.units[lot.unit] = self.units.get(lot.unit, Decimal(0)) + lot.amount

    def amounts(self, known: FoodFacts | None) -> dict[str, Decimal]:
        """By measure, with what is known of the food that is asked for."""
        ref = known.id if known else None
        if ref not in self.measured:
            found: dict[str, Decimal] = {}
            for unit, amount in self.units.items():
                kind, factor = measure_of(known, unit)
                found[kind] = found.get(kind, Decimal(0)) + amount * factor
            self.measured[ref] = found
        return self.measured[ref]

    @property
    def first_measured(self) -> Quantity | None:
        """An amount of it in its own unit, to say why it cannot be compared."""
        return next((Quantity(lot.amount, lot.unit) for lot in self.lots if lot.amount and lot.unit in UNITS), None)


@dataclass
class Shelf:
    """The lots of a household on one day, and what it knows of foods: asked once, as each line of a dish asks it."""

    today: date
    foods: dict[FoodId, Stored] = field(default_factory=dict)
    names: dict[str, Stored] = field(default_factory=dict)
    book: Book = field(default_factory=book)

    def food(self, ref: FoodId | None) -> FoodFacts | None:
        return None if ref is None else self.book.food(ref)

    def find(self, ref: FoodId | None, name_key: str) -> Stored | None:
        found = self.foods.get(ref) if ref else None
        return found or self.names.get(name_key)

    def days_left(self, stored: Stored) -> int | None:
        return (stored.due - self.today).days if stored.due else None


# What lots have in common that are compared as one.
ALIKE = ("food_id", "own_food_id", "key", "unit", "date_kind", "past", "rough_too")


def shelf_of(household: Household, today: date) -> Shelf:
    """One query, asked on many pages: lots that are alike come as one, with the sum of them and their first date."""
    nameless = Case(When(food=None, own_food=None, then="name_key"), default=Value(""))
    past = Case(When(date_kind=DateKind.USE_BY, use_by__lt=today, then=1), default=0)
    rough = Case(When(amount=None, then=1), default=0)
    lots = shelves(household).annotate(key=nameless, past=past, rough_too=rough).values(*ALIKE)
    told = lots.annotate(amounts=Sum("amount"), first=Min("use_by")).order_by(*ALIKE)
    columns = ("food_id", "own_food_id", "key", "amounts", "unit", "first", "date_kind")
    return shelf_with(map(Lot._make, told.values_list(*columns)), today)


def shelf_with(lots: Iterable[Lot], today: date) -> Shelf:
    shelf = Shelf(today)
    for lot in lots:
        if ref := lot.food_ref:
            shelf.foods.setdefault(ref, Stored()).take(lot, today)
        else:
            shelf.names.setdefault(lot.name_key, Stored()).take(lot, today)
    return shelf
