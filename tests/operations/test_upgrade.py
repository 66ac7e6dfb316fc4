"""A database that an older PostgreSQL made comes up under ours, with every row, and the old one is kept."""

import lzma
import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kitchen import embedded
from kitchen.backup import archive
from kitchen.backup.loading import load
from kitchen.backup.manifest import DUMP
from kitchen.embedded import cluster, upgrade
from kitchen.embedded.account import lent_account, open_the_way
from kitchen.embedded.faults import EmbeddedError
from kitchen.embedded.programs import ProgramError, run
from kitchen.postgres import counting
from tests.operations.test_first_release import FIRST

ROLES = ("CREATE ROLE kitchen_owner LOGIN", "CREATE ROLE kitchen_door", "GRANT kitchen_door TO kitchen_owner")


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Path]:
    """The first release's database in a data directory that PostgreSQL 16 made, stopped."""
    data_dir = tmp_path / "var" / "postgres"
    data_dir.mkdir(parents=True, mode=0o700)
    if account := lent_account(tmp_path / "none"):
        open_the_way(data_dir, account)
        os.chown(data_dir, account.pw_uid, account.pw_gid)
    names = ("--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
    run("initdb", "-D", str(data_dir), "-U", embedded.SUPERUSER, *names, account=account, major="16")
    cluster.start(data_dir, account, durable=False, major="16")
    with psycopg.connect(embedded.url(data_dir, "postgres", embedded.SUPERUSER), autocommit=True) as connection:
        for statement in (*ROLES, "CREATE DATABASE kitchen OWNER kitchen_owner"):
            connection.execute(statement)
    (tmp_path / "first.zip").write_bytes(lzma.decompress(FIRST.read_bytes()))
    with archive.read(tmp_path / "first.zip") as backup, psycopg.connect(embedded.url(data_dir)) as connection:
        backup.unpack(DUMP, tmp_path / DUMP)
        load(tmp_path / DUMP, connection, backup.manifest.dump_major)
    yield data_dir
    cluster.stop(data_dir)


def rows(data_dir: Path) -> dict[str, counting.Told]:
    with psycopg.connect(embedded.url(data_dir), autocommit=True) as connection:
        connection.execute(counting.SETTINGS)
        return {name: counting.tell(connection, name) for name in counting.tables(connection)}


def test_an_older_database_comes_up(
    old: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(old)
    assert before["accounts_household"].rows == 2
    with pytest.raises(EmbeddedError, match="an older Kitchen uses it just now: stop that one"):
        embedded.start(old)
    cluster.stop(old)

    def broken(*_: object) -> None:
        raise ProgramError("out of luck")

    with monkeypatch.context() as patch:
        patch.setattr(upgrade, "_compare", broken)
        with pytest.raises(EmbeddedError, match=r"from PostgreSQL 16 to 18 \(out of luck\): it is as it was"):
            embedded.start(old)
    assert (old / "PG_VERSION").read_text() == "16\n"

    server = embedded.start(old)
    assert rows(old) == before
    with psycopg.connect(server.url(), autocommit=True) as connection:
        assert connection.info.server_version >= 180000
        connection.execute("SET ROLE kitchen_door")
    server.stop()
    (kept,) = old.parent.glob("postgres.16-*")
    assert (kept / "PG_VERSION").read_text() == "16\n"
    assert f"as it was it is kept in {kept}" in caplog.text

    # The machine stops between the two changes of names: the next start finishes.
    old.rename(old.with_name("postgres.upgraded"))
    server = embedded.start(old)
    assert rows(old) == before
    server.stop()
