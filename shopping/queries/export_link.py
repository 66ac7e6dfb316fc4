"""What links of lists hold about a person, for the download of one's data: never the token that opens one."""

from typing import Any

from accounts.exports import exports
from accounts.queries.export import rows_in_households
from shopping.models import ListLink

LinkEvent: Any = ListLink.pgh_event_model  # type: ignore[attr-defined]
TOLD = ("shopping_list__name", "created_at", "revoked_at")

EXPORTS = {
    "shopping.ListLink": rows_in_households(
        "links-of-lists", lambda user: ListLink.objects.filter(created_by=user).values(*TOLD)
    ),
    "shopping.ListLinkEvent": rows_in_households(
        "history-of-links-of-lists",
        lambda user: (
            LinkEvent.objects.filter(created_by_id=user.pk)
            .order_by("pgh_id")
            .values("pgh_created_at", "pgh_label", "revoked_at")
        ),
    ),
}


def register_exports() -> None:
    for label, export in EXPORTS.items():
        exports.register(label, export)
