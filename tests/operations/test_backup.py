"""A backup by the plain owner has every row; what is restored has its walls; what is not whole changes nothing."""

import json
import threading
import zipfile
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from django.conf import LazySettings
from django.core.management import call_command
from psycopg import sql

from accounts.models import User
from kitchen.backup import programs, restoring
from kitchen.backup.errors import BackupError
from kitchen.backup.manifest import NAME
from kitchen.errors import DomainError
from tests.database import direct_url
from tests.operations.elsewhere import manage_at, tried_at
from tests.operations.foreign_backups import FOREIGN, Members, rewritten, says

pytestmark = [pytest.mark.backup, pytest.mark.django_db(transaction=True, databases=["default", "owner"])]

Counts = dict[str, int]


def counts(url: str, *, role: str = "") -> Counts:
    """Rows of every table, as the owner sees them, or as `role`; but for the lines of backups themselves."""
    found = {}
    with psycopg.connect(url, autocommit=True) as connection:
        tables = connection.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') "
            "AND NOT relispartition"
        ).fetchall()
        if role:
            connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
        for (table,) in tables:
            if role:
                question = "SELECT has_table_privilege(%s, 'SELECT')"
                if not connection.execute(question, [f'public."{table}"']).fetchone()[0]:  # type: ignore[index]
                    continue
            counted = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()
            found[table] = counted[0] if counted else 0
    return {table: rows for table, rows in found.items() if table != "kitchen_backuprun"}


@pytest.fixture(autouse=True)
def media(settings: LazySettings, tmp_path: Path) -> Path:
    """Two uploads, one of a name that not every shell likes."""
    settings.MEDIA_ROOT = tmp_path / "media"
    (settings.MEDIA_ROOT / "a b").mkdir(parents=True)
    (settings.MEDIA_ROOT / "a b" / "süß.webp").write_bytes(b"sweet" * 1000)
    (settings.MEDIA_ROOT / "plain.webp").write_bytes(b"")
    return Path(settings.MEDIA_ROOT)


@pytest.fixture
def people(alice: User, bob: User, stranger: User) -> None:
    """Two households and three people."""


def backed_up(to: Path, *arguments: str) -> Path:
    call_command("backup", "--to", str(to), *arguments, stdout=StringIO())
    (made,) = to.glob("kitchen-2*.zip")
    return made


def verified(file: Path) -> str:
    said = StringIO()
    call_command("verify_backup", str(file), stdout=said)
    return said.getvalue()


def manifest_of(file: Path) -> dict[str, object]:
    with zipfile.ZipFile(file) as archive:
        found: dict[str, object] = json.loads(archive.read(NAME))
    return found


def test_a_backup_has_every_row_and_file(people: None, tmp_path: Path) -> None:
    made = backed_up(tmp_path / "kept")
    assert oct(made.stat().st_mode)[-3:] == "600"
    told: dict[str, dict[str, object]] = manifest_of(made)["tables"]  # type: ignore[assignment]
    assert {name: table["rows"] for name, table in told.items() if name != "kitchen_backuprun"} == counts(direct_url())
    assert told["accounts_household"]["rows"] == 2
    assert told["accounts_membership"]["rows"] == 3
    assert sum(int(str(table["rows"])) for name, table in told.items() if name.endswith("event")) > 0
    assert "Every row and every file came back as it was" in verified(made)


def test_it_goes_into_an_empty_installation_and_has_its_walls(
    people: None, empty_database: str, tmp_path: Path, settings: LazySettings
) -> None:
    made = backed_up(tmp_path / "kept")
    elsewhere = tmp_path / "elsewhere"
    said = manage_at(empty_database, "restore", str(made), "--yes", MEDIA_ROOT=str(elsewhere))
    assert "The database is empty: there is nothing to keep." in said
    assert counts(empty_database) == counts(direct_url())
    seen = counts(empty_database, role=settings.DOOR_ROLE)
    assert seen["accounts_household"] == seen["accounts_membership"] == 0
    assert seen == counts(direct_url(), role=settings.DOOR_ROLE)
    assert (elsewhere / "a b" / "süß.webp").read_bytes() == b"sweet" * 1000
    assert sorted(path.name for path in elsewhere.iterdir()) == ["a b", "plain.webp"]


def test_it_replaces_what_is_there_and_keeps_it(people: None, media: Path, tmp_path: Path) -> None:
    made, before = backed_up(tmp_path / "kept"), counts(direct_url())
    with psycopg.connect(direct_url(), autocommit=True) as connection:
        connection.execute(
            "DELETE FROM accounts_membership WHERE role = 'member'; CREATE TABLE left_over AS SELECT 1 AS number"
        )
    (media / "plain.webp").write_bytes(b"changed")
    (media / "new.webp").write_bytes(b"new")
    said = manage_at(direct_url(), "restore", str(made), "--yes", MEDIA_ROOT=str(media))
    assert counts(direct_url()) == before
    assert sorted(path.name for path in media.iterdir()) == ["a b", "plain.webp"]
    assert (media / "plain.webp").read_bytes() == b""
    (kept,) = [Path(line.rpartition(" ")[2].rstrip(".")) for line in said.splitlines() if " is kept in " in line]
    told: dict[str, dict[str, object]] = manifest_of(kept)["tables"]  # type: ignore[assignment]
    assert told["accounts_membership"]["rows"] == 2
    assert told["left_over"]["rows"] == 1
    kept.unlink()


