"""The roles and the database that Kitchen needs on a server, made where they are missing. Running it again changes
nothing.

The owner is a plain login: it owns the database and its tables, and is bound by nothing in them. The doors' role
owns nothing, cannot log in, and is what every request, socket and task becomes.
"""

from collections.abc import Iterator
from typing import Any, LiteralString

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql

from kitchen import embedded
from kitchen.errors import DomainError

OLDEST_SERVER = 150000
ROLES_OF_16 = 160000
Connection = psycopg.Connection[tuple[Any, ...]]


class SetUpError(DomainError):
    """The server refuses what Kitchen needs; the message has the SQL for its administrator."""


def prepare() -> Iterator[str]:
    """Make what is missing, telling each thing done; for the embedded server, and for any other through its owner."""
    if settings.EMBEDDED:
        embedded.ensure_running()
        url = embedded.url(settings.POSTGRES_DIR, "postgres", embedded.SUPERUSER)
        with psycopg.connect(url, autocommit=True) as connection:
            yield from prepare_embedded(connection)
    else:
        owner = owner_parameters()
        yield from _ensure_database(owner)
        with connect(**owner) as connection:
            yield from prepare_external(connection, settings.DATABASES["default"]["USER"])


def prepare_embedded(connection: Connection, database: str = "kitchen", owner: str = "kitchen_owner") -> Iterator[str]:
    """As the superuser of a server of our own."""
    yield from _ensure_role(connection, owner, "LOGIN")
    yield from _ensure_role(connection, settings.DOOR_ROLE, "NOLOGIN")
    yield from _ensure_member(connection, owner)
    if not _exists(connection, "pg_database", "datname", database):
        _run(connection, "CREATE DATABASE {} OWNER {}", database, owner)
        yield f"Made the database {database}."


def prepare_external(connection: Connection, doors_login: str) -> Iterator[str]:
    """As the owner's login, on its database. `doors_login` is the user of DATABASE_URL."""
    login = _value(connection, "SELECT session_user")
    require_version(connection)
    try:
        yield from _ensure_role(connection, settings.DOOR_ROLE, "NOLOGIN")
        for member in dict.fromkeys([login, _role_of_login(connection, doors_login) or login]):
            yield from _ensure_member(connection, member)
    except psycopg.errors.InsufficientPrivilege as error:
        raise SetUpError(_sql_for_administrator(login, doors_login)) from error
    if not _value(connection, "SELECT has_schema_privilege('public', 'CREATE')"):
        database = _value(connection, "SELECT current_database()")
        raise SetUpError(
            f"The login {login} may not make tables: let the administrator run "
            f"`ALTER DATABASE {database} OWNER TO {login}; ALTER SCHEMA public OWNER TO {login};`."
        )


def connect(**parameters: Any) -> Connection:
    """A connection, or one sentence with the reason why there is none."""
    try:
        return psycopg.connect(autocommit=True, **parameters)
    except psycopg.OperationalError as error:
        raise SetUpError(
            f"The database does not answer ({why(error)}): start it, or mend DATABASE_URL and DATABASE_DIRECT_URL."
        ) from error


def connect_owner() -> Connection:
    """As the owner, past any pooler, for what Django's connection cannot do; the embedded server is started first."""
    if settings.EMBEDDED:
        embedded.ensure_running()
    return connect(**owner_parameters())


def why(error: Exception) -> str:
    """The reason in what the driver says, which for a refused connection is many lines of the same."""
    lines = str(error).strip().splitlines()
    return lines[0].removeprefix("connection failed: ").strip() if lines else type(error).__name__


def owner_parameters() -> dict[str, Any]:
    """How psycopg reaches the database as its owner."""
    parameters: dict[str, Any] = connections["owner"].get_connection_params()
    return {name: value for name, value in parameters.items() if name not in {"cursor_factory", "context"}}


def require_version(connection: Connection) -> None:
    if connection.info.server_version < OLDEST_SERVER:
        raise SetUpError(
            f"The database server is PostgreSQL {connection.info.server_version // 10000}: "
            "Kitchen needs 15 or newer. Upgrade the server, or name another in DATABASE_URL."
        )


def may_become(connection: Connection, login: str, role: str) -> bool:
    """Whether `login` can take `role`, and has its rights also before: a pooler forgets which role was taken.

    Who made a role has neither, from PostgreSQL 16 on, until it is granted.
    """
    question = becoming(connection.info.server_version)
    row = connection.execute(question, {"login": login, "role": role}).fetchone()
    return bool(row and row[0])


def becoming(server_version: int) -> LiteralString:
    """SQL that asks whether %(login)s has the rights of %(role)s and may take it."""
    if server_version >= ROLES_OF_16:
        return "SELECT pg_has_role(%(login)s, %(role)s, 'USAGE') AND pg_has_role(%(login)s, %(role)s, 'SET')"
    return "SELECT pg_has_role(%(login)s, %(role)s, 'USAGE')"


def _ensure_database(owner: dict[str, Any]) -> Iterator[str]:
    name = owner["dbname"]
    try:
        psycopg.connect(**owner).close()
    except psycopg.OperationalError as refused:
        try:
            with psycopg.connect(**{**owner, "dbname": "postgres"}, autocommit=True) as connection:
                if _exists(connection, "pg_database", "datname", name):
                    connect(**owner).close()
                _run(connection, "CREATE DATABASE {}", name)
        except psycopg.errors.InsufficientPrivilege as error:
            message = f"CREATE DATABASE {name} OWNER {owner.get('user', '')};"
            raise SetUpError(f"The database {name} is missing: let the administrator run `{message}`.") from error
        except psycopg.OperationalError:
            connect(**owner).close()
            raise SetUpError(why(refused)) from refused
        yield f"Made the database {name}."


def _ensure_role(connection: Connection, role: str, kind: str) -> Iterator[str]:
    if not _exists(connection, "pg_roles", "rolname", role):
        _run(connection, f"CREATE ROLE {{}} {kind}", role)
        yield f"Made the role {role}."


def _ensure_member(connection: Connection, member: str) -> Iterator[str]:
    if not may_become(connection, member, settings.DOOR_ROLE):
        option = " WITH INHERIT TRUE, SET TRUE" if connection.info.server_version >= ROLES_OF_16 else ""
        _run(connection, "GRANT {} TO {}" + option, settings.DOOR_ROLE, member)
        yield f"Let {member} become {settings.DOOR_ROLE}."


def _role_of_login(connection: Connection, login: str) -> str:
    """The role behind a login name; poolers of some providers append a project to it (`postgres.project`)."""
    for name in (login, login.partition(".")[0]):
        if name and _exists(connection, "pg_roles", "rolname", name):
            return name
    return ""


def _sql_for_administrator(login: str, doors_login: str) -> str:
    door = settings.DOOR_ROLE
    grants = " ".join(f"GRANT {door} TO {member};" for member in dict.fromkeys([login, doors_login or login]))
    return (
        f"The login {login} may not make or grant the role {door}: let the administrator run "
        f"`CREATE ROLE {door} NOLOGIN; {grants}` (the first part only if the role is missing), then try again."
    )


def _exists(connection: Connection, catalogue: str, column: str, name: str) -> bool:
    query = sql.SQL("SELECT EXISTS (SELECT FROM {} WHERE {} = %s)")
    return bool(_value(connection, query.format(sql.Identifier(catalogue), sql.Identifier(column)), name))


def _value(connection: Connection, query: Any, *parameters: str) -> Any:
    row = connection.execute(query, parameters).fetchone()
    return row[0] if row else None


def _run(connection: Connection, statement: Any, *names: str) -> None:
    connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
