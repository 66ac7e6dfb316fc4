"""Months as bounds of keys: the first 48 bits of a UUID of version 7 are milliseconds since 1970 (RFC 9562, 5.7)."""

from datetime import UTC, date, datetime
from uuid import UUID


def month_of(moment: datetime) -> date:
    """The first day of its month, in UTC."""
    return moment.astimezone(UTC).date().replace(day=1)


def later(month: date, count: int) -> date:
    """The month that is `count` months later, or earlier."""
    years, months = divmod(month.year * 12 + month.month - 1 + count, 12)
    return date(years, months + 1, 1)


def first_id(moment: datetime | date) -> UUID:
    """No key made at or after this moment (of a day: its beginning in UTC) is smaller."""
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return UUID(int=int(moment.timestamp() * 1000) << 80)


def name_of(table: str, month: date) -> str:
    return f"{table}_{month:%Y_%m}"


def other_of(table: str) -> str:
    """Where rows of no known month lie: of a clock that was wrong, of another installation's past."""
    return f"{table}_other"
