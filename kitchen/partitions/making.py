"""SQL that makes one partition, and tells which months there are and which are wanted."""

from datetime import date

from django.db.backends.utils import CursorWrapper

from kitchen.partitions.months import first_id, later, name_of, other_of

AHEAD = 3  # months
MONTHS = """
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = %s::regclass ORDER BY c.relname
"""
# Keys of another version say nothing of time; those of a clock that runs far ahead wait for their month to come.
OF_ROWS = """
    SELECT DISTINCT to_char(to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)
                            AT TIME ZONE 'UTC', 'YYYY-MM-01')
    FROM "{table}" WHERE substr(id::text, 15, 1) = '7' AND id >= %s AND id < %s
"""
LOCKED = """
    SELECT string_agg(DISTINCT confrelid::regclass::text, ', ') FROM pg_constraint
    WHERE conrelid = %s::regclass AND contype = 'f'
"""


def partitions_of(cursor: CursorWrapper, table: str) -> list[str]:
    """Their names, by month; the one for other rows is last."""
    cursor.execute(MONTHS, [table])
    return [name for (name,) in cursor.fetchall()]


def months_ahead(present: date) -> list[date]:
    return [later(present, count) for count in range(AHEAD + 1)]


def months_of_rows(cursor: CursorWrapper, table: str, since: date, present: date) -> set[date]:
    """Those of which there are rows in `table`, from `since` to the last month that is made ahead."""
    cursor.execute(OF_ROWS.format(table=table), [first_id(since), first_id(later(present, AHEAD + 1))])
    return {date.fromisoformat(month) for (month,) in cursor.fetchall()}


def make_other(cursor: CursorWrapper, table: str, once: tuple[str, ...]) -> None:
    _make(cursor, table, other_of(table), once)
    cursor.execute(f'ALTER TABLE "{table}" ATTACH PARTITION "{other_of(table)}" DEFAULT')


def make_month(cursor: CursorWrapper, table: str, month: date, once: tuple[str, ...]) -> None:
    """The partition of a month; rows of it that lie among the others move into it.

    What the table points to is locked first and the others' partition last, as whoever writes comes along there.
    """
    bounds = [first_id(month), first_id(later(month, 1))]
    name, other = name_of(table, month), other_of(table)
    cursor.execute(LOCKED, [table])
    if targets := cursor.fetchone()[0]:
        cursor.execute(f"LOCK TABLE {targets} IN SHARE ROW EXCLUSIVE MODE")
    _make(cursor, table, name, once)
    cursor.execute(
        f'WITH moved AS (DELETE FROM "{other}" WHERE id >= %s AND id < %s RETURNING *) '
        f'INSERT INTO "{name}" SELECT * FROM moved',
        bounds,
    )
    cursor.execute(f'ALTER TABLE "{table}" ATTACH PARTITION "{name}" FOR VALUES FROM (%s) TO (%s)', bounds)


def _make(cursor: CursorWrapper, table: str, name: str, once: tuple[str, ...]) -> None:
    """Nobody but the owner reaches a partition past its table, whatever rights a provider gives on new tables."""
    cursor.execute(f'CREATE TABLE "{name}" (LIKE "{table}" INCLUDING DEFAULTS INCLUDING CONSTRAINTS)')
    cursor.execute(f'ALTER TABLE "{name}" ENABLE ROW LEVEL SECURITY')
    if once:
        columns = ", ".join(f'"{column}"' for column in once)
        cursor.execute(f'CREATE UNIQUE INDEX "{name}_once" ON "{name}" ({columns})')
