"""A member of staff inside a household, as the admin site knows it.

The site is on the ground floor and knows no households: `accounts` gives it an `Entrance`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from django.http import HttpRequest

VISIT_LASTS = timedelta(hours=1)


@dataclass(frozen=True)
class Visit:
    """An entry that is open now: which household, since when, and the reason its people read in their feed."""

    entry: UUID
    household: UUID
    name: str
    since: datetime
    reason: str

    @property
    def until(self) -> datetime:
        return self.since + VISIT_LASTS


class VisitOverError(Exception):
    """The entry that this session remembers has ended; the text is one sentence for the person."""


class Entrance(Protocol):
    def resume(self, request: HttpRequest) -> Visit | None:
        """The session's entry, its household now in scope; None without one; VisitOverError when it has ended."""
