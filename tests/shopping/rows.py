"""What tests of shopping lay out and look at."""

from decimal import Decimal
from typing import Any

from shopping.models import ItemState, ShoppingList, ShoppingListItem
from tests.database import as_owner
from tests.factories.shopping import ShoppingListItemFactory


def on_list(kept: ShoppingList, *names: str, **more: Any) -> list[ShoppingListItem]:
    return [ShoppingListItemFactory(shopping_list=kept, name=name, **more) for name in names]


def rows(kept: ShoppingList, state: str = ItemState.OPEN) -> list[tuple[str, Decimal | None, str]]:
    """Name, amount and unit of what is on the list, by name."""
    with as_owner():
        items = ShoppingListItem.objects.filter(shopping_list=kept, state=state).order_by("name")
        return [(item.name, item.quantity, item.unit) for item in items]


def state_of(item: ShoppingListItem) -> str:
    with as_owner():
        return str(ShoppingListItem.objects.values_list("state", flat=True).get(pk=item.pk))
