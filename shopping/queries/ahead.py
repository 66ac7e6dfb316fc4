"""What is to be shopped next, as Today shows it: one list with its first things, the others by name, and who shops."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from uuid import UUID

from accounts.models import Household
from pantry.queries.foods import food
from shopping.models import ItemState, ShoppingListItem
from shopping.queries.trip import Shopper, shoppers_of
from shopping.wanted import told

SHOWN, PLAIN = 5, "🛒"
COLUMNS = (
    "shopping_list_id",
    "shopping_list__name",
    "pk",
    "name",
    "food_id",
    "own_food_id",
    "quantity",
    "unit",
    "note",
)


@dataclass(frozen=True)
class AheadRow:
    id: UUID
    name: str
    emoji: str
    amount: str
    note: str


@dataclass(frozen=True)
class AheadList:
    list_id: UUID
    name: str
    open: int


@dataclass(frozen=True)
class Ahead(AheadList):
    """`open` counts what is to be bought on it; `rows` are the first few. `others` are lists with something to buy."""

    rows: list[AheadRow]
    others: list[AheadList] = field(default_factory=list)
    shoppers: list[Shopper] = field(default_factory=list)

    @property
    def more(self) -> int:
        return self.open - len(self.rows)


def list_ahead(household: Household) -> Ahead | None:
    """The list that somebody shops with, else the first on which something is to be bought; None where there is
    nothing to buy. Two queries.
    """
    items = ShoppingListItem.objects.filter(
        household=household, state=ItemState.OPEN, shopping_list__archived_at=None
    ).order_by("shopping_list__position", "shopping_list__created_at", "shopping_list_id", "created_at", "id")
    lists = [list(rows) for _id, rows in groupby(items.values_list(*COLUMNS), key=lambda row: row[0])]
    shoppers = shoppers_of(household)
    if not lists:
        return None
    shopped = {one.trip.shopping_list_id for one in shoppers}
    first = next((rows for rows in lists if rows[0][0] in shopped), lists[0])
    others = [AheadList(rows[0][0], rows[0][1], len(rows)) for rows in lists if rows is not first]
    list_id, name, *_item = first[0]
    return Ahead(list_id, name, len(first), [_row(*row[2:]) for row in first[:SHOWN]], others, shoppers)


def _row(id: UUID, name: str, food_id: int | None, own: UUID | None, *said: Any) -> AheadRow:
    known, (quantity, unit, note) = food(own or food_id), said
    return AheadRow(id, name, known.emoji if known else PLAIN, told(quantity, unit), note)