@pytest.fixture
def writer(people: None) -> Iterator[Callable[[], int]]:
    """Somebody who goes on adding rows to two tables in one transaction; asked how many there are."""
    done, stop = [0], threading.Event()

    def write() -> None:
        with psycopg.connect(direct_url()) as connection:
            while not stop.is_set():
                connection.execute("INSERT INTO left_one SELECT repeat('x', 10000)")
                connection.execute("INSERT INTO left_two SELECT repeat('y', 10000)")
                connection.commit()
                done[0] += 1

    with psycopg.connect(direct_url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE left_one (word text); CREATE TABLE left_two (word text)")
    thread = threading.Thread(target=write)
    thread.start()
    yield lambda: done[0]
    stop.set()
    thread.join()
    with psycopg.connect(direct_url(), autocommit=True) as connection:
        connection.execute("DROP TABLE left_one, left_two")


def test_it_is_of_one_moment_while_the_program_goes_on(writer: Callable[[], int], tmp_path: Path) -> None:
    before = writer()
    made = backed_up(tmp_path / "kept")
    after = writer()
    told: dict[str, dict[str, int]] = manifest_of(made)["tables"]  # type: ignore[assignment]
    assert told["left_one"]["rows"] == told["left_two"]["rows"]
    assert before <= told["left_one"]["rows"] < after
    assert "came back as it was" in verified(made)


def test_what_is_not_whole_is_refused_before_anything_is_touched(people: None, tmp_path: Path, media: Path) -> None:
    made = backed_up(tmp_path / "kept")
    files = {name: rewritten(made, change).read_bytes() for name, (change, _told) in FOREIGN.items()}
    told = {name: sentence for name, (_change, sentence) in FOREIGN.items()}
    whole = made.read_bytes()
    files |= {"cut": whole[:-1000], "half": whole[: len(whole) // 2], "no zip": b"PK nothing", "empty": b""}
    files["a changed byte"] = whole[:20_000] + bytes([whole[20_000] ^ 1]) + whole[20_001:]
    before = counts(direct_url())
    for name, content in files.items():
        made.write_bytes(content)
        with pytest.raises(BackupError, match=told.get(name, "is damaged")):
            call_command("restore", str(made), "--yes", stdout=StringIO())
    assert counts(direct_url()) == before
    assert sorted(path.name for path in media.iterdir()) == ["a b", "plain.webp"]
    assert list(media.parent.rglob("*owned*")) == []


def test_what_does_not_prove_itself_is_as_if_it_never_was(people: None, tmp_path: Path, media: Path) -> None:
    """A dump that lacks rows: found out after all of them are loaded, and before anything is committed."""

    def more(members: Members) -> None:
        tables = json.loads(members[NAME])["tables"]
        tables["accounts_user"]["rows"] += 1
        says(members, {"tables": tables})

    changed = rewritten(backed_up(tmp_path / "kept"), more)
    before = counts(direct_url())
    done = tried_at(direct_url(), "manage.py", "restore", str(changed), "--yes", "--no-keep", MEDIA_ROOT=str(media))
    assert done.returncode == 1
    assert "the table accounts_user is not as it was" in done.stdout
    assert counts(direct_url()) == before
    assert sorted(path.name for path in media.iterdir()) == ["a b", "plain.webp"]
    with pytest.raises(SystemExit):
        call_command("verify_backup", str(changed), stdout=(said := StringIO()))
    assert "The table accounts_user has 3 rows, and had 4." in said.getvalue()


def test_who_still_uses_it_is_waited_for_in_vain(people: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = backed_up(tmp_path / "kept")
    monkeypatch.setattr(restoring, "LOCKS", "SET LOCAL lock_timeout = '100ms'")
    with psycopg.connect(direct_url()) as other:
        other.execute("SELECT count(*) FROM accounts_user")
        with pytest.raises(BackupError, match="somebody is using it, so stop Kitchen"):
            call_command("restore", str(made), "--yes", "--no-keep", stdout=StringIO())


def test_it_asks(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="without a terminal, give it --yes"):
        call_command("restore", str(tmp_path / "none.zip"))


def test_the_nearest_programs_that_are_not_too_old() -> None:
    have = sorted(found.major for found in programs.installed())
    assert programs.not_older_than(16).major == 16
    assert programs.not_older_than(17).major == 18
    assert programs.not_older_than(10).major == have[0]
    with pytest.raises(BackupError, match="install postgresql-client-99"):
        programs.not_older_than(99)
