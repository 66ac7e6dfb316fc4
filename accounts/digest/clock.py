"""When a household's day is told: at its hour, in its zone, on both sides of midnight and of daylight saving."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# A worker that was away tells until then; later, the day is let go.
LATEST = timedelta(hours=6)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def due_day(now: datetime, zone: ZoneInfo, hour: int) -> date | None:
    """The day of the household whose digest is to be told at `now`: today, or late in the night still yesterday."""
    here = now.astimezone(zone).date()
    return next((day for day in (here, here - DAY) if is_due(now, zone, day, hour)), None)


def is_due(now: datetime, zone: ZoneInfo, day: date, hour: int) -> bool:
    begins = moment(day, zone, hour)
    return begins is not None and begins <= now < begins + LATEST


def moment(day: date, zone: ZoneInfo, hour: int) -> datetime | None:
    """The first moment of that day at which its clocks show the hour or later, in UTC.

    An hour that comes twice is the first of the two; for one that is left out, the clocks jump past it. None for a
    day that the zone left out (Samoa had no 30 December 2011).
    """
    noon = datetime.combine(day, time(12), zone)
    if noon.astimezone(UTC).astimezone(zone).date() != day:
        return None
    asked = datetime.combine(day, time(hour))
    found = min(asked.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    while found.astimezone(zone).replace(tzinfo=None) < asked:
        found += MINUTE
    return found
