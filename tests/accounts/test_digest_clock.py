"""When a day is told, in zones that do strange things."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.digest.clock import LATEST, due_day, moment

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
ZONES = (
    "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Apia", "America/Havana", "America/Nuuk",
    "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Chatham", "Pacific/Pago_Pago", "UTC",
)  # fmt: skip


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "hour", "begins"),
    [
        ("Europe/Berlin", "2026-11-21", 7, "2026-11-21T06:00"),
        ("Europe/Berlin", "2026-07-21", 7, "2026-07-21T05:00"),
        # In spring clocks go from 2 to 3, in autumn they show 2 twice.
        ("Europe/Berlin", "2026-03-29", 2, "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-03-29", 3, "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-03-29", 1, "2026-03-29T00:00"),
        ("Europe/Berlin", "2026-10-25", 2, "2026-10-25T00:00"),
        ("Europe/Berlin", "2026-10-25", 3, "2026-10-25T02:00"),
        # Half an hour beside the others.
        ("America/St_Johns", "2026-11-21", 7, "2026-11-21T10:30"),
        ("America/St_Johns", "2026-03-08", 2, "2026-03-08T05:30"),
        ("Asia/Kathmandu", "2026-11-21", 0, "2026-11-20T18:15"),
        # Fourteen hours before, eleven behind: the same moment, other days.
        ("Pacific/Kiritimati", "2026-11-22", 1, "2026-11-21T11:00"),
        ("Pacific/Pago_Pago", "2026-11-21", 0, "2026-11-21T11:00"),
        # Clocks that jump over midnight, and back over it.
        ("America/Havana", "2026-03-08", 0, "2026-03-08T05:00"),
        ("America/Havana", "2026-11-01", 0, "2026-11-01T04:00"),
        ("America/Nuuk", "2026-03-28", 23, "2026-03-29T01:00"),
        # Half an hour is left out: 2 becomes half past.
        ("Australia/Lord_Howe", "2026-10-04", 2, "2026-10-03T15:30"),
    ],
)
def test_the_moment_of_an_hour(zone: str, day: str, hour: int, begins: str) -> None:
    found = moment(date.fromisoformat(day), ZoneInfo(zone), hour)
    assert found == utc(begins)
    assert due_day(utc(begins), ZoneInfo(zone), hour) == date.fromisoformat(day)
    assert due_day(utc(begins) - MINUTE, ZoneInfo(zone), hour) != date.fromisoformat(day)


def test_a_day_that_samoa_left_out() -> None:
    apia = ZoneInfo("Pacific/Apia")
    assert moment(date(2011, 12, 30), apia, 7) is None
    told = {due_day(utc("2011-12-29T00:00") + n * HOUR, apia, 7) for n in range(4 * 24)}
    assert told - {None} == {date(2011, 12, 29), date(2011, 12, 31), date(2012, 1, 1), date(2012, 1, 2)}


def test_an_hour_that_comes_twice_is_one_moment() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first, second = utc("2026-10-25T00:00"), utc("2026-10-25T01:00")
    assert due_day(first, berlin, 2) == due_day(second, berlin, 2) == date(2026, 10, 25)
    assert due_day(first - MINUTE, berlin, 2) is None


@pytest.mark.parametrize(
    ("late", "day"),
    [("07:00", 21), ("07:05", 21), ("12:59", 21), ("13:00", None), ("23:59", None), ("06:59", None)],
)
def test_a_late_worker_tells_in_the_morning_and_not_at_night(late: str, day: int | None) -> None:
    found = due_day(utc(f"2026-11-21T{late}"), ZoneInfo("UTC"), 7)
    assert (found.day if found else None) == day


def test_an_evening_goes_on_after_midnight() -> None:
    utc_zone = ZoneInfo("UTC")
    assert due_day(utc("2026-11-21T23:00"), utc_zone, 23) == date(2026, 11, 21)
    assert due_day(utc("2026-11-22T01:00"), utc_zone, 23) == date(2026, 11, 21)
    assert due_day(utc("2026-11-22T05:00"), utc_zone, 23) is None


@given(st.sampled_from(ZONES), st.integers(0, 23), st.integers(0, 20 * 366 * 24 * 60))
def test_every_day_is_told_for_a_while_and_days_never_overlap(zone: str, hour: int, minutes: int) -> None:
    here, now = ZoneInfo(zone), utc("2012-01-01T00:00") + minutes * MINUTE
    day = now.astimezone(here).date()
    begins = moment(day, here, hour)
    assert begins is not None
    assert due_day(begins, here, hour) == day
    assert due_day(begins + LATEST - MINUTE, here, hour) in (day, day + timedelta(days=1))
    assert due_day(now, here, hour) in (None, day, day - timedelta(days=1))
