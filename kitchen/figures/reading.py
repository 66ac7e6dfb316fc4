"""Requests and measures of a period, as the staff's page shows them. In the staff's scope."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kitchen.partitions.months import first_id

NEWEST = 100_000  # rows that a page looks at, so that it answers however many there are
ROUTES = 40


class Period(TextChoices):
    HOUR = "hour", _("an hour")
    DAY = "day", _("a day")
    WEEK = "week", _("a week")
    MONTH = "month", _("a month")


# How long, and how long one bar of a chart is.
LENGTHS = {
    Period.HOUR: (timedelta(hours=1), timedelta(minutes=2)),
    Period.DAY: (timedelta(days=1), timedelta(hours=1)),
    Period.WEEK: (timedelta(days=7), timedelta(hours=6)),
    Period.MONTH: (timedelta(days=30), timedelta(days=1)),
}
# The median is where the rows up to it, by how many requests each stands for, are half of all.
BY_ROUTE = """
    WITH kept AS (
      SELECT route, status, seconds, queries, bytes, stands_for FROM kitchen_apirequest
      WHERE id >= %(first)s ORDER BY id DESC LIMIT %(newest)s
    ), ranked AS (
      SELECT *, sum(stands_for) OVER (PARTITION BY route ORDER BY seconds ROWS UNBOUNDED PRECEDING) AS upto,
             sum(stands_for) OVER (PARTITION BY route) AS total FROM kept
    )
    SELECT route, max(total), min(seconds) FILTER (WHERE upto >= total * 0.5) * 1000,
           min(seconds) FILTER (WHERE upto >= total * 0.95) * 1000, max(seconds) * 1000,
           sum(queries * stands_for)::float / max(total), (sum(bytes * stands_for) / max(total))::bigint,
           coalesce(sum(stands_for) FILTER (WHERE status BETWEEN 400 AND 499), 0),
           coalesce(sum(stands_for) FILTER (WHERE status >= 500), 0)
    FROM ranked GROUP BY route ORDER BY 4 DESC, 1 LIMIT %(routes)s
"""
BY_TIME = """
    WITH kept AS (
      SELECT at, status, stands_for FROM kitchen_apirequest
      WHERE id >= %(first)s ORDER BY id DESC LIMIT %(newest)s
    )
    SELECT date_bin(%(step)s, at, %(origin)s), sum(stands_for),
           coalesce(sum(stands_for) FILTER (WHERE status >= 500), 0), count(*)
    FROM kept GROUP BY 1 ORDER BY 1
"""
MEASURES = """
    SELECT name, unit, date_bin(%(step)s, at, %(origin)s) AS bin, max(value) FROM kitchen_performancemetric
    WHERE id >= %(first)s GROUP BY name, unit, bin ORDER BY name, unit, bin
"""


@dataclass(frozen=True)
class Route:
    """Milliseconds; `queries` and `bytes` of a request on average; how many were refused (4xx) and failed (5xx)."""

    name: str
    count: int
    p50: float
    p95: float
    longest: float
    queries: float
    bytes: int
    refused: int
    failed: int


@dataclass(frozen=True)
class Bin:
    """What came within one bar of the chart."""

    at: datetime
    count: int
    failed: int


@dataclass(frozen=True)
class Measure:
    name: str
    unit: str
    points: list[tuple[datetime, float]]


@dataclass(frozen=True)
class Performance:
    """`cut` when there were more rows than are looked at: then the figures begin later than the period."""

    since: datetime
    step: timedelta
    routes: list[Route]
    bins: list[Bin]
    measures: list[Measure]
    cut: bool


def performance(period: Period) -> Performance:
    length, step = LENGTHS[period]
    now = timezone.now()
    asked = {"first": first_id(now - length), "step": step, "origin": now - length}
    asked |= {"routes": ROUTES, "newest": NEWEST}
    times = _rows(BY_TIME, asked)
    return Performance(
        since=now - length,
        step=step,
        routes=[Route(*row) for row in _rows(BY_ROUTE, asked)],
        bins=_every_bin(now - length, now, step, {at: Bin(at, count, failed) for at, count, failed, _rows in times}),
        measures=_measures(_rows(MEASURES, asked)),
        cut=sum(rows for *_, rows in times) >= NEWEST,
    )


def _rows(query: str, asked: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, asked)
        return list(cursor.fetchall())


def _every_bin(begin: datetime, end: datetime, step: timedelta, found: dict[datetime, Bin]) -> list[Bin]:
    """Also those in which nothing came."""
    starts = (begin + step * number for number in range(int((end - begin) / step)))
    return [found.get(at, Bin(at, 0, 0)) for at in starts]


def _measures(rows: list[tuple[Any, ...]]) -> list[Measure]:
    found: dict[tuple[str, str], Measure] = {}
    for name, unit, at, value in rows:
        found.setdefault((name, unit), Measure(name, unit, [])).points.append((at, value))
    return list(found.values())
