"""What the pantry holds of a person, for the download of one's data."""

from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from accounts.exports import Export, exports
from accounts.models import User
from accounts.queries.export import rows_in_households
from pantry.models import StockItem, StockMovement

LOT = (
    *("id", "name", "amount", "unit", "rough", "use_by", "date_kind", "printed_on", "opened_on", "frozen_on", "price"),
    *("note", "created_at", "finished_at"),
)
LINE = ("created_at", "item", "item__name", "kind", "delta", "unit", "reason", "value")


def _history(user: User) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = apps.get_model("pantry.StockItemEvent")._default_manager.filter(added_by_id=user.pk)
    return rows.order_by("pgh_id").values("pgh_created_at", "pgh_label", *LOT)


EXPORTS: dict[str, Export] = {
    "pantry.StockItem": rows_in_households(
        "what-i-put-on-the-shelves", lambda user: StockItem.objects.filter(added_by=user).values(*LOT)
    ),
    "pantry.StockMovement": rows_in_households(
        "what-i-did-in-the-pantry", lambda user: StockMovement.objects.filter(by=user).values(*LINE)
    ),
    "pantry.StockItemEvent": rows_in_households("history-of-what-i-put-on-the-shelves", _history),
}


def register_exports() -> None:
    for label, export in EXPORTS.items():
        exports.register(label, export)
