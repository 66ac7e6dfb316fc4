"""The feed as it is read: each activity as a line that says who did what, when, and whether it can be undone."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, Role, User
from accounts.verbs import BROUGHT, verbs
from kitchen.partitions.months import first_id
from kitchen.tones import tone_of

PAGE = 50
LATELY = timedelta(days=365)


@dataclass(frozen=True)
class Line:
    """One activity in words; times are in the time zone that is active. `tone` 0 is somebody who is gone.

    `stays` has a sentence for each thing that its undo could not put back.
    """

    id: UUID
    number: int
    sentence: str
    icon: str
    initial: str
    tone: int
    at: datetime
    undone_at: datetime | None
    undone_by: str
    undo_by: frozenset[Role]
    stays: tuple[str, ...] = ()


@dataclass(frozen=True)
class Day:
    date: date
    lines: list[Line]


@dataclass(frozen=True)
class Page:
    """Up to PAGE lines, newest first; `earlier` is what to ask for as `before` to go on, if there is more."""

    days: list[Day]
    earlier: int | None


def newest_lines(household: Household, limit: int) -> list[Line]:
    """Of the last year: the table is cut by month, and each month that is looked through takes its while."""
    lately = _activities(household).filter(pk__gte=first_id(timezone.now() - LATELY))
    return [line_of(activity) for activity in lately[:limit]]


def feed_page(household: Household, before: int | None = None) -> Page:
    """The activities numbered below `before`, by day."""
    activities = _activities(household)
    if before is not None:
        activities = activities.filter(number__lt=before)
    found = list(activities[: PAGE + 1])
    lines = [line_of(activity) for activity in found[:PAGE]]
    days = [Day(day, list(of_day)) for day, of_day in groupby(lines, key=lambda line: line.at.date())]
    return Page(days, lines[-1].number if len(found) > PAGE else None)


def find_lines(household: Household, text: str, limit: int) -> list[Line]:
    """Those of the newest 500 activities whose sentence has `text` in it, without regard to case."""
    wanted = text.casefold()
    lines = (line_of(activity) for activity in _activities(household)[:500])
    return [line for line in lines if wanted in line.sentence.casefold()][:limit]


def line_of(activity: Activity) -> Line:
    verb = verbs.get(activity.verb)
    actor = activity.actor
    name = _called(actor)
    return Line(
        id=activity.pk,
        number=activity.number,
        sentence=verb.tell(activity, name) if verb else _("{actor} changed something").format(actor=name),
        icon=verb.icon if verb else "edit",
        initial=name[:1].upper() if actor else "",
        tone=tone_of(actor.pk) if actor else 0,
        at=timezone.localtime(activity.created_at),
        undone_at=activity.undone_at,
        undone_by=_called(activity.undone_by) if activity.undone_at else "",
        undo_by=verb.undo_by if verb and verb.undo and _may_be_undone(activity) else frozenset(),
        stays=tuple(activity.facts.get("stays", ())) if activity.undone_at else (),
    )


def _may_be_undone(activity: Activity) -> bool:
    return not activity.undone_at and BROUGHT not in activity.facts


def _called(user: User | None) -> str:
    """Who has left the household is not seen any more, by name neither."""
    return user.called if user else _("Somebody who has left")


def _activities(household: Household) -> models.QuerySet[Activity]:
    return Activity.objects.filter(household=household).select_related("actor", "undone_by").order_by("-number")
