"""Where the embedded server listens. Nothing here touches the disk, so settings may ask at any time."""

import hashlib
import os
from pathlib import Path
from urllib.parse import quote

SUPERUSER = "postgres"
PORT = 5432
SOCKET_NAME = f".s.PGSQL.{PORT}"
# A socket's path may have 107 bytes on Linux and 103 on macOS.
LONGEST_SOCKET_PATH = 100


def socket_dir(data_dir: Path) -> Path:
    """The data directory itself, which only its owner may enter; a short one elsewhere where that is too deep."""
    data_dir = absolute(data_dir)
    if len(os.fsencode(data_dir / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
        return data_dir
    # /tmp and not $TMPDIR: every process must find the same place, whatever its environment.
    return Path("/tmp") / f"kitchen-{hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:16]}"  # noqa: S108


def socket_path(data_dir: Path) -> Path:
    return socket_dir(data_dir) / SOCKET_NAME


def url(data_dir: Path, database: str = "kitchen", user: str = "kitchen_owner") -> str:
    """The address of `database` on the server of `data_dir`, for libpq and for Django's settings."""
    return f"postgresql://{user}@/{database}?host={quote(str(socket_dir(data_dir)))}&port={PORT}"


def absolute(path: Path) -> Path:
    """Without `..` and relative parts; links stay, so that one spelling gives one address."""
    return Path(os.path.abspath(path))  # noqa: PTH100  (resolve() would follow links)
