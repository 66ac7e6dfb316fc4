"""Telling every open page of a household that something changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import structlog
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import connection, transaction

from accounts.models import Household, Notice

log = structlog.get_logger("kitchen.live")

TAKE_NUMBERS = """
    INSERT INTO accounts_noticecounter (household_id, last) VALUES (%(household)s, %(count)s)
    ON CONFLICT (household_id) DO UPDATE SET last = accounts_noticecounter.last + %(count)s RETURNING last
"""


def _take_numbers(household: Household, count: int) -> range:
    """The next in the household's one order. The row lock is held to the commit, so numbers commit in order."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE_NUMBERS, {"household": household.pk, "count": count})
        last = int(cursor.fetchone()[0])
    return range(last - count + 1, last + 1)


def group_of(household_id: UUID) -> str:
    return f"household.{household_id.hex}"


@dataclass
class Wake:
    """Says to the sockets of a household that there is something up to `number`; what it is they read themselves.

    The channel layer may drop the message, or be away: whoever is woken later, or connects, reads everything since.
    """

    household: UUID
    number: int

    def __call__(self) -> None:
        message = {"type": "notice", "number": self.number}
        try:
            async_to_sync(get_channel_layer().group_send)(group_of(self.household), message)
        except Exception:
            log.exception("sockets were not woken", household=str(self.household), number=self.number)


def announce(household: Household, kind: str, subject: UUID | None = None) -> int:
    """Number and keep a notice of `kind`; after the commit every open page hears of it. Returns the number."""
    return announce_all(household, [(kind, subject)])


def announce_all(household: Household, changes: Sequence[tuple[str, UUID | None]]) -> int:
    """Several at once, at least one, in their order. Returns the number of the last."""
    numbers = _take_numbers(household, len(changes))
    Notice.objects.bulk_create(
        Notice(household=household, number=number, kind=kind, subject=subject)
        for number, (kind, subject) in zip(numbers, changes, strict=True)
    )
    _wake_after_commit(household.pk, numbers[-1])
    return numbers[-1]


def _wake_after_commit(household_id: UUID, number: int) -> None:
    """One message a transaction, however much it announces; a rolled back savepoint takes its own along."""
    for _savepoints, work, *_ in connection.run_on_commit:
        if isinstance(work, Wake) and work.household == household_id:
            work.number = number
            return
    transaction.on_commit(Wake(household_id, number))
