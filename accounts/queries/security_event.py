"""What happened to a person's account, as they are told it."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from accounts.models import SecurityEvent, SecurityKind, User

PAGE = 30
WARNS = {SecurityKind.SIGN_IN_FAILED, SecurityKind.CODE_FAILED, SecurityKind.TAKEN_BY_STAFF}
ICONS = {
    SecurityKind.SIGNED_IN: "person",
    SecurityKind.SESSION_ENDED: "logout",
    SecurityKind.EMAIL_CHANGED: "mail",
    SecurityKind.CONNECTED: "link",
    SecurityKind.DISCONNECTED: "link",
    SecurityKind.PASSKEY_ADDED: "fingerprint",
    SecurityKind.PASSKEY_REMOVED: "fingerprint",
}


@dataclass(frozen=True)
class ToldEvent:
    """`place` and `device` may be empty: what staff did has neither."""

    id: str
    what: str
    icon: str
    device: str
    place: str
    at: datetime


def events_of(user: User, number: str | None) -> Page[SecurityEvent]:
    return Paginator(SecurityEvent.objects.filter(user=user), PAGE).get_page(number)


def told_event(event: SecurityEvent) -> ToldEvent:
    icon = "warning" if event.kind in WARNS else ICONS.get(SecurityKind(event.kind), "key")
    return ToldEvent(
        str(event.pk), event.get_kind_display(), icon, event.device, place_of(event.network), event.happened_at
    )


def place_of(network: str) -> str:
    """The part of the address that was kept, with a word where it says more than the number."""
    if not network:
        return ""
    kept = ipaddress.ip_network(network)
    if kept.is_loopback:
        return _("the computer that Kitchen runs on")
    parts = str(kept.network_address).rstrip(":").split("." if kept.version == 4 else ":")  # noqa: PLR2004
    shown = ".".join([*parts[:3], "…"]) if kept.version == 4 else ":".join([*parts[:3], "…"])  # noqa: PLR2004
    return _("%(ip)s, your own network") % {"ip": shown} if kept.is_private else shown
