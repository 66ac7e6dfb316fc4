"""The guard's connections for a program that waits in an event loop: addresses are checked as in `connection`.

For what is asked over and over and answers for minutes, such as a model; pages are fetched with `fetch`.
"""

import asyncio
from typing import Any

import httpcore2
import httpx2

from kitchen.fetching.connection import NO_NETWORK, SocketOptions, errno_of, tls
from kitchen.fetching.errors import FetchError
from kitchen.fetching.guard import Deadline, Guard

CONNECT = 10.0


class AsyncGuardedBackend(httpcore2.AsyncNetworkBackend):
    """Looks a name up once, checks all that it leads to, and connects to that very address."""

    def __init__(self, guard: Guard, seconds: float = CONNECT) -> None:
        self.guard = guard
        self.seconds = seconds
        self.sockets = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  (httpcore's own signature)
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        del timeout, local_address
        deadline = Deadline(self.seconds)
        if not self.guard.allows_port(port):
            raise FetchError("not_allowed")
        failure: Exception = FetchError("unreachable")
        for address in await asyncio.to_thread(self.guard.addresses, host, port, deadline):
            try:
                return await self.sockets.connect_tcp(address, port, deadline.left(), None, socket_options)
            except httpcore2.ConnectTimeout:
                failure = FetchError("slow")
            except httpcore2.ConnectError as error:
                failure = FetchError("no_network" if errno_of(error) in NO_NETWORK else "unreachable")
        raise failure

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109
        socket_options: SocketOptions | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        del path, timeout, socket_options
        raise FetchError("not_allowed")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class AsyncGuardedTransport(httpx2.AsyncHTTPTransport):
    """httpx's transport over guarded connections: no proxy, no Unix socket, no retries."""

    def __init__(self, guard: Guard, **more: Any) -> None:
        super().__init__(verify=tls(), trust_env=False)
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=tls(), network_backend=AsyncGuardedBackend(guard, **more), http1=True, http2=False
        )
