"""What can go wrong with the embedded server, in sentences that say what to do."""

import re
import shutil
from pathlib import Path

from kitchen.errors import DomainError

ROOM_TO_START = 1 << 30  # bytes free before a data directory is made: itself 40 MB, then its log of changes and growth
DISK_FULL = "No space left on device"


class EmbeddedError(DomainError):
    """The embedded PostgreSQL cannot be had; the message says why and what to do."""


def require_room(directory: Path, more: int = 0) -> None:
    """For an empty database, and `more` bytes."""
    free, wanted = shutil.disk_usage(directory).free, ROOM_TO_START + more
    if free < wanted:
        raise EmbeddedError(
            f"There is too little disk space at {directory}: {free >> 20} MB are free, and setting up the database "
            f"takes {wanted >> 20} MB. Free some, or set KITCHEN_VAR to a directory on another disk."
        )


def foreign_version(data_dir: Path, made_by: str, ours: str) -> EmbeddedError:
    age = "newer" if _number(made_by) > _number(ours) else "older"
    return EmbeddedError(
        f"The database in {data_dir} was made by PostgreSQL {made_by}, which is {age} than the PostgreSQL {ours} of "
        f"this Kitchen: use the Kitchen that made it, or move the directory away and restore a backup."
    )


def not_a_database(data_dir: Path) -> EmbeddedError:
    return EmbeddedError(
        f"The directory {data_dir} is not a whole database (its file PG_VERSION is missing or empty): restore a backup "
        f"into it, or move it away and start again with an empty one."
    )


def not_ours(path: Path, owner: str) -> EmbeddedError:
    return EmbeddedError(
        f"{path} belongs to {owner}: run this command as the user who started Kitchen first, or give the directory to "
        f"yourself (`sudo chown -R $(id -un) {path}`)."
    )


def from_output(data_dir: Path, output: str) -> EmbeddedError:
    """The sentence for what PostgreSQL's programs or its log said."""
    # macOS reports a lack of semaphores with the words for a full disk.
    if "create semaphores" in output:
        return EmbeddedError(
            "PostgreSQL found no free semaphores: too many servers run on this machine; stop one, or restart it."
        )
    if DISK_FULL in output:
        return EmbeddedError(
            f"The disk of {data_dir} is full, so PostgreSQL cannot start: free some space and start again."
        )
    if _damaged(output):
        return EmbeddedError(
            f"The database in {data_dir} is damaged ({_reason(output)}): restore a backup, or move the directory away "
            f"and start again with an empty one."
        )
    return EmbeddedError(f"PostgreSQL did not start in {data_dir}: {_reason(output)}. Its log is {log_path(data_dir)}.")


def log_path(data_dir: Path) -> Path:
    return data_dir / "server.log"


def _damaged(output: str) -> bool:
    words = r"pg_control|control file|checkpoint record|invalid primary|PANIC|could not open file \""
    return re.search(words, output) is not None


def _reason(output: str) -> str:
    """The first complaint of PostgreSQL, without its time stamps; else the last line there is."""
    found = re.search(r"(?:FATAL|PANIC|[a-z_]+: error|could not start):\s+(.+)", output)
    lines = [line for line in output.splitlines() if line.strip()]
    return (found[1] if found else lines[-1] if lines else "it gave no reason").strip().rstrip(".")


def _number(version: str) -> int:
    return int(re.match(r"\d*", version.strip())[0] or 0)  # type: ignore[index]
