"""An item as its operations keep it, and as `manage.py doctor` compares it. Asks no database."""

from decimal import Decimal
from typing import Any

from shopping.models import ShoppingListItem

Record = dict[str, Any]


def record_of(item: ShoppingListItem) -> Record:
    """What everybody sees of it, as JSON keeps it: exact numbers as text, a day as ISO 8601. No person stands in it."""
    return {
        "name": item.name,
        "quantity": exact(item.quantity),
        "unit": item.unit,
        "note": item.note,
        "category": item.category_id,
        "price": exact(item.price),
        "needed_on": item.needed_on.isoformat() if item.needed_on else None,
        "state": item.state,
    }


def exact(number: Decimal | None) -> str | None:
    return None if number is None else f"{number.normalize():f}"
