"""A backup by the plain owner has every row, and what is restored has its walls."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import LazySettings
from psycopg import sql
from psycopg.conninfo import make_conninfo

from accounts.models import User
from kitchen.embedded.programs import MAJOR, bin_dir
from tests.database import direct_url

pytestmark = [pytest.mark.backup, pytest.mark.django_db(transaction=True)]
RESTORED = f"kitchen_restored_{os.getpid()}"

Counts = dict[str, int]


def counts(url: str, *, role: str = "") -> Counts:
    """Rows of every table, as the owner sees them, or as `role`."""
    found = {}
    with psycopg.connect(url, autocommit=True) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        if role:
            connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
        for (table,) in tables:
            if role:
                question = "SELECT has_table_privilege(%s, 'SELECT')"
                if not connection.execute(question, [f'public."{table}"']).fetchone()[0]:  # type: ignore[index]
                    continue
            counted = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()
            found[table] = counted[0] if counted else 0
    return found


@pytest.fixture
def empty_database() -> Iterator[str]:
    """A second database of the same owner; made by the server's superuser where the owner may not."""
    maker = os.environ.get("KITCHEN_TEST_SERVER") or direct_url()
    with psycopg.connect(direct_url()) as connection:
        owner = connection.info.user
    with psycopg.connect(maker, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE {RESTORED} OWNER "{owner}"')  # type: ignore[arg-type]
    yield make_conninfo(direct_url(), dbname=RESTORED)
    with psycopg.connect(maker, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {RESTORED} WITH (FORCE)")  # type: ignore[arg-type]


@pytest.fixture
def restored(alice: User, bob: User, stranger: User, empty_database: str, tmp_path: Path) -> str:
    """A database made from a backup of one with two households and three people."""
    dump = str(tmp_path / "kitchen.dump")
    run("pg_dump", "--format=custom", f"--file={dump}", f"--dbname={make_conninfo(direct_url())}")
    run("pg_restore", "--exit-on-error", "--single-transaction", f"--dbname={empty_database}", dump)
    return empty_database


def programs() -> Path:
    """Those of the server's own version: an older one cannot dump it, a newer one cannot restore into it."""
    with psycopg.connect(direct_url()) as connection:
        version = str(connection.info.server_version // 10000)
    if version == MAJOR:
        return bin_dir()
    found = Path(os.environ.get("POSTGRES_BIN", f"/usr/lib/postgresql/{version}/bin"))
    if not found.is_dir() and not os.environ.get("KITCHEN_REQUIRE_SERVICES"):
        pytest.skip(f"pg_dump of PostgreSQL {version} is not on this machine: name its directory in POSTGRES_BIN")
    return found


def run(program: str, *arguments: str) -> None:
    done = subprocess.run([programs() / program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_backup_has_every_row(restored: str) -> None:
    after = counts(restored)
    assert after == counts(direct_url())
    assert after["accounts_household"] == 2
    assert after["accounts_membership"] == 3
    assert sum(number for table, number in after.items() if table.endswith("event")) > 0


def test_what_is_restored_has_its_walls(restored: str, settings: LazySettings) -> None:
    seen = counts(restored, role=settings.DOOR_ROLE)
    assert seen["accounts_household"] == seen["accounts_membership"] == 0
    assert seen == counts(direct_url(), role=settings.DOOR_ROLE)
