"""Open Food Facts on loopback: answers as the real one does, on its bad days too.

    def test_a_code(off: FakeOff) -> None:
        off.products["4006381333931"] = {"product_name": "Oats"}

It gives the fields that were asked for, says 404 with JSON for what it does not know, and turns away whoever does not
say who is asking. `mood` is one of MOODS.
"""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

MOODS = ("well", "too many", "down", "slow", "cut", "a page", "half", "huge", "elsewhere", "odd", "old")


@dataclass
class FakeOff:
    server: ThreadingHTTPServer
    products: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    mood: str = "well"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    @property
    def codes(self) -> list[str]:
        return [urlsplit(path).path.rpartition("/")[2].removesuffix(".json") for path, _headers in self.asked]


@contextmanager
def fake_openfoodfacts() -> Iterator[FakeOff]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    off = FakeOff(server)
    server.off = off  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield off
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    off: FakeOff

    def do_GET(self) -> None:
        self.off = self.server.off  # type: ignore[attr-defined]
        self.off.asked.append((self.path, dict(self.headers)))
        try:
            self._answer()
        except OSError:
            # Whoever asked has heard enough.
            return

    def _answer(self) -> None:
        answers = {
            "too many": (429, b"<html>Too many requests</html>"),
            "down": (502, b"<html>Bad gateway</html>"),
            "a page": (200, b"<html>Please accept the terms of this hotel</html>"),
            "half": (200, b'{"code": "4006381333931", "status": 1, "produ'),
            "huge": (200, b"[" + b"0," * 2_000_000 + b"0]"),
            "elsewhere": (302, b""),
            "odd": (200, b'[{"status": 1}]'),
        }
        if self.off.mood == "cut":
            self.connection.close()
        elif self.off.mood == "slow":
            self._drip()
        elif self.off.mood in answers:
            self._send(*answers[self.off.mood])
        else:
            self._product()

    def _product(self) -> None:
        asked = urlsplit(self.path)
        if not self.headers.get("User-Agent", "").startswith("Kitchen/"):
            self._send(403, b"Say who you are")
            return
        code = asked.path.rpartition("/")[2].removesuffix(".json")
        # An encoded comma names one field that does not exist.
        fields = parse_qs(asked.query)["fields"][0].split(",") if "%2C" not in asked.query else []
        known = self.off.products.get(code) if asked.path.startswith("/api/v2/product/") else None
        if known is None:
            missing = {"code": code, "status": 0, "status_verbose": "product not found"}
            self._send(200 if self.off.mood == "old" else 404, json.dumps(missing).encode())
            return
        product = {name: value for name, value in {"code": code, **known}.items() if name in fields}
        told = {"code": code, "product": product, "status": 1, "status_verbose": "product found"}
        self._send(200, json.dumps(told).encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json" if body[:1] in b"[{" else "text/html")
        if status == 302:
            self.send_header("Location", "/somewhere/else")
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b" ")
            time.sleep(0.02)

    def log_message(self, *_args: Any) -> None:
        """Says nothing."""
