"""A push service on loopback, and browsers that listen at it: it opens what it is sent, as a browser would.

    def test_a_message(push: FakePush) -> None:
        browser = push.browser()
        ...
        assert push.told(browser) == [{"title": "..."}]

It judges what real services judge: the signature of who sends (RFC 8292), how long to keep it, the size. `moods` by
browser is what it answers instead: a status, or "slow" for none.
"""

import json
import threading
import time
from base64 import urlsafe_b64decode
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02

from accounts.push.keys import packed
from accounts.push.sending import Address

MOST_BYTES, A_DAY = 4096, 24 * 3600


class Browser:
    """What a browser keeps to itself, and what it tells: its address."""

    def __init__(self, endpoint: str) -> None:
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.secret = endpoint.encode()[-16:].rjust(16, b"0")
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.address = Address(endpoint, packed(point), packed(self.secret))

    def opens(self, body: bytes) -> dict[str, Any]:
        sealed = http_ece.decrypt(body, private_key=self.private, auth_secret=self.secret, version="aes128gcm")
        found: dict[str, Any] = json.loads(sealed)
        return found


@dataclass
class Received:
    headers: dict[str, str]
    claims: dict[str, Any]
    told: dict[str, Any]


@dataclass
class FakePush:
    server: ThreadingHTTPServer
    browsers: dict[str, Browser] = field(default_factory=dict)
    received: dict[str, list[Received]] = field(default_factory=lambda: defaultdict(list))
    moods: dict[str, int | str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def browser(self) -> Browser:
        path = f"/send/{len(self.browsers)}"
        return self.browsers.setdefault(path, Browser(self.origin + path))

    def answers(self, browser: Browser, mood: int | str) -> None:
        self.moods[browser.address.endpoint] = mood

    def told(self, browser: Browser) -> list[dict[str, Any]]:
        assert not self.faults, self.faults
        return [one.told for one in self.received[browser.address.endpoint]]

    def judge(self, headers: dict[str, str], size: int) -> list[str]:
        """What a real service would turn away."""
        faults = []
        if not Vapid02.verify(headers.get("authorization", "vapid t=a.b.c,k=")):
            faults.append("the signature is not that of the key")
        claims = claims_of(headers)
        if claims.get("aud") != self.origin:
            faults.append(f"signed for {claims.get('aud')}")
        if not 0 < claims.get("exp", 0) - time.time() <= A_DAY:
            faults.append("signed for too long, or not any more")
        if not str(claims.get("sub")).startswith(("mailto:", "https:")):
            faults.append("nobody to write to")
        if not int(headers.get("ttl", 0)):
            faults.append("dropped where the browser is off")
        if headers.get("content-encoding") != "aes128gcm" or size > MOST_BYTES or len(headers.get("topic", "")) > 32:
            faults.append("of another form")
        return faults


def claims_of(headers: dict[str, str]) -> dict[str, Any]:
    payload = headers["authorization"].partition("t=")[2].split(".")[1]
    found: dict[str, Any] = json.loads(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return found


@contextmanager
def fake_push() -> Iterator[FakePush]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    push = server.push = FakePush(server)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield push
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        push: FakePush = self.server.push  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        endpoint = push.origin + self.path
        push.asked.append(endpoint)
        mood = push.moods.get(endpoint, 201)
        if mood == "slow":
            self.close_connection = True
            return
        if mood == 201:
            mood = self._take(push, endpoint, headers, body)
        self.send_response(int(mood))
        if mood == 302:
            self.send_header("Location", f"{push.origin}/send/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _take(self, push: FakePush, endpoint: str, headers: dict[str, str], body: bytes) -> int:
        if faults := push.judge(headers, len(body)):
            push.faults += faults
            return 403
        try:
            told = push.browsers[self.path].opens(body)
        except http_ece.ECEException:
            return 400
        push.received[endpoint].append(Received(headers, claims_of(headers), told))
        return 201

    def log_message(self, *args: object) -> None:
        """Silent."""
