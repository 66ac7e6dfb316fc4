"""The embedded server on data directories of its own: whole, broken, foreign, shared, killed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kitchen import embedded
from kitchen.embedded import cluster, faults, places
from kitchen.embedded.faults import EmbeddedError
from tests.operations.conftest import MakeDirectory
from tests.operations.processes import ROOT, kill_server, server_process

ME = "import sys, pathlib; from kitchen import embedded; server = embedded.start(pathlib.Path(sys.argv[1]));"


@pytest.fixture(scope="module")
def template(new_directory: MakeDirectory) -> Path:
    """A data directory that was stopped, to copy."""
    data_dir = new_directory() / "postgres"
    embedded.start(data_dir).stop()
    return data_dir


@pytest.fixture
def data_dir(template: Path, tmp_path: Path) -> Iterator[Path]:
    copy = tmp_path / "var" / "postgres"
    owner = template.stat()
    shutil.copytree(template, copy)
    for path in [copy, *copy.rglob("*")]:
        os.chown(path, owner.st_uid, owner.st_gid)
    yield copy
    if server_process(copy.parent):
        kill_server(copy.parent)


def ask(data_dir: Path, query: str) -> object:
    with psycopg.connect(embedded.url(data_dir, "postgres", embedded.SUPERUSER), autocommit=True) as connection:
        cursor = connection.execute(query)  # type: ignore[arg-type]
        return cursor.fetchone()[0] if cursor.description else None  # type: ignore[index]


def start_elsewhere(data_dir: Path, then: str = "") -> "subprocess.Popen[str]":
    """Another process that uses the server until its input ends, and says when it does."""
    program = f"{ME} print('started', flush=True); sys.stdin.read(); {then}"
    return subprocess.Popen(
        [sys.executable, "-c", program, str(data_dir)], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip


def test_what_is_written_stays(data_dir: Path) -> None:
    server = embedded.start(data_dir)
    ask(data_dir, "CREATE TABLE kept AS SELECT 42 AS number")
    server.stop()
    assert server_process(data_dir.parent) is None
    server = embedded.start(data_dir)
    assert ask(data_dir, "SELECT number FROM kept") == 42
    server.stop()


def test_names_sort_by_code_point_and_know_case(data_dir: Path) -> None:
    server = embedded.start(data_dir)
    assert ask(data_dir, "SELECT lower('ÄPFEL') || ('Z' < 'a')::text") == "äpfeltrue"
    assert ask(data_dir, "SHOW fsync") == "on"
    server.stop()


def test_who_leaves_first_stops_nothing(data_dir: Path) -> None:
    other = start_elsewhere(data_dir, "server.stop()")
    assert other.stdout.readline() == "started\n"  # type: ignore[union-attr]
    server = embedded.start(data_dir)
    server.stop()
    assert server_process(data_dir.parent) is not None
    other.communicate()
    assert server_process(data_dir.parent) is None


def test_a_killed_user_holds_nothing(data_dir: Path) -> None:
    other = start_elsewhere(data_dir)
    assert other.stdout.readline() == "started\n"  # type: ignore[union-attr]
    other.kill()
    other.communicate()
    server = embedded.start(data_dir)
    server.stop()
    assert server_process(data_dir.parent) is None


def test_many_at_once_share_one_server(tmp_path: Path) -> None:
    data_dir = tmp_path / "var" / "postgres"
    others = [start_elsewhere(data_dir, "server.stop()") for _ in range(4)]
    assert [other.stdout.readline() for other in others] == ["started\n"] * 4  # type: ignore[union-attr]
    assert server_process(data_dir.parent) is not None
    assert [other.communicate()[0] for other in others] == [""] * 4
    assert server_process(data_dir.parent) is None


def test_a_killed_server_recovers(data_dir: Path) -> None:
    first = embedded.start(data_dir)
    ask(data_dir, "CREATE TABLE kept AS SELECT 42 AS number")
    kill_server(data_dir.parent)
    server = embedded.start(data_dir)
    assert ask(data_dir, "SELECT number FROM kept") == 42
    server.stop()
    first.stop()


def test_a_number_that_is_another_process_now(data_dir: Path) -> None:
    first = embedded.start(data_dir)
    written = (data_dir / "postmaster.pid").read_text()
    kill_server(data_dir.parent)
    own = written.replace(written.splitlines()[0], str(os.getpid()), 1)
    (data_dir / "postmaster.pid").write_text(own)
    server = embedded.start(data_dir)
    assert ask(data_dir, "SELECT 1") == 1
    server.stop()
    first.stop()


def test_a_path_too_long_for_a_socket(template: Path, tmp_path: Path) -> None:
    data_dir = tmp_path.joinpath(*["a-directory-with-a-long-name"] * 5, "postgres")
    assert len(str(places.socket_path(data_dir))) < places.LONGEST_SOCKET_PATH
    server = embedded.start(data_dir)
    assert ask(data_dir, "SELECT 1") == 1
    assert places.socket_dir(data_dir).stat().st_mode & 0o077 == 0
    server.stop()
    assert not places.socket_dir(data_dir).exists()


def test_a_place_for_the_socket_that_is_taken(tmp_path: Path) -> None:
    data_dir = tmp_path.joinpath(*["a-directory-with-a-long-name"] * 5, "postgres")
    places.socket_dir(data_dir).mkdir(mode=0o777)
    try:
        with pytest.raises(EmbeddedError, match="is somebody else's: remove it"):
            embedded.start(data_dir)
    finally:
        shutil.rmtree(places.socket_dir(data_dir))


def test_odd_names(tmp_path: Path) -> None:
    data_dir = tmp_path / "my kitchen's vär #1 50%" / "postgres"
    server = embedded.start(data_dir)
    assert ask(data_dir, "SELECT 1") == 1
    server.stop()


def test_a_set_up_that_was_broken_off(tmp_path: Path) -> None:
    half = tmp_path / "var" / "postgres.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    server = embedded.start(half.with_name("postgres"))
    assert not half.exists()
    server.stop()


@pytest.mark.parametrize(("made_by", "age"), [("19", "newer"), ("15", "older")])
def test_a_database_of_another_version(data_dir: Path, made_by: str, age: str) -> None:
    (data_dir / "PG_VERSION").write_text(f"{made_by}\n")
    with pytest.raises(EmbeddedError, match=f"was made by PostgreSQL {made_by}, which is {age} than"):
        embedded.start(data_dir)


def test_a_database_that_is_none(data_dir: Path) -> None:
    (data_dir / "PG_VERSION").unlink()
    with pytest.raises(EmbeddedError, match=r"is not a whole database .* restore a backup"):
        embedded.start(data_dir)


def test_a_damaged_database(data_dir: Path) -> None:
    os.truncate(data_dir / "global" / "pg_control", 100)
    with pytest.raises(EmbeddedError, match=r"is damaged \(.*\): restore a backup"):
        embedded.start(data_dir)


def test_a_damaged_log_of_changes(data_dir: Path) -> None:
    for path in (data_dir / "pg_wal").glob("0*"):
        path.write_bytes(b"nothing of use")
    with pytest.raises(EmbeddedError, match=r"is damaged \(.*\): restore a backup"):
        embedded.start(data_dir)


def test_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "ROOM_TO_START", 1 << 60)
    with pytest.raises(EmbeddedError, match=r"too little disk space .* KITCHEN_VAR"):
        embedded.start(tmp_path / "var" / "postgres")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('FATAL:  could not write lock file "postmaster.pid": No space left on device', "disk of .* is full"),
        ("FATAL:  could not create semaphores: No space left on device", "no free semaphores"),
        ("PANIC:  could not locate a valid checkpoint record", "is damaged"),
        ("FATAL:  something new", "did not start in .*: something new. Its log is"),
        ("", "it gave no reason"),
    ],
)
def test_what_postgres_says_is_told(tmp_path: Path, said: str, told: str) -> None:
    with pytest.raises(EmbeddedError, match=told):
        raise faults.from_output(tmp_path, said)


def test_nothing_is_left_running_when_a_start_fails(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starting = cluster.start

    def interrupted(*arguments: object, **options: object) -> None:
        starting(*arguments, **options)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(cluster, "start", interrupted)
    with pytest.raises(KeyboardInterrupt):
        embedded.start(data_dir)
    assert server_process(data_dir.parent) is None


def test_a_throw_away_server_goes() -> None:
    server = embedded.throw_away()
    assert ask(server.data_dir, "SHOW fsync") == "off"
    server.stop()
    assert not server.data_dir.parent.exists()
