"""pg_dump, pg_restore and psql: those of the wheel and of the system, and the nearest that are not too old."""

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from psycopg import Connection
from psycopg.conninfo import make_conninfo

from kitchen.backup.errors import BackupError
from kitchen.embedded import programs as wheel
from kitchen.embedded.faults import EmbeddedError

SYSTEM = Path("/usr/lib/postgresql")
NEEDED = ("pg_dump", "pg_restore", "psql")
# How a server is reached. Of the rest, a driver's newer library tells what older programs do not know.
REACHING = ("host", "hostaddr", "port", "dbname", "user", "connect_timeout", "target_session_attrs")
SECURING = ("sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "gssencmode", "channel_binding")
SECONDS = 10  # to tell a version


@dataclass(frozen=True)
class Programs:
    directory: Path
    version: str

    @property
    def major(self) -> int:
        return int(self.version.partition(".")[0])

    def __getitem__(self, name: str) -> str:
        return str(self.directory / name)


def not_older_than(major: int) -> Programs:
    """The nearest: of the same major version when it is there. A dump can be read by no older programs either."""
    fitting = [found for found in installed() if found.major >= major]
    if not fitting:
        have = ", ".join(found.version for found in installed()) or "none"
        raise BackupError(
            f"PostgreSQL {major} needs pg_dump, pg_restore and psql of version {major} or newer, and this machine has "
            f"{have}: install postgresql-client-{major}."
        )
    return min(fitting, key=lambda found: found.major)


@cache
def installed() -> tuple[Programs, ...]:
    """The wheel's first, so that they are taken of two alike."""
    return tuple(found for directory in _directories() if (found := _looked_at(directory)))


def _directories() -> Iterator[Path]:
    with contextlib.suppress(EmbeddedError):  # the wheel need not be there where the database is another's
        yield from wheel.bin_dirs()
    yield from sorted(SYSTEM.glob("*/bin"))
    if found := shutil.which("pg_dump"):
        yield Path(found).parent


def _looked_at(directory: Path) -> Programs | None:
    if not all((directory / name).is_file() for name in NEEDED):
        return None
    command = [str(directory / "pg_dump"), "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS).stdout  # noqa: S603
    version = re.search(r"(\d+(?:\.\d+)*)", said)
    return Programs(directory, version[1]) if version else None


def conninfo(connection: Connection[tuple[object, ...]]) -> str:
    """How a program reaches what `connection` is connected to; the password goes by `environment`, unseen."""
    parameters = connection.info.get_parameters()
    return make_conninfo("", **{name: parameters[name] for name in (*REACHING, *SECURING) if name in parameters})


def environment(connection: Connection[tuple[object, ...]]) -> dict[str, str]:
    """Ours, without what would send PostgreSQL elsewhere, in English, with the password of `connection`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))}
    return {**kept, "LC_ALL": "C", "LANG": "C", "PGPASSWORD": connection.info.password}
