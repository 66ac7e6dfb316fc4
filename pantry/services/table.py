"""Rows of tables onto the shelves and among the foods: the good ones come in, each other one with its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Household, User
from kitchen.errors import DomainError
from pantry.models import StockItem
from pantry.queries.foods import match
from pantry.services.food import add_food, change_food
from pantry.services.food_wishes import set_minimum
from pantry.services.new_lots import NewLot
from pantry.services.stock import add_stock
from pantry.services.table_ledger import take_history
from pantry.services.table_places import Places
from pantry.services.table_products import Products
from pantry.tables import Brought, Given, GivenFood, GivenLine, Wrong

# The household waits while they come in: some tens of lots a second.
MOST_LOTS, MOST_FOODS, MOST_LINES = 500, 200, 2000
Row = TypeVar("Row", Given, GivenFood, GivenLine)


@dataclass
class TakenIn:
    """What came in, and what did not."""

    lots: list[StockItem] = field(default_factory=list)
    foods: list[str] = field(default_factory=list)
    lines: int = 0
    wrong: list[Wrong] = field(default_factory=list)


@transaction.atomic
def take_in(household: Household, brought: Brought, *, by: User, operation: UUID) -> TakenIn:
    """One operation: sent twice, it comes in once. Foods first, as lots may be of them."""
    taken = TakenIn(wrong=[*brought.wrong])
    for food in _bounded(brought.foods, MOST_FOODS, taken):
        _take_food(household, food, taken, by)
    rows = _bounded(brought.stock, MOST_LOTS, taken)
    if rows:
        places, products = Places(household, by), Products(household, rows, by)
        lots = [_lot(row, places, products) for row in rows]
        taken.lots = add_stock(household, lots, by=by, operation=operation)
    if lines := _bounded(brought.lines, MOST_LINES, taken):
        taken.lines = take_history(household, lines, by=by, operation=operation)
    return taken


def _bounded(rows: Sequence[Row], most: int, taken: TakenIn) -> Sequence[Row]:
    if rest := rows[most:]:
        why = _("This is too much at once: bring the rest (%(count)d rows from here on) in a file of their own.")
        taken.wrong.append(Wrong(rest[0].line, rest[0].name, why % {"count": len(rest)}))
    return rows[:most]


def _take_food(household: Household, given: GivenFood, taken: TakenIn, by: User) -> None:
    try:
        with transaction.atomic():
            found = match(given.name)
            if found.food and found.confidence == 1:
                change_food(household, found.food.id, given.said, by=by)  # type: ignore[arg-type]
                ref = found.food.id
            else:
                ref = add_food(household, given.said, by=by).pk  # type: ignore[arg-type]
            if given.minimum:
                set_minimum(household, ref, given.minimum, by=by)
            taken.foods.append(given.name)
    except DomainError as refusal:
        taken.wrong.append(Wrong(given.line, given.name, str(refusal)))


def _lot(row: Given, places: Places, products: Products) -> NewLot:
    return NewLot(
        name=row.name,
        quantity=row.quantity,
        rough=row.rough,
        pack=row.pack,
        place=places.of(row),
        storage=row.storage,
        use_by=row.use_by,
        date_kind=row.date_kind,
        note=row.note,
        product_id=products.of(row),
        brand=row.brand,
        price=row.price,
        opened=row.opened,
        frozen=row.frozen,
    )
