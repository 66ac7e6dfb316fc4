"""A page's end of a conversation's socket, as static/js/elements/chat-stream.js keeps it, without a browser."""

import json
import re
from typing import Any

from channels.testing import WebsocketCommunicator
from django.test import Client

from chat.models import Conversation
from kitchen.asgi import application

SHOWS_NOTHING: dict[str, Any] = {"first": 0, "last": 0, "runs": {}}


class Page:
    """What is shown: the blocks of each text by its id, other fragments as they came."""

    def __init__(self, client: Client, code: str, conversation: Conversation) -> None:
        cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
        headers = [(b"origin", b"http://localhost"), (b"cookie", cookies.encode())]
        self.socket = WebsocketCommunicator(application, f"/h/{code}/chat/{conversation.pk}/live/", headers)
        self.shows = dict(SHOWS_NOTHING)
        self.texts: dict[str, list[str]] = {}
        self.answered = ""
        self.heard: list[dict[str, Any]] = []

    async def open(self) -> bool:
        opened: bool = (await self.socket.connect())[0]
        return opened

    async def say(self) -> None:
        await self.socket.send_to(json.dumps(self.shows))

    async def hear(self, seconds: float = 5) -> dict[str, Any]:
        news: dict[str, Any] = json.loads(await self.socket.receive_from(timeout=seconds))
        self.heard.append(news)
        for html in news["messages"]:
            self.put(html)
        for tail in news["tails"]:
            kept = self.texts[tail["id"]][: tail["keep"]]
            self.texts[tail["id"]] = [*kept, *blocks_in(tail["html"])]
        self.shows = {"first": 0, "last": news["last"], "runs": {**self.shows["runs"], **news["runs"]}}
        return news

    async def hear_until(self, words: str) -> None:
        """Listen until the last thing heard has these words."""
        while words not in json.dumps(await self.hear()):
            continue

    async def hear_answered(self) -> None:
        """Listen until an answer is drawn as done."""
        while self.answered != "done":
            await self.hear()

    def put(self, html: str) -> None:
        if found := re.search(r'data-from="assistant"\s+data-state="(\w+)"', html):
            self.answered = found[1]
        if found := re.search(r'class="prose" id="([\w-]+_text)">(.*?)</div>', html, re.DOTALL):
            self.texts[found[1]] = blocks_in(found[2])

    @property
    def text(self) -> str:
        """The newest answer."""
        return "".join(list(self.texts.values())[-1]) if self.texts else ""


def blocks_in(html: str) -> list[str]:
    return re.findall(r"<(?:p|ul|ol|h\d)\b.*?</(?:p|ul|ol|h\d)>", html, re.DOTALL)
