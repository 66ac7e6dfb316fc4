"""Telling every open page of a household that something changed."""

from dataclasses import dataclass
from uuid import UUID

import structlog
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import connection, transaction

from accounts.models import Household, Notice

log = structlog.get_logger("kitchen.live")

NEXT_NUMBER = """
    INSERT INTO accounts_noticecounter (household_id, last) VALUES (%s, 1)
    ON CONFLICT (household_id) DO UPDATE SET last = accounts_noticecounter.last + 1 RETURNING last
"""


def next_number(household: Household) -> int:
    """The next in the household's one order. The row lock is held to the commit, so numbers commit in order."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT_NUMBER, [household.pk])
        return int(cursor.fetchone()[0])


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
    number = next_number(household)
    Notice.objects.create(household=household, number=number, kind=kind, subject=subject)
    _wake_after_commit(household.pk, number)
    return number


def _wake_after_commit(household_id: UUID, number: int) -> None:
    """One message a transaction, however much it announces; a rolled back savepoint takes its own along."""
    for _savepoints, work, *_ in connection.run_on_commit:
        if isinstance(work, Wake) and work.household == household_id:
            work.number = number
            return
    transaction.on_commit(Wake(household_id, number))
