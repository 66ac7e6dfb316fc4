"""The tests' database as migrating left it, kept between runs: ten seconds of each worker's become one.

What is kept is only where `migrate` starts from; it runs all the same, and tests/operations migrates from nothing.
"""

import fcntl
import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kitchen.embedded.programs import run

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "tests"
# Of these the database is made; another byte in one of them, and migrating starts from nothing.
MAKINGS = ("*/migrations/*.py", "*/models/*.py", "requirements.txt", "tests/database.py", "tests/prepared.py")
HOW_MANY = 4


def fingerprint() -> str:
    made_of = hashlib.sha256(sys.version.encode())
    for path in sorted(path for pattern in MAKINGS for path in ROOT.glob(pattern)):
        made_of.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return made_of.hexdigest()[:16]


@contextmanager
def prepared() -> Iterator[None]:
    """Around `migrate`: before, what is kept of a database with these very migrations; after, it is kept.

    One process at a time: a second worker takes what the first one made. A server of DATABASE_URL is left alone.
    """
    if not (server := os.environ.get("KITCHEN_TEST_SERVER")):
        yield
        return
    address = server.replace("@/postgres", f"@/{os.environ['DATABASE_URL'].partition('@/')[2].partition('?')[0]}")
    kept = KEPT / f"{fingerprint()}.dump"
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kept.is_file():
            run("pg_restore", "--exit-on-error", "--single-transaction", "-d", address, str(kept), account=None)
            kept.touch()
        yield
        if not kept.is_file():
            _keep(address, kept)


def _keep(address: str, kept: Path) -> None:
    fresh = kept.with_suffix(".new")
    run("pg_dump", "--format=custom", "--compress=0", f"--file={fresh}", "-d", address, account=None)
    fresh.rename(kept)
    for old in sorted(KEPT.glob("*.dump"), key=lambda path: path.stat().st_mtime)[:-HOW_MANY]:
        old.unlink()
