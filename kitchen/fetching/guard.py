"""Which addresses a fetch may talk to, and for how long."""

import queue
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from kitchen.fetching.addresses import is_public
from kitchen.fetching.errors import FetchError

PORTS = frozenset({80, 443})


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a name, as the system knows them. May block: see `Guard.addresses`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True)
class Limits:
    """Seconds for everything, seconds to connect, bytes after unpacking, and how often a site may send one on."""

    seconds: float = 15.0
    connect: float = 5.0
    size: int = 5_000_000
    redirects: int = 5


class Deadline:
    """The end of the time that one fetch has, whatever it consists of."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    def left(self, at_most: float | None = None) -> float:
        left = self.end - time.monotonic()
        if left <= 0:
            raise FetchError("slow")
        return left if at_most is None else min(left, at_most)


@dataclass(frozen=True)
class Guard:
    """What may be asked: the public internet at the usual ports, and what `also` names as (address, port).

    Production uses `PUBLIC`, which has no `also`. A test gives a guard of its own for its server on loopback:
    `fetch(url, guard=Guard(also=frozenset({("127.0.0.1", port)})))`. There is no setting and no variable of
    the environment that does the same, so none can be left on.
    """

    also: frozenset[tuple[str, int]] = field(default_factory=frozenset)
    look_up: Callable[[str, int], list[str]] = look_up

    def allows_port(self, port: int) -> bool:
        return port in PORTS or any(port == other for _address, other in self.also)

    def allows(self, address: str, port: int) -> bool:
        return (address, port) in self.also or (port in PORTS and is_public(address))

    def addresses(self, host: str, port: int, deadline: Deadline) -> list[str]:
        """The addresses of a host, all of them allowed: one that is not refuses the host."""
        found = self._found(host, port, deadline)
        if not found:
            raise FetchError("unknown_name")
        if not all(self.allows(address, port) for address in found):
            raise FetchError("not_allowed")
        return found

    def _found(self, host: str, port: int, deadline: Deadline) -> list[str]:
        """Looked up in a thread that may be left behind, because the system's resolver knows no time limit."""
        answers: queue.Queue[list[str] | Exception] = queue.Queue()
        threading.Thread(target=self._answer, args=(host, port, answers), daemon=True).start()
        try:
            answer = answers.get(timeout=deadline.left())
        except queue.Empty:
            raise FetchError("slow") from None
        if isinstance(answer, socket.gaierror) and answer.errno == socket.EAI_AGAIN:
            raise FetchError("no_network")
        if isinstance(answer, Exception):
            raise FetchError("unknown_name")
        return answer

    def _answer(self, host: str, port: int, answers: "queue.Queue[list[str] | Exception]") -> None:
        try:
            answers.put(self.look_up(host, port))
        except (OSError, ValueError) as error:
            answers.put(error)


PUBLIC = Guard()
