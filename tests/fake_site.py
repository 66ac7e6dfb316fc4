"""A site on loopback that answers as real ones do, the unfriendly ones included.

    def test_a_page(site: FakeSite) -> None:
        site.pages["/cake"] = Answer(b"<h1>Cake</h1>")
        page = fetch(site.url("/cake"), guard=site.guard)

Only the site's own guard lets its address through, and only for the fetch that it is given to.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from kitchen.fetching import Guard


@dataclass(frozen=True)
class Answer:
    """What is at a path. `drip` sends the body a byte at a time for as long as somebody listens."""

    body: bytes = b""
    content_type: str | None = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drip: bool = False


@dataclass
class FakeSite:
    server: ThreadingHTTPServer
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.server.server_address[1])

    @property
    def also(self) -> frozenset[tuple[str, int]]:
        return frozenset({("127.0.0.1", self.port)})

    @property
    def guard(self) -> Guard:
        """Lets this one address through, under whatever name the test asks for it."""
        return Guard(also=self.also, look_up=lambda _host, _port: ["127.0.0.1"])

    def url(self, path: str, host: str = "recipes.example") -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def fake_site() -> Iterator[FakeSite]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    site = FakeSite(server)
    server.site = site  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site: FakeSite = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.path, dict(self.headers)))
        answer = site.pages.get(self.path, Answer(b"no such page", status=404))
        self.send_response(answer.status)
        if answer.content_type is not None:
            self.send_header("Content-Type", answer.content_type)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self._send(answer)
        except OSError:
            # Whoever asked has heard enough.
            return

    def _send(self, answer: Answer) -> None:
        if not answer.drip:
            self.wfile.write(answer.body)
            return
        while True:
            self.wfile.write(b".")
            time.sleep(0.02)

    def log_message(self, *_args: Any) -> None:
        """Says nothing."""
