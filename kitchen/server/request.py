"""A request where Django does not answer for it yet, or not any more: with our page all the same."""

from collections.abc import Awaitable, Callable
from io import BytesIO
from time import monotonic
from typing import IO, Any

from daphne.http_protocol import HTTPFactory, WebRequest
from django.http import HttpRequest

from kitchen.views.errors import busy, lacks_room

Application = Callable[[Any, Any, Any], Awaitable[None]]


class Request(WebRequest):  # type: ignore[misc]
    """Twisted lays larger bodies on the disk, and would cut the line where that fails: it is heard to its end instead.

    How long it takes is told by a clock that does not jump.
    """

    content: IO[bytes]
    lacks_room = False
    begun: float | None = None

    def handleContentChunk(self, data: bytes) -> None:  # noqa: N802
        if self.lacks_room:
            return
        try:
            super().handleContentChunk(data)
            self.content.flush()
        except OSError:
            self.lacks_room, self.content = True, BytesIO()

    def process(self) -> Any:
        self.begun = monotonic()
        return self.refuse() if self.lacks_room else super().process()

    def duration(self) -> float:
        return monotonic() - self.begun if self.begun else 0

    def check_timeouts(self) -> None:
        if self.duration() > self.server.http_timeout and not self._response_started:
            self.refuse()
        else:
            super().check_timeouts()

    def refuse(self) -> None:
        for message in refusal():
            self.handle_reply(message)


class Factory(HTTPFactory):  # type: ignore[misc]
    def buildProtocol(self, addr: Any) -> Any:  # noqa: N802
        protocol = super().buildProtocol(addr)
        protocol.requestFactory = Request
        return protocol


def with_refusal(http: Application) -> Application:
    """Django copies the body to the disk once more, before it begins: where that fails, nobody would answer."""

    async def application(scope: Any, receive: Any, send: Any) -> None:
        try:
            await http(scope, receive, send)
        except OSError as error:
            if not lacks_room(error):
                raise
            for message in refusal():
                await send(message)

    return application


def refusal() -> list[dict[str, Any]]:
    page = busy(HttpRequest())
    headers = [(name.lower().encode(), value.encode()) for name, value in page.items()]
    start = {"type": "http.response.start", "status": page.status_code, "headers": headers}
    return [start, {"type": "http.response.body", "body": page.content}]
