"""Connections that go to the very address that was checked.

The name is looked up once, inside the connecting itself, and the socket is opened to what was found and
checked there: a name that means another address a moment later changes nothing. TLS still asks for the name,
because only the socket knows of the address.
"""

import errno
import socket
import ssl
from collections.abc import Iterable
from functools import cache
from typing import Any

import httpcore2
import httpx2

from kitchen.fetching.errors import FetchError
from kitchen.fetching.guard import Deadline, Guard, Limits

NO_NETWORK = {errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}
SocketOptions = Iterable[tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]]


class TimedStream(httpcore2.NetworkStream):
    """A stream of which every step ends at the deadline, so that a server cannot drip for ever."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self.stream = stream
        self.deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stream.read(max_bytes, self.deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, self.deadline.left(timeout))

    def close(self) -> None:
        self.stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        stream = self.stream.start_tls(ssl_context, server_hostname, self.deadline.left(timeout))
        return TimedStream(stream, self.deadline)

    def get_extra_info(self, info: str) -> Any:
        return self.stream.get_extra_info(info)


class GuardedBackend(httpcore2.NetworkBackend):
    def __init__(self, guard: Guard, deadline: Deadline, limits: Limits) -> None:
        self.guard = guard
        self.deadline = deadline
        self.limits = limits
        self.sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore2.NetworkStream:
        del timeout, local_address
        failure: Exception = FetchError("unreachable")
        for address in self.guard.addresses(host, port, self.deadline):
            seconds = self.deadline.left(self.limits.connect)
            try:
                stream = self.sockets.connect_tcp(address, port, seconds, None, socket_options)
            except httpcore2.ConnectTimeout:
                failure = FetchError("slow")
            except httpcore2.ConnectError as error:
                failure = FetchError("no_network" if errno_of(error) in NO_NETWORK else "unreachable")
            else:
                return TimedStream(stream, self.deadline)
        raise failure

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: SocketOptions | None = None
    ) -> httpcore2.NetworkStream:
        del path, timeout, socket_options
        raise FetchError("not_allowed")


def errno_of(error: BaseException) -> int | None:
    cause = error.__cause__ or error.__context__
    return cause.errno if isinstance(cause, OSError) and not isinstance(cause, socket.gaierror) else None


@cache
def tls() -> ssl.SSLContext:
    return httpx2.create_ssl_context(trust_env=False)


class GuardedTransport(httpx2.HTTPTransport):
    """httpx's transport over guarded connections: no proxy, no Unix socket, no retries."""

    def __init__(self, guard: Guard, deadline: Deadline, limits: Limits) -> None:
        super().__init__(verify=tls(), trust_env=False)
        self._pool = httpcore2.ConnectionPool(
            ssl_context=tls(), network_backend=GuardedBackend(guard, deadline, limits), http1=True, http2=False
        )
