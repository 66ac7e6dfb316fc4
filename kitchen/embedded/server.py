"""A running embedded server, as one process holds it."""

import atexit
import threading
from pathlib import Path

from kitchen.embedded import cluster, places
from kitchen.embedded.account import lent_account
from kitchen.embedded.faults import EmbeddedError
from kitchen.embedded.upgrade import bring_forward
from kitchen.embedded.users import Use, one_at_a_time

_held: dict[Path, "Server"] = {}
_holding = threading.Lock()


class Server:
    """The server of `data_dir` runs at least until `stop` is called here."""

    def __init__(self, data_dir: Path, use: Use) -> None:
        self.data_dir = data_dir
        self._use: Use | None = use
        self._stopping = threading.Lock()

    def url(self, database: str = "kitchen", user: str = "kitchen_owner") -> str:
        return places.url(self.data_dir, database, user)

    def stop(self) -> None:
        """Leave the server; it stops unless another process uses it. Close this process's connections before."""
        with self._stopping:  # who comes second waits until the first has stopped it
            if self._use:
                with one_at_a_time(self.data_dir):
                    self.leave()
        with _holding:
            if _held.get(self.data_dir) is self:
                del _held[self.data_dir]

    def revive(self) -> bool:
        """Start the server again if it is gone although it is used here; whether that was so."""
        with self._stopping:
            if self._use is None or cluster.is_running(self.data_dir):
                return False
            with one_at_a_time(self.data_dir):  # another process may have been quicker
                _bring_up(self.data_dir, durable=True)
        return True

    def leave(self) -> None:
        """`stop`, for who holds the lock of `one_at_a_time` already."""
        use, self._use = self._use, None
        if use and use.leave():
            cluster.stop(self.data_dir)


def start(data_dir: Path, *, durable: bool = True) -> Server:
    """See `kitchen.embedded.start`. With `durable` off a crash of the machine may cost data."""
    data_dir = places.absolute(data_dir)
    try:
        data_dir.parent.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(data_dir):
            server = Server(data_dir, Use(data_dir))
            try:
                _bring_up(data_dir, durable=durable)
            except BaseException:
                server.leave()
                raise
    except OSError as error:
        raise EmbeddedError(f"The embedded database cannot use {data_dir}: {error.strerror or error}.") from error
    return server


def _bring_up(data_dir: Path, *, durable: bool) -> None:
    account = lent_account(data_dir)
    bring_forward(data_dir, account)
    if not cluster.is_made(data_dir):
        cluster.make(data_dir, account, durable=durable)
    if not cluster.is_ready(data_dir):
        cluster.start(data_dir, account, durable=durable)


def ensure_running(data_dir: Path) -> None:
    """See `kitchen.embedded.ensure_running`."""
    data_dir = places.absolute(data_dir)
    with _holding:
        if data_dir in _held:
            return
        server = _held[data_dir] = start(data_dir)
    atexit.register(server.stop)


def revive() -> bool:
    """Start those again that `ensure_running` took and that died since; whether there were any."""
    return any(server.revive() for server in list(_held.values()))


def release() -> None:
    """Leave every server that `ensure_running` took, now and not at exit."""
    for server in list(_held.values()):
        server.stop()
