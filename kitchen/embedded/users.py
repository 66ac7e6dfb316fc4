"""Who uses the server of a data directory. Locks of the kernel tell, which even a killed process gives back."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kitchen.embedded.faults import EmbeddedError


def _open(path: Path) -> int:
    """A file handle for locking, that child programs do not inherit."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except PermissionError as error:
        raise EmbeddedError(
            f"Kitchen may not write {path}: run it as the user who owns {path.parent}, or set KITCHEN_VAR to a "
            "directory of your own."
        ) from error


@contextmanager
def one_at_a_time(data_dir: Path) -> Iterator[None]:
    """Starting and stopping happen one after the other, across processes."""
    handle = _open(data_dir.with_name(data_dir.name + ".lock"))
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


class Use:
    """One process's use of the server, from its making until `leave`."""

    def __init__(self, data_dir: Path) -> None:
        self._handle = _open(data_dir.with_name(data_dir.name + ".users"))
        fcntl.flock(self._handle, fcntl.LOCK_SH)

    def leave(self) -> bool:
        """Give the use back; whether nobody else uses the server now. Call it under `one_at_a_time`."""
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        else:
            return True
        finally:
            os.close(self._handle)
