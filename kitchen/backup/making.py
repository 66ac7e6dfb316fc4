"""Making one: dump, rows and hashes come from one snapshot, while the program goes on."""

import logging
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import psycopg
from django.conf import settings

from kitchen import sealing
from kitchen.backup import archive, envelope, programs
from kitchen.backup.envelope import Keys
from kitchen.backup.errors import BackupError
from kitchen.backup.manifest import DUMP, MEDIA, Manifest
from kitchen.backup.places import PART, Place
from kitchen.postgres import counting
from kitchen.postgres.roles import connect_owner, why

Say = Callable[[str], object]
Connection = psycopg.Connection[tuple[Any, ...]]
SEAL = "kitchen.backup"
ABANDONED = 24 * 3600  # seconds after which what a killed backup left is removed
logger = logging.getLogger("kitchen.backup")


@dataclass(frozen=True)
class Made:
    path: str
    bytes: int
    manifest: Manifest


def make_backup(place: Place, keys: Keys | None, *, say: Say, begin: str = "kitchen") -> Made:
    """A backup at `place`, encrypted if there are `keys`. Raises BackupError; what is half made is removed."""
    name = f"{begin}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}{'.sealed' if keys else ''}.zip"
    part = place.workshop / (name + PART)
    _clear(part.parent)
    try:
        with part.open("xb") as file:
            part.chmod(0o600)
            with envelope.sealed(file, keys) if keys else _open(file) as stream:
                manifest = _write(stream, say)
            file.flush()
            os.fsync(file.fileno())
        _read_back(part)
        size = part.stat().st_size
        return Made(place.keep(part, name), size, manifest)
    except OSError as error:
        raise BackupError(f"The backup could not be written to {place} ({error.strerror or error}).") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _open(file: IO[bytes]) -> Iterator[IO[bytes]]:
    yield file


def _read_back(part: Path) -> None:
    """A disk that takes what it does not keep is found out now, not on the day of need."""
    with zipfile.ZipFile(part) as written:
        if written.testzip() is not None:
            raise BackupError("The disk gave back something else than was written: look at it, and use another one.")


def _clear(directory: Path) -> None:
    """What killed backups left: half files, and rooms in which others were unpacked."""
    for left in directory.glob("*" + PART):
        if time.time() - left.stat().st_mtime > ABANDONED:
            logger.warning("Removing %s, which a backup that was broken off left.", left)
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def _write(stream: IO[bytes], say: Say) -> Manifest:
    with archive.Writing(stream) as writing:
        with _snapshot() as (connection, snapshot):
            tools = programs.not_older_than(connection.info.server_version // 10000)
            say(f"Dumping the database with pg_dump {tools.version}.")
            with _dumping(connection, snapshot, tools) as dump:
                writing.add(DUMP, dump)
            tables = {name: counting.tell(connection, name) for name in counting.tables(connection)}
            applied = connection.execute(
                "SELECT app || '.' || name FROM public.django_migrations ORDER BY 1"
            ).fetchall()
            server = connection.info.parameter_status("server_version") or ""
        say(f"{sum(told.rows for told in tables.values())} rows of {len(tables)} tables.")
        for name, path in _media():
            with path.open("rb") as file:
                writing.add(name, file)
        say(f"{len(writing.members) - 1} files of media.")
        manifest = Manifest(
            made_at=datetime.now(UTC).isoformat(timespec="seconds"), python=sys.version.split()[0], server=server,
            pg_dump=f"{tools.version} ({tools.directory})", migrations=[name for (name,) in applied],
            sealed=sealing.seal(SEAL, use=SEAL), tables=tables, members=writing.members,
        )  # fmt: skip
        writing.tell(manifest)
    return manifest


@contextmanager
def _snapshot() -> Iterator[tuple[Connection, str]]:
    """A transaction of the owner, and the name under which pg_dump sees exactly what it sees."""
    connection = connect_owner()
    try:
        connection.execute(counting.SETTINGS)
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        connection.autocommit = False
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None
        yield connection, row[0]
    except psycopg.Error as error:
        raise BackupError(f"The database could not be read ({why(error)}).") from error
    finally:
        connection.close()


@contextmanager
def _dumping(connection: Connection, snapshot: str, tools: programs.Programs) -> Iterator[IO[bytes]]:
    """The output of pg_dump. Of the schema it takes what is ours: others' tables it could not even lock."""
    others = [f'--exclude-table=public."{name}"' for name in counting.tables(connection, ours=False)]
    command = [
        tools["pg_dump"], "--format=custom", "--schema=public", "--no-password", f"--snapshot={snapshot}", *others,
        f"--dbname={programs.conninfo(connection)}",
    ]  # fmt: skip
    environment = programs.environment(connection)
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, env=environment)  # noqa: S603
        try:
            assert process.stdout is not None
            with process.stdout as output:
                yield output
            if process.wait():
                said.seek(0)
                raise BackupError(f"pg_dump did not come to its end: {first_fault(said.read())}.")
        finally:
            process.kill()
            process.wait()


def first_fault(said: bytes) -> str:
    lines = [line for line in said.decode(errors="replace").splitlines() if line.strip()]
    told = [line for line in lines if "error:" in line.lower() or "ERROR" in line]
    return (told or lines or ["it gave no reason"])[0].strip().rstrip(".")


def _media() -> Iterator[tuple[str, Path]]:
    """Plain files only; what begins with a dot is nobody's upload."""
    root = Path(settings.MEDIA_ROOT)
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if path.is_file() and not path.is_symlink() and not any(part.startswith(".") for part in inside.parts):
            yield MEDIA + inside.as_posix(), path
