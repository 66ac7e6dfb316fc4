"""Clients of one list over real HTTP and real sockets, many of them in one loop: what they send, and what they see."""

import asyncio
import base64
import json
import os
import random
import re
import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Self
from uuid import uuid4

import httpx2

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
TOKEN = "a" * 32
ROW = re.compile(r"<li\b[^>]*\bdata-item=[^>]*>")
ATTRIBUTE = re.compile(r'\bdata-(item|number|state)="([^"]*)"')
# item -> (number, state)
Rows = dict[str, tuple[int, str]]


@lru_cache(maxsize=256)
def rows_in(html: str) -> Rows:
    """The same text comes to every socket of a language and role: it is read once."""
    found = (dict(ATTRIBUTE.findall(tag)) for tag in ROW.findall(html))
    return {row["item"]: (int(row["number"]), row["state"]) for row in found}


@lru_cache(maxsize=256)
def message_in(text: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(text)
    return read


@dataclass(frozen=True)
class Place:
    """Where the household's list is."""

    port: int
    code: str
    list: str

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"


@dataclass
class Shopper:
    """One browser: a session of its own, a socket, and the rows that it shows."""

    place: Place
    person: str
    session: str
    http: httpx2.AsyncClient
    number: int = 0
    rows: Rows = field(default_factory=dict)
    heard: list[tuple[float, Rows]] = field(default_factory=list)
    loads: int = 0
    busy: int = 0
    reconnects: int = 0

    @property
    def cookies(self) -> str:
        return f"kitchen_session={self.session}; kitchen_csrf={TOKEN}"

    async def __aenter__(self) -> Self:
        await self._open()
        self.listening = asyncio.create_task(self._listen())
        return self

    async def _open(self) -> None:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.place.port)
        key = base64.b64encode(os.urandom(16)).decode()
        self.writer.write(
            f"GET /h/{self.place.code}/live/?since={self.number} HTTP/1.1\r\nHost: localhost:{self.place.port}\r\n"
            f"Origin: {self.place.origin}\r\nCookie: {self.cookies}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n".encode()
        )
        head = await self.reader.readuntil(b"\r\n\r\n")
        if b" 101 " not in head.splitlines()[0]:
            raise ConnectionError(head.decode())

    async def __aexit__(self, *_: object) -> None:
        self.listening.cancel()
        self.writer.close()

    async def _listen(self) -> None:
        """A page whose socket was closed connects again, from the number that it has."""
        while True:
            try:
                await self._heed()
            except (ConnectionError, asyncio.IncompleteReadError):
                self.writer.close()
                self.reconnects += 1
                await asyncio.sleep(random.uniform(1, 3))
                with suppress(ConnectionError, asyncio.IncompleteReadError):
                    await self._open()

    async def _heed(self) -> None:
        while True:
            kind, body = await self._frame()
            if kind == TEXT:
                await self._hear(time.perf_counter(), body.decode())
            elif kind == PING:
                self._write(PONG, body)
            elif kind == CLOSE:
                raise ConnectionError(f"closed with {int.from_bytes(body[:2])}")

    async def _frame(self) -> tuple[int, bytes]:
        first, length = await self.reader.readexactly(2)
        if length >= 126:
            length = int.from_bytes(await self.reader.readexactly(2 if length == 126 else 8))
        return first & 15, await self.reader.readexactly(length)

    def _write(self, kind: int, body: bytes) -> None:
        """Short frames only; a mask of zeros leaves them as they are."""
        self.writer.write(bytes([128 | kind, 128 | len(body)]) + bytes(4) + body)

    async def _hear(self, at: float, text: str) -> None:
        message = message_in(text)
        if message.get("reload"):
            await self.load()
        elif message["from"] > self.number:
            self._write(TEXT, json.dumps({"since": self.number}).encode())
        elif message["number"] > self.number:
            self.number = message["number"]
            fresh = rows_in(message["html"])
            self.heard.append((at, fresh))
            self.put(fresh)

    def put(self, fresh: Rows) -> None:
        for item, row in fresh.items():
            if row[0] >= self.rows.get(item, (0,))[0]:
                self.rows[item] = row

    async def load(self) -> None:
        """The page, as a browser loads it."""
        url = f"{self.place.origin}/h/{self.place.code}/shopping/lists/{self.place.list}/"
        answer = await self.http.get(url, headers={"Cookie": self.cookies})
        assert answer.status_code == 200, answer.status_code
        self.number = int(re.search(r'data-since="(\d+)"', answer.text)[1])  # type: ignore[index]
        self.rows = dict(rows_in(answer.text))
        self.loads += 1

    async def send(self, operations: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The server's results, in their order; sent again, as a device does, while it is too busy."""
        said = {"protocol": 1, "person": self.person, "operations": operations}
        while (answer := await self._post(said)).status_code == 503:
            self.busy += 1
            await asyncio.sleep(float(answer.headers["Retry-After"]))
        assert answer.status_code == 200, (answer.status_code, answer.text[:500])
        told: dict[str, Any] = answer.json()
        for html in told["rows"].values():
            self.put(rows_in(html))
        results: list[dict[str, Any]] = told["results"]
        return results

    async def _post(self, said: dict[str, Any]) -> httpx2.Response:
        return await self.http.post(
            f"{self.place.origin}/h/{self.place.code}/shopping/operations/",
            json=said,
            headers={"Cookie": self.cookies, "X-CSRFToken": TOKEN, "Origin": self.place.origin},
        )

    def operation(self, kind: str, item: str = "", **body: Any) -> dict[str, Any]:
        return {
            "id": str(uuid4()),
            "list": self.place.list,
            "item": item or str(uuid4()),
            "kind": kind,
            **body,
        }
