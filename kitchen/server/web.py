"""Daphne, on sockets that are bound already, with an end that comes within seconds."""

import asyncio
import socket
from typing import Any

from daphne.server import Server as DaphneServer  # first: it installs the reactor that everything below must share
from twisted.internet import reactor
from twisted.internet.endpoints import AdoptedStreamServerEndpoint

from kitchen.server.request import Factory

GRACE = 3.0  # seconds that requests under way have to end
REQUEST_SECONDS = 120  # longer requests are cut off
GOING_AWAY = 4503  # a page's socket connects again; 1001, which says the same, is not for servers to send here
FAREWELL = 0.2  # seconds for what is written to sockets to leave


class WebServer(DaphneServer):  # type: ignore[misc]
    """Serves `application` on `sockets` in the reactor's asyncio loop; signals are the launcher's affair."""

    def __init__(self, application: Any, sockets: list[socket.socket]) -> None:
        super().__init__(
            application,
            endpoints=["sockets"],
            signal_handlers=False,
            http_timeout=REQUEST_SECONDS,
            ready_callable=self._adopt,
            server_name="Kitchen",
            verbosity=0,
        )
        self.endpoints: list[str] = []  # Daphne wants to open them itself; ours are open
        self._sockets = sockets

    def _adopt(self) -> None:
        self.http_factory = Factory(self)
        for opened in self._sockets:
            # Twisted takes a copy and closes what it is given, so the socket must not be ours any more.
            endpoint = AdoptedStreamServerEndpoint(reactor, opened.detach(), opened.family)
            listener = endpoint.listen(self.http_factory)
            listener.addCallback(self.listen_success)
            listener.addErrback(self.listen_error)
            self.listeners.append(listener)

    async def wind_down(self) -> None:
        """Take no more connections, close sockets so that their clients reconnect, let requests end for a while."""
        for listener in self.listeners:
            listener.addCallback(lambda port: port.stopListening() if port else None)
        requests = []
        for protocol, details in list(self.connections.items()):
            running = details.get("application_instance")
            if hasattr(protocol, "serverClose"):
                if protocol.state == protocol.STATE_OPEN:
                    protocol.serverClose(GOING_AWAY)
            elif running and not running.done():
                requests.append(running)
        if requests:
            await asyncio.wait(requests, timeout=GRACE)
        await asyncio.sleep(FAREWELL)
        # What is still there is cancelled by Daphne; it stumbles over connections that have no application yet.
        for details in self.connections.values():
            details.setdefault("application_instance", _done())

    def stop(self) -> None:
        if reactor.running:
            reactor.stop()


def loop() -> asyncio.AbstractEventLoop:
    """The one event loop of the process."""
    found: asyncio.AbstractEventLoop = reactor._asyncioEventloop
    return found


def _done() -> "asyncio.Future[None]":
    future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    future.set_result(None)
    return future
