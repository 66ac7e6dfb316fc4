"""The browsers in which a person wants to be told. One row a person and browser, and one person a browser."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric import ec
from django.db import connection, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.models import PushSubscription, User
from accounts.push.hosts import is_allowed
from accounts.push.keys import CURVE, unpacked
from accounts.push.sending import Address, Arrival
from kitchen.errors import DomainError
from kitchen.tenancy.functions import person_function

MOST_BROWSERS = 10
# So often in a row a service may fail before its browser is given up.
MOST_FAILURES = 10
SECRET_SIZE = 16
# What a session keeps of the browser that it was opened in.
SESSION_KEY = "push"
TAKE_BROWSER = "kitchen_take_browser"
TAKE_BROWSER_SAYS = (
    "a browser, by the hash of its address, is the person's of the present scope, and no longer another's."
)
TAKE_BROWSER_SQL = "DELETE FROM accounts_pushsubscription WHERE endpoint_key = given AND user_id <> me"


def register_function() -> None:
    """Rows of others cannot be seen: that a browser is told one person's messages only is for the owner to see to."""
    person_function(TAKE_BROWSER, TAKE_BROWSER_SAYS, TAKE_BROWSER_SQL)


def key_of(endpoint: str) -> str:
    return hashlib.sha256(endpoint.encode()).hexdigest()


def browsers_of(person: User) -> list[PushSubscription]:
    return list(PushSubscription.objects.filter(user=person))


def addresses_of(rows: Iterable[PushSubscription]) -> dict[PushSubscription, Address]:
    return {row: Address(row.endpoint, row.p256dh, row.auth) for row in rows}


@transaction.atomic
def add_browser(person: User, to: Address, *, device: str) -> PushSubscription:
    """The browser is this person's from now on, and nobody else's, whoever used it before.

    Added again, its keys are renewed. The browser that was added first makes room for one too many.
    """
    _check(to)
    key = key_of(to.endpoint)
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {TAKE_BROWSER}(%s)", [key])
    values = {"endpoint": to.endpoint, "p256dh": to.p256dh, "auth": to.auth, "device": device[:80], "failures": 0}
    row, _made = PushSubscription.objects.update_or_create(user=person, endpoint_key=key, defaults=values)
    others = PushSubscription.objects.filter(user=person).exclude(pk=row.pk).order_by("-created_at")
    for surplus in others[MOST_BROWSERS - 1 :]:
        surplus.delete()
    return row


def move_browser(person: User, former: str, to: Address) -> PushSubscription:
    """The push service gave one of the person's browsers another address."""
    row = PushSubscription.objects.filter(user=person, endpoint_key=key_of(former)).first()
    if row is None:
        raise DomainError(_("This browser is not told any more: add it in your preferences."))
    moved = add_browser(person, to, device=row.device)
    if moved.pk != row.pk:
        row.delete()
    return moved


def forget_browser(person: User, **which: object) -> bool:
    """Whether there was one among the person's own, by `pk` or `endpoint_key`."""
    return bool(PushSubscription.objects.filter(user=person, **which).delete()[0])


def note_arrivals(arrived: dict[PushSubscription, Arrival], now: datetime) -> None:
    """What became of a message in each browser; one that is gone, or fails for long, is forgotten."""
    for row, arrival in arrived.items():
        kept = PushSubscription.objects.filter(pk=row.pk)
        if arrival == Arrival.GONE:
            kept.delete()
        elif arrival == Arrival.TAKEN:
            kept.update(failures=0, used_at=now)
        else:
            kept.update(failures=F("failures") + 1)
            kept.filter(failures__gte=MOST_FAILURES).delete()


def _check(to: Address) -> None:
    if not is_allowed(to.endpoint):
        raise DomainError(_("This browser has its messages sent by a service that this Kitchen does not know."))
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(CURVE, unpacked(to.p256dh))
        good = len(unpacked(to.auth)) == SECRET_SIZE
    except ValueError:
        good = False
    if not good:
        raise DomainError(_("The keys of this browser are not whole. Load the page again, then try once more."))
