"""What stores, trips and prices hold about a person, for the download of one's data."""

from typing import Any

from accounts.exports import exports
from accounts.queries.export import rows_in_households
from shopping.models import PriceRecord, ShoppingTrip, Store

StoreEvent: Any = Store.pgh_event_model  # type: ignore[attr-defined]
WHEN = ("pgh_created_at", "pgh_label")

EXPORTS = {
    "shopping.Store": rows_in_households(
        "stores", lambda user: Store.objects.filter(added_by=user).values("id", "name", "emoji", "created_at")
    ),
    "shopping.StoreEvent": rows_in_households(
        "history-of-stores",
        lambda user: StoreEvent.objects.filter(added_by_id=user.pk).order_by("pgh_id").values(*WHEN, "name"),
    ),
    "shopping.ShoppingTrip": rows_in_households(
        "shopping-trips", lambda user: ShoppingTrip.objects.filter(by=user).values()
    ),
    "shopping.PriceRecord": rows_in_households("prices", lambda user: PriceRecord.objects.filter(by=user).values()),
}


def register_exports() -> None:
    for label, export in EXPORTS.items():
        exports.register(label, export)
