"""What the tables of shopping hold about a person, for the download of one's data."""

from typing import Any

from django.db.models import Q

from accounts.exports import exports
from accounts.models import User
from accounts.queries.export import rows_in_households
from shopping.models import ListOperation, RecurringItem, ShoppingList, ShoppingListItem

ListEvent: Any = ShoppingList.pgh_event_model  # type: ignore[attr-defined]
ItemEvent: Any = ShoppingListItem.pgh_event_model  # type: ignore[attr-defined]
RecurringEvent: Any = RecurringItem.pgh_event_model  # type: ignore[attr-defined]
WHEN = ("pgh_created_at", "pgh_label")


def _on_lists(user: User) -> Q:
    return Q(added_by_id=user.pk) | Q(ticked_by_id=user.pk) | Q(assigned_to_id=user.pk)


EXPORTS = {
    "shopping.ShoppingList": rows_in_households(
        "shopping-lists", lambda user: ShoppingList.objects.filter(added_by=user).values()
    ),
    "shopping.ShoppingListItem": rows_in_households(
        "shopping-items", lambda user: ShoppingListItem.objects.filter(_on_lists(user)).values()
    ),
    "shopping.RecurringItem": rows_in_households(
        "bought-regularly", lambda user: RecurringItem.objects.filter(added_by=user).values()
    ),
    "shopping.RecurringItemEvent": rows_in_households(
        "history-of-bought-regularly",
        lambda user: RecurringEvent.objects.filter(added_by_id=user.pk).order_by("pgh_id").values(*WHEN, "name"),
    ),
    "shopping.ListOperation": rows_in_households(
        "changes-of-shopping-lists",
        lambda user: (
            ListOperation.objects.filter(by=user)
            .order_by("made_at", "id")
            .values("kind", "number", "before", "after", "why", "made_at")
        ),
    ),
    "shopping.ShoppingListEvent": rows_in_households(
        "history-of-shopping-lists",
        lambda user: ListEvent.objects.filter(added_by_id=user.pk).order_by("pgh_id").values(*WHEN, "name"),
    ),
    "shopping.ShoppingListItemEvent": rows_in_households(
        "history-of-shopping-items",
        lambda user: ItemEvent.objects.filter(_on_lists(user)).order_by("pgh_id").values(*WHEN, "name", "state"),
    ),
}


def register_exports() -> None:
    for label, export in EXPORTS.items():
        exports.register(label, export)
