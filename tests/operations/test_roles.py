"""What `db_init` makes on a server that is not ours, by the rights that its login has."""

import contextlib
from collections.abc import Iterator

import psycopg
import pytest
from django.conf import LazySettings
from psycopg import sql

from kitchen.postgres import roles
from kitchen.postgres.roles import SetUpError
from tests.operations.conftest import Connect

Superuser = psycopg.Connection[tuple[object, ...]]
DOOR = "operations_door"


@pytest.fixture(autouse=True)
def door_role(superuser: Superuser, settings: LazySettings) -> Iterator[None]:
    """A doors' role of these tests' own, which is gone afterwards."""
    settings.DOOR_ROLE = DOOR
    yield
    superuser.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(DOOR)))


def test_a_login_that_may_make_roles(login_of: Connect) -> None:
    connection = login_of("operations_owner", "CREATEROLE")
    assert list(roles.prepare_external(connection, "operations_owner")) == [
        f"Made the role {DOOR}.",
        f"Let operations_owner become {DOOR}.",
    ]
    connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(DOOR)))
    connection.execute("RESET ROLE")
    assert list(roles.prepare_external(connection, "operations_owner")) == []


def test_another_login_for_the_doors(login_of: Connect) -> None:
    connection = login_of("operations_owner", "CREATEROLE")
    doors = login_of("operations_web", owns=False)
    assert f"Let operations_web become {DOOR}." in list(roles.prepare_external(connection, "operations_web"))
    doors.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(DOOR)))


def test_a_login_with_the_project_of_a_pooler_behind_it(login_of: Connect) -> None:
    connection = login_of("operations_owner", "CREATEROLE")
    said = list(roles.prepare_external(connection, "operations_owner.abcdefgh"))
    assert said[-1] == f"Let operations_owner become {DOOR}."


def test_a_login_that_may_not_make_roles_is_told_the_sql(login_of: Connect, superuser: Superuser) -> None:
    connection = login_of("operations_owner")
    login_of("operations_web", owns=False)
    with pytest.raises(SetUpError) as refused:
        list(roles.prepare_external(connection, "operations_web"))
    wanted = f"CREATE ROLE {DOOR} NOLOGIN; GRANT {DOOR} TO operations_owner; GRANT {DOOR} TO operations_web;"
    assert f"`{wanted}`" in str(refused.value)
    superuser.execute(wanted)  # type: ignore[arg-type]
    assert list(roles.prepare_external(connection, "operations_web")) == []


def test_a_login_that_may_not_make_tables(login_of: Connect, superuser: Superuser) -> None:
    login_of("operations_owner")
    connection = login_of("operations_other", "CREATEROLE", owns=False)
    with pytest.raises(SetUpError, match="may not make tables: let the administrator run `ALTER DATABASE"):
        list(roles.prepare_external(connection, "operations_other"))


def test_a_missing_database(login_of: Connect, superuser: Superuser) -> None:
    connection = login_of("operations_owner", "CREATEDB")
    wanted = {**connection.info.get_parameters(), "dbname": "operations_new"}
    with contextlib.closing(connection):
        assert list(roles._ensure_database(wanted)) == ["Made the database operations_new."]
        assert list(roles._ensure_database(wanted)) == []
    superuser.execute("DROP DATABASE operations_new")


def test_a_missing_database_and_no_right_to_make_it(login_of: Connect) -> None:
    connection = login_of("operations_owner")
    wanted = {**connection.info.get_parameters(), "dbname": "operations_new"}
    with pytest.raises(SetUpError, match="run `CREATE DATABASE operations_new OWNER operations_owner;`"):
        list(roles._ensure_database(wanted))


def test_a_server_that_is_away() -> None:
    with pytest.raises(SetUpError, match=r"does not answer \(.*Connection refused\): start it, or mend DATABASE_URL"):
        roles.connect(host="127.0.0.1", port=9, dbname="kitchen", user="nobody")
