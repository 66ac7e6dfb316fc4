"""Every table of the database against a stranger's door, in raw SQL and real transactions."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors, sql

from kitchen.tenancy.keys import household_keys
from kitchen.tenancy.tables import rules
from tests.database import direct_url, empty_every_table
from tests.tenancy.door import door, insert, logins, owner_rows
from tests.tenancy.rows import lay_out

pytestmark = pytest.mark.tenancy

RULES = rules()
HOUSEHOLD_TABLES = sorted(name for name, rule in RULES.items() if rule.kind == "household")
PERSON_TABLES = sorted(name for name, rule in RULES.items() if rule.kind == "person")
WALLED = HOUSEHOLD_TABLES + PERSON_TABLES
HISTORY = sorted(name for name, rule in RULES.items() if rule.history)
ADDED_TO = sorted(name for name, rule in RULES.items() if "INSERT" in rule.rights and "UPDATE" not in rule.rights)
REFUSED = (errors.InsufficientPrivilege, errors.CheckViolation)


@pytest.fixture(scope="module")
def two(django_db_setup: None, django_db_blocker: Any) -> Iterator[SimpleNamespace]:
    """Ours and theirs: two households, two people, a row of everything each."""
    with django_db_blocker.unblock():
        yield SimpleNamespace(ours=lay_out("Ours"), theirs=lay_out("Theirs"))
        empty_every_table()


def belongs(table: str, row: dict[str, Any], side: SimpleNamespace) -> bool:
    mine = {str(side.household.pk), str(side.user.pk)}
    if table == "socialaccount_socialtoken":
        return any(
            one["id"] == row["account_id"] and one["user_id"] in mine
            for one in owner_rows("socialaccount_socialaccount")
        )
    column = RULES[table].column or ("id" if "id" in row and row["id"] in mine else "user_id")
    return row.get(column) in mine


def theirs_and_ours(table: str, two: SimpleNamespace) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    rows = owner_rows(table)
    theirs, ours = ([row for row in rows if belongs(table, row, side)] for side in (two.theirs, two.ours))
    assert theirs, f"lay_out() makes no row of {table}: add it in tests/tenancy/rows.py"
    assert ours
    return theirs, ours


def us(two: SimpleNamespace) -> dict[str, Any]:
    return {"household": two.ours.household.pk, "person": two.ours.user.pk}


def key_of(row: dict[str, Any]) -> str:
    return next(name for name in ("pgh_id", "id", "household_id") if name in row)


def test_every_table_of_the_database_has_a_kind(two: SimpleNamespace) -> None:
    with psycopg.connect(direct_url()) as connection:
        found = connection.execute(
            "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class "
            "WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition"
        ).fetchall()
    assert {name for name, *_ in found} <= set(RULES)
    for name, secured, forced in found:
        assert secured == bool(RULES[name].read), name
        assert not forced, f"{name}: forced row security makes a backup empty"


@pytest.mark.parametrize("login", logins())
@pytest.mark.parametrize("table", WALLED)
def test_only_our_rows_are_read_and_counted(table: str, login: str, two: SimpleNamespace) -> None:
    theirs, ours = theirs_and_ours(table, two)
    with door(login, **us(two)) as connection:
        seen = connection.execute(
            sql.SQL("SELECT to_jsonb(t) AS row FROM {} t").format(sql.Identifier(table))
        ).fetchall()
        rows = [one["row"] for one in seen]
        assert len(rows) == len(ours)
        assert not [row for row in theirs if row in rows]


@pytest.mark.parametrize("login", logins())
@pytest.mark.parametrize("table", WALLED)
def test_outside_a_scope_nothing_is_read(table: str, login: str, two: SimpleNamespace) -> None:
    with door(login, scoped=False) as connection:
        assert connection.execute(sql.SQL("SELECT 1 FROM {} LIMIT 1").format(sql.Identifier(table))).fetchone() is None


@pytest.mark.parametrize("table", WALLED)
def test_their_rows_are_neither_changed_nor_deleted(table: str, two: SimpleNamespace) -> None:
    theirs, _ = theirs_and_ours(table, two)
    name, key = sql.Identifier(table), key_of(theirs[0])
    where = sql.SQL("{} = %s").format(sql.Identifier(key))
    change = sql.SQL("UPDATE {} SET {} = {} WHERE ").format(name, sql.Identifier(key), sql.Identifier(key)) + where
    for statement in (change, sql.SQL("DELETE FROM {} WHERE ").format(name) + where):
        with door(**us(two)) as connection:
            try:
                assert connection.execute(statement, [theirs[0][key]]).rowcount == 0
            except errors.InsufficientPrivilege:
                assert table in HISTORY or table in ADDED_TO


@pytest.mark.parametrize("table", WALLED)
def test_a_row_of_theirs_cannot_be_written(table: str, two: SimpleNamespace) -> None:
    theirs, _ = theirs_and_ours(table, two)
    key = key_of(theirs[0])
    fresh = 987654321 if isinstance(theirs[0][key], int) else str(uuid4())
    row = {**theirs[0], key: fresh} if key != RULES[table].column else theirs[0]
    with door(**us(two)) as connection, pytest.raises(errors.InsufficientPrivilege):
        insert(connection, table, row)


@pytest.mark.parametrize("table", [t for t in HOUSEHOLD_TABLES if t not in HISTORY and t != "accounts_household"])
def test_our_row_cannot_be_moved_to_them(table: str, two: SimpleNamespace) -> None:
    column = sql.Identifier(RULES[table].column)
    query = sql.SQL("UPDATE {} SET {} = %s WHERE {} = %s").format(sql.Identifier(table), column, column)
    with door(**us(two)) as connection, pytest.raises(errors.InsufficientPrivilege):
        connection.execute(query, [two.theirs.household.pk, two.ours.household.pk])


@pytest.mark.parametrize("table", [t for t in WALLED if t not in HISTORY])
def test_a_collision_with_their_id_is_an_error_and_never_silence(table: str, two: SimpleNamespace) -> None:
    theirs, ours = theirs_and_ours(table, two)
    key = key_of(ours[0])
    if key == RULES[table].column or table == "accounts_user":
        pytest.skip("the id is the wall itself: writing it is refused above")
    with door(**us(two)) as connection, pytest.raises(errors.UniqueViolation):
        insert(connection, table, {**ours[0], key: theirs[0][key]})
    assert [row for row in owner_rows(table) if row[key] == theirs[0][key]] == [theirs[0]]


@pytest.mark.parametrize("key", list(household_keys()), ids=lambda key: key.name)
def test_a_foreign_key_cannot_point_at_theirs(key: Any, two: SimpleNamespace) -> None:
    target = next(row for row in owner_rows(key.target) if belongs(key.target, row, two.theirs))
    if key.table in ADDED_TO:
        ours = theirs_and_ours(key.table, two)[1][0]
        fresh = {column: str(uuid4()) for column in ("id", "operation") if column in ours}
        fresh |= {"number": 1000} if "number" in ours else {}
        with door(**us(two)) as connection, pytest.raises(errors.ForeignKeyViolation):
            insert(connection, key.table, {**ours, **fresh, key.column: target[key.target_key]})
            connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        return
    query = sql.SQL("UPDATE {} SET {} = %s").format(sql.Identifier(key.table), sql.Identifier(key.column))
    with door(**us(two)) as connection, pytest.raises(errors.ForeignKeyViolation):
        connection.execute(query, [target[key.target_key]])
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize("table", HISTORY)
def test_history_is_read_and_never_written(table: str, two: SimpleNamespace) -> None:
    _, ours = theirs_and_ours(table, two)
    name = sql.Identifier(table)
    for statement in ("UPDATE {} SET pgh_label = 'x'", "DELETE FROM {}", "TRUNCATE {}"):
        with door(**us(two)) as connection, pytest.raises(errors.InsufficientPrivilege):
            connection.execute(sql.SQL(statement).format(name))
    with door(**us(two)) as connection, pytest.raises(errors.InsufficientPrivilege):
        insert(connection, table, {**ours[0], "pgh_id": 987654321})


@pytest.mark.parametrize("table", [name for name in ADDED_TO if name in WALLED])
def test_what_is_added_to_is_never_changed(table: str, two: SimpleNamespace) -> None:
    """Security events among them: also one's own."""
    name, key = sql.Identifier(table), sql.Identifier(key_of(theirs_and_ours(table, two)[1][0]))
    deleting = [] if "DELETE" in RULES[table].rights else ["DELETE FROM {}"]
    for statement in ("UPDATE {} SET {} = {}", "TRUNCATE {}", *deleting):
        with door(**us(two)) as connection, pytest.raises(errors.InsufficientPrivilege):
            connection.execute(sql.SQL(statement).format(name, key, key))


@pytest.mark.parametrize("table", sorted(name for name, rule in RULES.items() if not rule.read))
def test_tables_of_all_give_exactly_their_rights(table: str, two: SimpleNamespace) -> None:
    with psycopg.connect(direct_url()) as connection:
        if connection.execute("SELECT to_regclass(%s)", [table]).fetchone() == (None,):
            pytest.skip("a table of a package that is not installed")
        rights = {
            right
            for right in ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
            if connection.execute("SELECT has_table_privilege('kitchen_door', %s, %s)", [table, right]).fetchone()
            == (True,)
        }
    assert rights == set(RULES[table].rights)


def test_the_doors_role_owns_nothing_and_makes_nothing(two: SimpleNamespace) -> None:
    with psycopg.connect(direct_url()) as connection:
        owned = connection.execute(
            "SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = 'kitchen_door'"
        ).fetchall()
        role = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'kitchen_door'"
        ).fetchone()
    assert owned == []
    assert role == (False, False, False, False)
    with door(**us(two)) as connection, pytest.raises(errors.InsufficientPrivilege):
        connection.execute("CREATE TABLE mine (id int)")
