"""A page's end of a socket, for tests: what static/js/live-socket.js does, without a browser."""

import json
from collections.abc import Callable
from typing import Any

from channels.db import database_sync_to_async
from channels.testing import WebsocketCommunicator
from django.test import Client

from accounts.models import Household
from accounts.services.notice import announce
from kitchen import tenancy
from kitchen.asgi import application

Act = Callable[[], object]


def socket_of(
    client: Client, code: str, since: int | None = None, *, origin: str = "http://localhost"
) -> WebsocketCommunicator:
    """The socket of a household's page, not yet connected, with the client's cookies."""
    cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    headers = [(b"origin", origin.encode()), (b"cookie", cookies.encode())]
    query = "" if since is None else f"?since={since}"
    return WebsocketCommunicator(application, f"/h/{code}/live/{query}", headers)


def announce_once(household: Household, kind: str = "people") -> int:
    with tenancy.scope(household=household.pk):
        return announce(household, kind)


async def in_thread(work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    return await database_sync_to_async(work)(*args, **kwargs)


async def next_message(socket: WebsocketCommunicator, seconds: float = 5) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(await socket.receive_from(timeout=seconds))
    return message


async def closing_code(socket: WebsocketCommunicator, seconds: float = 5) -> int:
    event = await socket.receive_output(timeout=seconds)
    while event["type"] != "websocket.close":
        event = await socket.receive_output(timeout=seconds)
    return int(event["code"])
