"""Lots narrowed by date, place, aisle and state, as conditions for the database."""

from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from accounts.models import Household
from pantry.models import DateKind, StockItem, Storage
from pantry.queries.aisle import in_aisle
from pantry.queries.asked import CHECK, FRESH, FROZEN, LATE, OPENED, SOON, UNDATED, Asked
from pantry.queries.day import SOON as SOON_DAYS
from pantry.queries.day import WEEK
from pantry.queries.words import said_so

# In which order lots must be eaten: the index of the table follows its beginning.
URGENT = (F("use_by").asc(nulls_last=True), F("name_key").asc(), F("id").asc())


def unfinished(household: Household) -> QuerySet[StockItem]:
    """Everything that is there, without an order."""
    return StockItem.objects.filter(household=household, finished_at=None).order_by()


def narrowed(lots: QuerySet[StockItem], asked: Asked, today: date) -> QuerySet[StockItem]:
    """What is asked for, of lots that have their aisles."""
    wanted = said_so(asked.text)
    if asked.place:
        wanted &= Q(place_id=asked.place)
    if asked.storage:
        wanted &= Q(place__storage=asked.storage)
    if asked.category:
        wanted &= in_aisle(asked.category)
    if asked.state:
        wanted &= in_state(asked.state, today)
    return lots.filter(wanted)


def due_in(group: str, today: date) -> Q:
    """The lots of one part of the page: late, now, week, later or undated."""
    ends = {"late": (None, -1), "now": (0, 1), "week": (2, WEEK), "later": (WEEK + 1, None)}
    if group not in ends:
        return Q(use_by__isnull=True)
    return _between(*ends[group], today)


def in_state(state: str, today: date) -> Q:
    """As pantry.queries.day.state_of tells it of one lot."""
    best_before = Q(date_kind=DateKind.BEST_BEFORE)
    conditions = {
        LATE: _between(None, 0, today) & ~best_before,
        CHECK: _between(None, -1, today) & best_before,
        SOON: _between(1, SOON_DAYS, today) | _between(0, 0, today) & best_before,
        FRESH: _between(SOON_DAYS + 1, None, today),
        OPENED: Q(opened_on__isnull=False),
        FROZEN: Q(place__storage=Storage.FREEZER),
        UNDATED: Q(use_by__isnull=True),
    }
    return conditions[state]


def _between(first: int | None, last: int | None, today: date) -> Q:
    """Days from today, both of them included; None is open."""
    after = Q() if first is None else Q(use_by__gte=today + timedelta(days=first))
    return after if last is None else after & Q(use_by__lte=today + timedelta(days=last))
