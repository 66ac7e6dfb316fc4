"""What the database server says of itself: sizes, indexes, connections, statements. In the staff's scope."""

from collections import Counter
from dataclasses import dataclass

from django.db import connection

LONG = 1.0  # seconds
# One statement for all. What is cut by month is told as one table, and its indexes as one.
LOOK = """
    WITH tables AS (
      SELECT coalesce(p.relname, c.relname) AS name, sum(pg_total_relation_size(c.oid)) AS size,
             sum(pg_indexes_size(c.oid)) AS indexes, coalesce(sum(s.n_live_tup), 0) AS rows,
             coalesce(sum(s.n_dead_tup), 0) AS dead, coalesce(sum(s.seq_tup_read), 0) AS scanned
      FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_class p ON p.oid = i.inhparent
      LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid
      WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 25
    ), indexes AS (
      SELECT coalesce(p.relname, s.indexrelname) AS name, coalesce(t.relname, s.relname) AS table,
             sum(pg_relation_size(s.indexrelid)) AS size, sum(s.idx_scan) AS used
      FROM pg_stat_user_indexes s LEFT JOIN pg_inherits i ON i.inhrelid = s.indexrelid
      LEFT JOIN pg_class p ON p.oid = i.inhparent LEFT JOIN pg_inherits ti ON ti.inhrelid = s.relid
      LEFT JOIN pg_class t ON t.oid = ti.inhparent
      WHERE s.schemaname = current_schema() GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT 25
    ), locks AS (
      SELECT coalesce(c.relname, l.locktype) AS what, l.mode, count(*) AS count,
             count(*) FILTER (WHERE NOT l.granted) AS waiting
      FROM pg_locks l LEFT JOIN pg_class c ON c.oid = l.relation
      WHERE l.pid <> pg_backend_pid() AND (NOT l.granted OR l.database = (
        SELECT oid FROM pg_database WHERE datname = current_database()))
      GROUP BY 1, 2 ORDER BY 4 DESC, 3 DESC, 1 LIMIT 25
    ), sessions AS (SELECT * FROM kitchen_sessions() ORDER BY in_transaction DESC NULLS LAST)
    SELECT (SELECT json_agg(tables) FROM tables), (SELECT json_agg(indexes) FROM indexes),
           (SELECT json_agg(sessions) FROM sessions), (SELECT json_agg(locks) FROM locks),
           (SELECT json_agg(statements) FROM kitchen_statements() statements)
"""


@dataclass(frozen=True)
class Table:
    """Bytes, and rows that are there, that are dead, and that were read without an index."""

    name: str
    size: int
    indexes: int
    rows: int
    dead: int
    scanned: int


@dataclass(frozen=True)
class Index:
    name: str
    table: str
    size: int
    used: int


@dataclass(frozen=True)
class Session:
    """Seconds; `query` has no literals, and says so itself where PostgreSQL does not let the owner read it."""

    pid: int
    login: str
    state: str
    waits_for: str
    in_state: float | None
    in_transaction: float | None
    blocked_by: list[int]
    query: str


@dataclass(frozen=True)
class Lock:
    what: str
    mode: str
    count: int
    waiting: int


@dataclass(frozen=True)
class Statement:
    """Milliseconds."""

    calls: int
    total: float
    mean: float
    rows: int
    query: str


@dataclass(frozen=True)
class Server:
    """`long` are those in a transaction for more than a second, or that wait for a lock of another."""

    tables: list[Table]
    indexes: list[Index]
    states: dict[str, int]
    long: list[Session]
    locks: list[Lock]
    statements: list[Statement]


def server() -> Server:
    with connection.cursor() as cursor:
        cursor.execute(LOOK)
        tables, indexes, told, locks, statements = (rows or [] for rows in cursor.fetchone())
    sessions = [Session(**row) for row in told]
    return Server(
        tables=[Table(**row) for row in tables],
        indexes=[Index(**row) for row in indexes],
        states=dict(Counter(session.state for session in sessions).most_common()),
        long=[one for one in sessions if one.blocked_by or (one.in_transaction or 0) > LONG],
        locks=[Lock(**row) for row in locks],
        statements=[Statement(**row) for row in statements],
    )
