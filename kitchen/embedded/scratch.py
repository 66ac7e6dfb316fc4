"""Servers that are thrown away: fast, in a temporary directory, deleted on stopping."""

import atexit
import contextlib
import fcntl
import os
import shutil
import tempfile
from pathlib import Path

from kitchen.embedded import cluster
from kitchen.embedded.server import Server, start
from kitchen.embedded.users import one_at_a_time
from kitchen.errors import DomainError

PREFIX = "kitchen-scratch-"


class ScratchServer(Server):
    def stop(self) -> None:
        super().stop()
        shutil.rmtree(self.data_dir.parent, ignore_errors=True)


def throw_away() -> ScratchServer:
    """A new one; it goes with this process. What killed processes left is cleared first."""
    _clear_abandoned()
    home = Path(tempfile.mkdtemp(prefix=PREFIX))
    home.chmod(0o711)  # passed through, not listed: as root the server runs as another account
    server = start(home / "postgres", durable=False)
    server.__class__ = ScratchServer
    assert isinstance(server, ScratchServer)
    atexit.register(server.stop)
    return server


def _clear_abandoned() -> None:
    for users in Path(tempfile.gettempdir()).glob(PREFIX + "*/postgres.users"):
        data_dir = users.with_name("postgres")
        # Under the lock nobody can be between opening the file and locking it.
        with contextlib.suppress(OSError, DomainError), one_at_a_time(data_dir):
            if _is_abandoned(users):
                cluster.stop(data_dir)
                shutil.rmtree(users.parent, ignore_errors=True)


def _is_abandoned(users: Path) -> bool:
    """Whether no living process uses it: the kernel has taken back every lock."""
    handle = os.open(users, os.O_RDWR)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        return True
    finally:
        os.close(handle)
