import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from tests.database import direct_url

MakeDirectory = Callable[[], Path]
Connect = Callable[..., psycopg.Connection[tuple[object, ...]]]


@pytest.fixture(scope="session")
def new_directory() -> Iterator[MakeDirectory]:
    """Directories that PostgreSQL's account can reach: pytest closes its own again whenever another run begins."""
    with ExitStack() as stack:

        def make() -> Path:
            prefix = "kitchen-operations-"
            return Path(stack.enter_context(TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)))

        yield make


@pytest.fixture
def tmp_path(new_directory: MakeDirectory) -> Path:
    return new_directory()


@pytest.fixture
def superuser() -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """The superuser of the tests' own server, for laying out roles and databases; other servers have none for us."""
    if not (url := os.environ.get("KITCHEN_TEST_SERVER")):
        pytest.skip("the database of DATABASE_URL is not ours to lay out")
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


@pytest.fixture
def login_of(superuser: psycopg.Connection[tuple[object, ...]]) -> Iterator[Connect]:
    """Makes a login (with `attributes`, such as CREATEROLE) and, once, a database that it owns; a connection as it."""
    made: list[str] = []
    database = f"operations_{os.getpid()}"
    opened: list[psycopg.Connection[tuple[object, ...]]] = []

    def make(name: str, attributes: str = "", *, owns: bool = True) -> psycopg.Connection[tuple[object, ...]]:
        superuser.execute(sql.SQL("CREATE ROLE {} LOGIN " + attributes).format(sql.Identifier(name)))
        made.append(name)
        if owns:
            superuser.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(*map(sql.Identifier, (database, name))))
        opened.append(psycopg.connect(superuser.info.dsn, user=name, dbname=database, autocommit=True))
        return opened[-1]

    yield make
    for connection in opened:
        connection.close()
    superuser.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))
    for name in reversed(made):
        superuser.execute(sql.SQL("DROP OWNED BY {0}; DROP ROLE {0}").format(sql.Identifier(name)))


@pytest.fixture
def empty_database(django_db_setup: None) -> Iterator[str]:
    """A second, empty database of the same owner; made by the server's superuser where the owner may not."""
    maker = os.environ.get("KITCHEN_TEST_SERVER") or direct_url()
    name = f"kitchen_elsewhere_{os.getpid()}"
    with psycopg.connect(direct_url()) as connection:
        owner = connection.execute("SELECT current_user").fetchone()
    assert owner is not None
    with psycopg.connect(maker, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} OWNER {owner[0]}")
    yield make_conninfo(direct_url(), dbname=name)
    with psycopg.connect(maker, autocommit=True) as connection:
        try:  # this sends away whoever cleans up there by itself, whom a plain owner may not force out
            connection.execute(f"DROP DATABASE {name}")
        except psycopg.errors.ObjectInUse:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
