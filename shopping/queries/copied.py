"""What of a list goes along when it is copied."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from shopping.models import ItemState, ShoppingList, ShoppingListItem

# So many things at most; a list that has served for years has bought more, the newest of which count.
MOST = 300
STATES = {"open": [ItemState.OPEN], "all": [ItemState.OPEN, ItemState.TICKED, ItemState.PUT_AWAY]}


class Extent(models.TextChoices):
    OPEN = "open", _("Only what is still to be bought")
    ALL = "all", _("Everything that was on it, also what has been bought")


def copied_items(shopping_list: ShoppingList, extent: Extent) -> list[ShoppingListItem]:
    """Each thing once, as it was on the list last; in the order in which they came on it."""
    items = shopping_list.items.filter(household=shopping_list.household_id, state__in=STATES[extent])
    newest: dict[tuple[str, str], ShoppingListItem] = {}
    for item in items.order_by("-created_at", "-id")[: MOST * 4]:
        newest.setdefault((item.name_key, item.unit), item)
    return sorted(list(newest.values())[:MOST], key=lambda item: (item.created_at, item.pk))


def extents(shopping_list: ShoppingList) -> dict[Extent, int]:
    """How many things each would be."""
    return {extent: len(copied_items(shopping_list, extent)) for extent in Extent}
