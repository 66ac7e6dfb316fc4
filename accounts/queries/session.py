"""A person's own sessions, told so that they recognise them."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User

# First match wins: most browsers also name those they descend from.
BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Vivaldi", "Vivaldi"),
    ("FxiOS", "Firefox"), ("Firefox", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"), ("Linux", "Linux"),
)  # fmt: skip
HELD_IN_HAND = ("iPhone", "iPad", "Android")


@dataclass(frozen=True)
class OwnSession:
    """`device` is what the browser says it is; `place` is the address it came from last."""

    id: int
    device: str
    icon: str
    place: str
    started_at: datetime
    seen_at: datetime
    is_this: bool


def sessions_of(user: User, *, this: str | None) -> list[OwnSession]:
    """Those that still open a door, this one (by its key) first, then the most recently seen."""
    found = list(UserSession.objects.filter(user=user).order_by("-last_seen_at"))
    keys = [session.session_key for session in found]
    alive = set(
        Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now()).values_list(
            "session_key", flat=True
        )
    )
    told = [_told(session, session.session_key == this) for session in found if session.session_key in alive]
    return sorted(told, key=lambda session: not session.is_this)


def _told(session: UserSession, is_this: bool) -> OwnSession:  # noqa: FBT001
    device, icon = device_of(session.user_agent)
    return OwnSession(
        id=session.pk,
        device=device,
        icon=icon,
        place=place_of(session.ip),
        started_at=session.created_at,
        seen_at=session.last_seen_at,
        is_this=is_this,
    )


def device_of(user_agent: str) -> tuple[str, str]:
    """A name for a browser from its User-Agent header, and the icon it wears."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    icon = "phone" if system in HELD_IN_HAND else "device"
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}, icon
    return browser or system or _("A browser that does not say its name"), icon


def place_of(ip: str) -> str:
    """An address, with a word where it says more than the number."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return ip
    if address.is_loopback:
        return _("the computer that Kitchen runs on")
    return _("%(ip)s, your own network") % {"ip": ip} if address.is_private else ip
