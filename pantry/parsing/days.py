"""Reads what stands for a day: a date in digits, a date with a month's name, a weekday, "in 3 days"."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kitchen.units import read_number
from pantry.parsing.calendar_words import MONTH_OF, NEAR_OF, SPAN_OF, WEEKDAY_OF, bare

# A day without a year that was at most so many days ago is that one: the jar at the back of the shelf.
JUST_PAST = 14
FURTHEST_YEARS = 50
# A year of two digits on a package is at most so far away.
NEAR_YEARS = 12
MONTHS, SHORT = 12, 2


class NoSuchDay(ValueError):  # noqa: N818 - a finding, caught beside
    """It reads as a date, but the calendar has no such day."""


@dataclass(frozen=True)
class Reader:
    """`bare` is whether the form is read as a date without a word such as "exp" before it, `first` whether even at
    the beginning of an entry.
    """

    pattern: re.Pattern[str]
    day: Callable[[re.Match[str], date], date]
    bare: bool = True
    first: bool = False


def on(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NoSuchDay from error


def end_of(year: int, month: int) -> date:
    if not 1 <= month <= MONTHS:
        raise NoSuchDay
    return on(year, month, monthrange(year, month)[1])


def full(year: str) -> int:
    return 2000 + int(year) if len(year) == SHORT else int(year)


def coming(today: date, month: int, day: int) -> date:
    """The next day of this date, or the one that has only just been."""
    if (month, day) == (2, 29):
        leap = next(year for year in range(today.year, today.year + 9) if monthrange(year, 2)[1] == day)
        return on(leap, month, day)
    found = on(today.year, month, day)
    if found < today - timedelta(days=JUST_PAST):
        return on(today.year + 1, month, day)
    return found


def year_of(match: re.Match[str]) -> str:
    return match.groupdict().get("y") or ""


def iso(match: re.Match[str], _today: date) -> date:
    return on(int(year_of(match)), int(match["m"]), int(match["d"]))


def month_of_year(match: re.Match[str], _today: date) -> date:
    return end_of(int(year_of(match)), int(match["m"]))


def digits(match: re.Match[str], today: date) -> date:
    """Day first, unless only the other order is a date; "01/29" without such a day is a month of a year."""
    first, second = int(match["d"]), int(match["m"])
    if year_of(match):
        return ordered(full(year_of(match)), first, second)
    day, month = (second, first) if second > MONTHS >= first else (first, second)
    try:
        return coming(today, month, day)
    except NoSuchDay:
        if 1 <= first <= MONTHS < second:
            return end_of(2000 + second, first)
        raise


def ordered(year: int, first: int, second: int) -> date:
    return on(year, first, second) if second > MONTHS >= first else on(year, second, first)


def named(match: re.Match[str], today: date) -> date:
    month, day = MONTH_OF[bare(match["month"])], int(match["d"])
    return on(full(year_of(match)), month, day) if year_of(match) else coming(today, month, day)


def named_month(match: re.Match[str], today: date) -> date:
    month = MONTH_OF[bare(match["month"])]
    year = full(year_of(match)) if year_of(match) else today.year + (month < today.month)
    return end_of(year, month)


def weekday(match: re.Match[str], today: date) -> date:
    """The next such day; today's own name means today, "next" the one in a week."""
    ahead = (WEEKDAY_OF[bare(match["weekday"])] - today.weekday()) % 7
    return today + timedelta(days=7 if match["next"] and not ahead else ahead)


def soon(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=NEAR_OF[bare(match["soon"])])


def later(match: re.Match[str], today: date) -> date:
    number = read_number(match["count"])
    span = SPAN_OF[bare(match["span"])]
    if not number or number[0] > FURTHEST_YEARS * 366:
        raise NoSuchDay
    count = int(number[0])
    if span in {"day", "week"}:
        return today + timedelta(days=count * (7 if span == "week" else 1))
    months = today.month - 1 + count * (12 if span == "year" else 1)
    year, month = today.year + months // 12, months % 12 + 1
    if year > today.year + FURTHEST_YEARS:
        raise NoSuchDay
    return on(year, month, min(today.day, monthrange(year, month)[1]))


def end_of_month(_match: re.Match[str], today: date) -> date:
    return end_of(today.year, today.month)


def year(match: re.Match[str], _today: date) -> date:
    return end_of(int(year_of(match)), MONTHS)


def month_of_short_year(match: re.Match[str], today: date) -> date:
    """As "06/28" behind "best before": a month of a year, where that year can be meant."""
    if not today.year <= full(year_of(match)) <= today.year + NEAR_YEARS:
        return digits(match, today)
    return end_of(full(year_of(match)), int(match["d"]))


def weekend(match: re.Match[str], today: date) -> date:
    """Its Sunday."""
    return today + timedelta(days=6 - today.weekday() + (7 if match["next"] else 0))


def reader(
    pattern: str, day: Callable[[re.Match[str], date], date], *, alone: bool = True, first: bool = False
) -> Reader:
    return Reader(re.compile(rf"(?:{pattern})(?![\w])", re.IGNORECASE), day, alone, first)
