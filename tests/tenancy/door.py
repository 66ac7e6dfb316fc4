"""The doors' side of the wall in raw SQL, without Django: a connection, a scope, and what the owner sees."""

import contextlib
import json
import os
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql
from psycopg.rows import dict_row

from kitchen.tenancy.scope import APPLY
from tests.database import direct_url

DOOR = "kitchen_door"


def logins() -> list[str]:
    """Every login the app may be given: the plain owner, and the superuser where the tests' own server has one."""
    return ["plain", "superuser"] if os.environ.get("KITCHEN_TEST_SERVER") else ["plain"]


def login_url(login: str) -> str:
    url = os.environ["DATABASE_URL"]
    return url.replace("kitchen_owner@", "postgres@") if login == "superuser" else url


@contextlib.contextmanager
def door(
    login: str = "plain", *, household: UUID | None = None, person: UUID | None = None, scoped: bool = True
) -> Iterator[psycopg.Connection[dict[str, Any]]]:
    """A transaction as a door has it, always rolled back; with `scoped` off, only what is taken on connecting."""
    with psycopg.connect(login_url(login), row_factory=dict_row, prepare_threshold=None) as connection:
        if scoped:
            connection.execute(APPLY, [DOOR, str(household or ""), str(person or ""), ""])
        else:
            connection.execute(f"SET LOCAL ROLE {DOOR}")
        try:
            yield connection
        finally:
            connection.rollback()


def owner_rows(table: str) -> list[dict[str, Any]]:
    """Every row as JSON, as the owner reads it."""
    with psycopg.connect(direct_url()) as connection:
        query = sql.SQL("SELECT to_jsonb(t) FROM {} t").format(sql.Identifier(table))
        return [row[0] for row in connection.execute(query)]


def insert(connection: psycopg.Connection[Any], table: str, row: dict[str, Any]) -> None:
    """The row as it is given, without what the database computes by itself."""
    computed = connection.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attgenerated <> ''", [table]
    ).fetchall()
    names = sql.SQL(", ").join(sql.Identifier(name) for name in row if {"attname": name} not in computed)
    connection.execute(
        sql.SQL(
            "INSERT INTO {table} ({names}) SELECT {names} FROM jsonb_populate_record(NULL::{table}, %s::jsonb)"
        ).format(table=sql.Identifier(table), names=names),
        [json.dumps(row)],
    )
