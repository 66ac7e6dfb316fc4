"""When something that is bought regularly comes again. Asks no database."""

from calendar import monthrange
from datetime import date, timedelta

from django.utils.translation import ngettext

from shopping.models import Period

WEEK, MONTHS = 7, 12
# A rhythm of so many days is told as a month.
ABOUT_A_MONTH = range(28, 33)


def later(day: date, every: int, period: str) -> date:
    """So many periods after `day`. The last day of a month stays the last one: 31 January, 28 February, 31 March."""
    if period != Period.MONTH:
        return day + timedelta(days=every * (WEEK if period == Period.WEEK else 1))
    months = day.month - 1 + every
    year, month = day.year + months // MONTHS, months % MONTHS + 1
    longest = monthrange(year, month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, longest if is_last else min(day.day, longest))


def next_after(day: date, every: int, period: str, today: date) -> date:
    """The first time after `today`, in the steps that began with `day`: what was missed comes once, not many times."""
    while day <= today:
        day = later(day, every, period)
    return day


def told_every(every: int, period: str) -> str:
    if period == Period.DAY:
        return ngettext("every day", "every %(count)d days", every) % {"count": every}
    if period == Period.WEEK:
        return ngettext("every week", "every %(count)d weeks", every) % {"count": every}
    return ngettext("every month", "every %(count)d months", every) % {"count": every}


def as_period(days: int) -> tuple[int, Period]:
    """A rhythm in days as people say it: 14 days are 2 weeks, 30 are a month."""
    if days in ABOUT_A_MONTH:
        return 1, Period.MONTH
    if days % WEEK == 0:
        return days // WEEK, Period.WEEK
    return days, Period.DAY
