"""What must go, or step aside, before a database is filled anew."""

import psycopg
from psycopg import sql

# Everything the owner has in a schema, but nothing that an extension brought: kind and name, tables first.
OWN = """
    WITH found AS (
      SELECT CASE relkind WHEN 'v' THEN 0 WHEN 'm' THEN 0 ELSE 1 END AS turn,
        CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END AS kind,
        oid, oid::regclass::text AS name, relnamespace AS schema, relowner AS owner
      FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm')
      UNION ALL
      SELECT 2, 'ROUTINE', oid, oid::regprocedure::text, pronamespace, proowner FROM pg_proc
      UNION ALL
      SELECT 3, 'TYPE', oid, oid::regtype::text, typnamespace, typowner FROM pg_type
      WHERE typtype IN ('e', 'd') OR typrelid IN (SELECT oid FROM pg_class WHERE relkind = 'c')
    )
    SELECT kind, name FROM found WHERE schema = to_regnamespace(%s) AND pg_get_userbyid(owner) = current_user
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = found.oid AND d.deptype = 'e')
    ORDER BY turn, name
"""
PUBLIC, ASIDE = "public", "kitchen_before"


def drop(kind: str, name: str) -> str:
    """SQL for one of what `OWN` has found; it may have gone with another."""
    return f"DROP {kind} IF EXISTS {name} CASCADE"


def step_aside(connection: psycopg.Connection[tuple[object, ...]]) -> list[str]:
    """SQL that moves all of it into a schema of its own.

    Not dropped in the transaction that fills the database: that would hold a lock on every index, trigger and policy.
    """
    found = connection.execute(OWN, [PUBLIC])
    return [f"CREATE SCHEMA {ASIDE}", *(f"ALTER {kind} {name} SET SCHEMA {ASIDE}" for kind, name in found)]


def clear_aside(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """A transaction for each table, so that few locks are held at once; what was broken off is gone on with."""
    for kind, name in connection.execute(OWN, [ASIDE]).fetchall():
        connection.execute(drop(str(kind), str(name)))
    connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(ASIDE)))
