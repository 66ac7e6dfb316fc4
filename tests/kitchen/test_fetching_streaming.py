"""The guard in an event loop: what counts is where a name leads at the moment of connecting."""

import asyncio
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx2
import pytest

from kitchen.fetching import FetchError, Guard
from kitchen.fetching.streaming import AsyncGuardedTransport


class Hello(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"hello")

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hello)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield int(server.server_address[1])
    server.shutdown()
    server.server_close()


def ask(url: str, guard: Guard) -> str:
    async def asked() -> str:
        async with httpx2.AsyncClient(transport=AsyncGuardedTransport(guard), trust_env=False) as client:
            return (await client.get(url)).text

    return asyncio.run(asked())


def reason(url: str, guard: Guard) -> str:
    with pytest.raises(FetchError) as refusal:
        ask(url, guard)
    return refusal.value.reason


def test_what_is_allowed_is_asked(port: int) -> None:
    asked: list[str] = []

    def look_up(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    assert ask(f"http://models.example.org:{port}/", Guard(frozenset({("127.0.0.1", port)}), look_up)) == "hello"
    assert asked == ["models.example.org"]  # once: what it means a moment later changes nothing


@pytest.mark.parametrize(
    "found", [["127.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["169.254.169.254"], ["::1"], ["::ffff:10.0.0.1"]]
)
def test_a_name_that_leads_inside_is_refused(found: list[str]) -> None:
    assert reason("https://models.example.org/", Guard(look_up=lambda _host, _port: found)) == "not_allowed"


def test_a_number_is_judged_like_a_name(port: int) -> None:
    assert reason(f"http://127.0.0.1:{port}/", Guard()) == "not_allowed"


def test_another_port_is_refused() -> None:
    guard = Guard(look_up=lambda _host, _port: ["93.184.216.34"])
    assert reason("https://models.example.org:22/", guard) == "not_allowed"


def test_nobody_is_there(port: int) -> None:
    closed = ThreadingHTTPServer(("127.0.0.1", 0), Hello)
    gone = int(closed.server_address[1])
    closed.server_close()
    assert reason(f"http://127.0.0.1:{gone}/", Guard(frozenset({("127.0.0.1", gone)}))) == "unreachable"


def test_there_is_no_such_name() -> None:
    assert reason("https://models.example.org/", Guard(look_up=lambda _host, _port: [])) == "unknown_name"
