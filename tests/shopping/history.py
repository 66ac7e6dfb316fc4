"""Households with a history: things that were bought so many days ago."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from shopping.models import ItemState, ShoppingList
from tests.factories.shopping import ShoppingListItemFactory


def bought(kept: ShoppingList, name: str, *days_ago: int, **more: Any) -> None:
    """Each was put on the list and ticked on that day."""
    for days in days_ago:
        when = timezone.now() - timedelta(days=days)
        given = {"state": ItemState.PUT_AWAY, "ticked_at": when, **more}
        ShoppingListItemFactory(shopping_list=kept, name=name, linked=given.pop("linked", True), **given)


def weeks(count: int, first: int = 1) -> list[int]:
    """Days that are a week apart."""
    return [first + 7 * n for n in range(count)]
