"""Rows and a hash of every table, told by SQL, so that the same question can be asked of what was restored.

The hash is a sum over the rows, so their order is no matter; each row counts with 120 bits of its SHA-256.
"""

from dataclasses import dataclass

from psycopg import Connection, sql

# How values become text must not depend on a server's settings; and rows that a policy hides must be an error.
SETTINGS = """
    SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1;
    SET bytea_output = 'hex'; SET row_security = off; SET statement_timeout = 0;
    SET idle_in_transaction_session_timeout = 0
"""
TABLES = """
    SELECT c.relname, pg_get_userbyid(c.relowner) = current_user FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') ORDER BY c.relname
"""


@dataclass(frozen=True)
class Told:
    """What a table holds."""

    rows: int
    hash: str

    @classmethod
    def read(cls, text: str) -> "Told":
        rows, _, found = text.partition(" ")
        return cls(int(rows), found)

    def __str__(self) -> str:
        return f"{self.rows} {self.hash}"


def question(table: str) -> sql.Composed:
    """SQL whose one value is a `Told` as text."""
    return sql.SQL(
        "SELECT count(*) || ' ' || coalesce(sum(('x' || substr(h, 1, 15))::bit(60)::bigint), 0) "
        "|| '-' || coalesce(sum(('x' || substr(h, 16, 15))::bit(60)::bigint), 0) FROM (SELECT "
        "encode(sha256(convert_to(kitchen_row::text, 'UTF8')), 'hex') AS h FROM public.{} kitchen_row) kitchen_rows"
    ).format(sql.Identifier(table))


def tables(connection: Connection[tuple[object, ...]], *, ours: bool = True) -> list[str]:
    """Tables of the schema that the connection's role owns, or, with `ours` off, the others."""
    return [str(name) for name, own in connection.execute(TABLES) if own == ours]


def tell(connection: Connection[tuple[object, ...]], table: str) -> Told:
    row = connection.execute(question(table)).fetchone()
    assert row is not None
    return Told.read(str(row[0]))
