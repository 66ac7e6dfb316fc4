"""Which conversations somebody may read, and their list by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import Household
from chat.models import Conversation, ConversationKind, Run
from chat.models.run import UNFINISHED
from chat.viewer import Viewer

PAGE = 30


@dataclass(frozen=True)
class Row:
    """A conversation in the list; `title` is "" while nothing was said."""

    id: UUID
    title: str
    group: bool
    running: bool
    at: datetime


@dataclass(frozen=True)
class Day:
    date: date
    rows: list[Row]


@dataclass(frozen=True)
class Conversations:
    days: list[Day]
    page: int
    later: int | None
    earlier: int | None

    @property
    def none(self) -> bool:
        return not self.days and self.page == 1


def readable(household: Household, viewer: Viewer) -> QuerySet[Conversation]:
    """One's own, and the household's for those who live here; guests are not part of those."""
    return restorable(household, viewer).filter(deleted_at=None)


def restorable(household: Household, viewer: Viewer) -> QuerySet[Conversation]:
    """With those that were deleted, which somebody may want back."""
    mine = Q(kind=ConversationKind.SOLO, private_to=viewer.person)
    allowed = mine | Q(kind=ConversationKind.GROUP) if viewer.at_table else mine
    return Conversation.objects.select_related("household").filter(allowed, household=household)


def conversations(household: Household, viewer: Viewer, page: int = 1) -> Conversations:
    answering = Run.objects.filter(conversation=OuterRef("pk"), state__in=UNFINISHED, lease_until__gt=timezone.now())
    found = readable(household, viewer).annotate(running=Exists(answering)).order_by("-last_at", "-id")
    rows = list(found[(page - 1) * PAGE : page * PAGE + 1])
    return Conversations(
        days=_by_day(rows[:PAGE]),
        page=page,
        later=page - 1 if page > 1 else None,
        earlier=page + 1 if len(rows) > PAGE else None,
    )


def _by_day(rows: Sequence[Any]) -> list[Day]:
    drawn = [Row(one.pk, one.title, one.kind == ConversationKind.GROUP, one.running, one.last_at) for one in rows]
    return [Day(day, list(those)) for day, those in groupby(drawn, key=lambda row: timezone.localtime(row.at).date())]
