"""Counts the sockets that are open, and gives each an id, around all of them."""

from typing import Any

from structlog.contextvars import bound_contextvars

from kitchen.seen.metrics import sockets
from kitchen.seen.request_id import KEY, new_id


class SeenSockets:
    """An ASGI application around the one that serves sockets."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        with sockets.track_inprogress(), bound_contextvars(**{KEY: f"socket-{new_id()}"}):
            await self.inner(scope, receive, send)
