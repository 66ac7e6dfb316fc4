"""The list that is to be shopped next, as Today shows it."""

from dataclasses import dataclass
from uuid import UUID

from accounts.models import Household
from kitchen.units import tell
from pantry.queries.foods import food
from shopping.models import ItemState, ShoppingListItem
from shopping.wanted import amount_of

SHOWN, PLAIN = 5, "🛒"


@dataclass(frozen=True)
class AheadRow:
    name: str
    emoji: str
    amount: str
    note: str


@dataclass(frozen=True)
class Ahead:
    """`open` counts what is to be bought on it; `rows` are the first few."""

    list_id: UUID
    name: str
    open: int
    rows: list[AheadRow]


def list_ahead(household: Household) -> Ahead | None:
    """The first list on which something is to be bought, None where there is nothing: one query."""
    items = ShoppingListItem.objects.filter(
        household=household, state=ItemState.OPEN, shopping_list__archived_at=None
    ).select_related("shopping_list")
    ordered = list(items.order_by("shopping_list__position", "shopping_list__created_at", "created_at", "id"))
    if not ordered:
        return None
    first = ordered[0].shopping_list
    on_it = [item for item in ordered if item.shopping_list_id == first.pk]
    return Ahead(first.pk, first.name, len(on_it), [_row(item) for item in on_it[:SHOWN]])


def _row(item: ShoppingListItem) -> AheadRow:
    known = food(item.food_ref)
    amount = amount_of(item.quantity, item.unit)
    return AheadRow(item.name, known.emoji if known else PLAIN, tell(amount) if amount else "", item.note)
