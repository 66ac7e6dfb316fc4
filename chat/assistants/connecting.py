"""The way to a model: guarded where a household named the address, and tried again only before its first words."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import httpx2

from chat.assistants.assistant import HOMES, Assistant
from chat.assistants.guarding import guard_for
from chat.assistants.meter import Meter
from chat.models import Provider
from kitchen.fetching.streaming import AsyncGuardedTransport

# Seconds: to connect, and of silence in the middle.
CONNECT, SILENCE = 10.0, 60.0
# Seconds before each further try, and the longest that a model's own wish is waited for.
PAUSES = (0.5, 1.5)
LONGEST_PAUSE = 4.0
BUSY = frozenset({429, 500, 502, 503, 504, 529})
# Nothing else is told to an address that a household named: no key of another, nothing about this machine.
HEADERS = frozenset({
    "accept", "accept-encoding", "anthropic-beta", "anthropic-version", "connection", "content-length", "content-type",
    "host", "transfer-encoding",
})  # fmt: skip
AGENT = "Kitchen/1.0 (household assistant)"


class ModelTransport(httpx2.AsyncBaseTransport):
    """Counts what is sent, and asks again after a moment where nothing has been answered yet."""

    def __init__(self, inner: httpx2.AsyncBaseTransport, assistant: Assistant, meter: Meter) -> None:
        self.inner = inner
        self.assistant = assistant
        self.meter = meter

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self._tidy(request)
        self.meter.note_sent(int(request.headers.get("content-length", 0)))
        for pause in PAUSES:
            try:
                response = await self.inner.handle_async_request(request)
            except (httpx2.ConnectError, httpx2.RemoteProtocolError):
                await asyncio.sleep(pause)
                continue
            wait = _wait(response, pause)
            if wait is None:
                return response
            await response.aclose()
            await asyncio.sleep(wait)
        return await self.inner.handle_async_request(request)

    async def aclose(self) -> None:
        await self.inner.aclose()

    def _tidy(self, request: httpx2.Request) -> None:
        """The makers' packages look for keys in this program's own environment: only the assistant's own is sent."""
        for name in [name for name in request.headers if name.lower() not in HEADERS]:
            del request.headers[name]
        request.headers.update(_key_of(self.assistant))
        request.headers["user-agent"] = AGENT


def _key_of(assistant: Assistant) -> dict[str, str]:
    """Anthropic knows keys by a header of its own alone; of who else speaks like it, some know only everybody's."""
    if not assistant.key:
        return {}
    bearer = {"authorization": f"Bearer {assistant.key}"}
    if assistant.provider != Provider.ANTHROPIC:
        return bearer
    own = {"x-api-key": assistant.key}
    return own if assistant.address == HOMES[Provider.ANTHROPIC] else own | bearer


def _wait(response: httpx2.Response, pause: float) -> float | None:
    """Seconds after which the same is asked again, or None where this is the answer."""
    if response.status_code not in BUSY:
        return None
    asked = response.headers.get("retry-after", "")
    with suppress(ValueError):
        pause = max(pause, float(asked)) if asked else pause
    return pause if pause <= LONGEST_PAUSE else None


@asynccontextmanager
async def client_for(assistant: Assistant, meter: Meter) -> AsyncIterator[httpx2.AsyncClient]:
    """No redirects: where a model moved to is for people to say."""
    inner: httpx2.AsyncBaseTransport
    if assistant.own:
        inner = AsyncGuardedTransport(guard_for(assistant.address), seconds=CONNECT)
    else:
        inner = httpx2.AsyncHTTPTransport()
    async with httpx2.AsyncClient(
        transport=ModelTransport(inner, assistant, meter),
        timeout=httpx2.Timeout(SILENCE, connect=CONNECT),
        follow_redirects=False,
        trust_env=False,
    ) as client:
        yield client
