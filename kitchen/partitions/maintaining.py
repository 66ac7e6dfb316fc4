"""Months made ahead and dropped after their time, as the owner: by the nightly task, at a start, and by command."""

import time
from collections.abc import Callable, Iterator
from datetime import date, datetime

import structlog
from django.db import OperationalError, connections, transaction
from django.db.backends.utils import CursorWrapper

from kitchen.partitions import Monthly, partitioned
from kitchen.partitions.making import make_month, months_ahead, months_of_rows, partitions_of
from kitchen.partitions.months import first_id, later, month_of, name_of, other_of
from kitchen.tenancy.tables import rule_of

log = structlog.get_logger("kitchen.partitions")
TRIES = 5
PAUSE = 1.0  # seconds
# Shorter than PostgreSQL waits before it looks for a deadlock, so that it is never a request that has to give way.
PATIENCE = "SET LOCAL lock_timeout = '500ms'"
Step = Callable[[CursorWrapper], None]


def maintain(now: datetime, using: str = "owner") -> list[str]:
    """Do what is due at `now`, and tell each thing done. What is in use for long is left for the next time."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext('kitchen.partitions'))")
    try:
        return list(_maintained(month_of(now), using))
    finally:
        with connections[using].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('kitchen.partitions'))")


def _maintained(present: date, using: str) -> Iterator[str]:
    for model, monthly in partitioned().items():
        rule, table = rule_of(model), model._meta.db_table
        for month in _missing(table, monthly, present, using):
            yield from _tried(using, f"Made {name_of(table, month)}.", _making(table, month, monthly.once))
        if monthly.months:
            since = later(present, -monthly.months)
            for name in _past(table, since, using):
                yield from _tried(using, f"Dropped {name}.", _dropping(name, stone=bool(rule and rule.column)))
            with connections[using].cursor() as cursor:
                cursor.execute(f'DELETE FROM "{other_of(table)}" WHERE id < %s', [first_id(since)])


def _missing(table: str, monthly: Monthly, present: date, using: str) -> list[date]:
    """Months ahead, and those that came while nobody made any."""
    with connections[using].cursor() as cursor:
        there = partitions_of(cursor, table)
        since = later(present, -monthly.months) if monthly.months else date(2000, 1, 1)
        wanted = {*months_ahead(present), *months_of_rows(cursor, other_of(table), since, present)}
    return [month for month in sorted(wanted) if name_of(table, month) not in there]


def _past(table: str, since: date, using: str) -> list[str]:
    with connections[using].cursor() as cursor:
        there = partitions_of(cursor, table)
    return [name for name in there if name < name_of(table, since)]


def _making(table: str, month: date, once: tuple[str, ...]) -> Step:
    return lambda cursor: make_month(cursor, table, month, once)


def _dropping(name: str, *, stone: bool) -> Step:
    def drop(cursor: CursorWrapper) -> None:
        if stone:
            cursor.execute(
                f"INSERT INTO kitchen_stone (what, rows, erased_at) SELECT 'month', count(*), now() FROM \"{name}\""
            )
        cursor.execute(f'DROP TABLE "{name}"')

    return drop


def _tried(using: str, done: str, step: Step) -> Iterator[str]:
    for left in reversed(range(TRIES)):
        try:
            with transaction.atomic(using), connections[using].cursor() as cursor:
                cursor.execute(PATIENCE)
                step(cursor)
        except OperationalError as error:
            if not left:
                log.warning("not done, the table is in use", step=done, error=str(error).strip())
                return
            time.sleep(PAUSE)
        else:
            yield done
            return
