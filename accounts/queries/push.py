"""What the page of preferences says of messages in browsers."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accounts.models import PushSubscription, User
from accounts.push.browsers import browsers_of
from accounts.push.keys import public_key


@dataclass(frozen=True)
class Device:
    """`failing`: its push service did not take the last message."""

    id: UUID
    name: str
    since: datetime
    used_at: datetime | None
    failing: bool
    is_this: bool


@dataclass(frozen=True)
class Messages:
    """`key` is what a browser asks its push service with; empty where this Kitchen has none. `known` are the hashes of
    the browsers' addresses, with spaces: a browser knows its own.
    """

    key: str
    known: str
    devices: list[Device]


def messages_of(person: User, *, here: str) -> Messages:
    rows = browsers_of(person)
    known = " ".join(row.endpoint_key for row in rows)
    return Messages(public_key(), known, [_device(row, here) for row in rows])


def _device(row: PushSubscription, here: str) -> Device:
    return Device(row.pk, row.device, row.created_at, row.used_at, bool(row.failures), row.endpoint_key == here)
