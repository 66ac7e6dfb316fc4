"""The least of a WebSocket client (RFC 6455): opens, reads text, notices the end. It never writes."""

import base64
import os
import socket
from typing import Self

TEXT, CLOSE = 1, 8


class WebSocket:
    """Connected to `path` of a server on localhost; refused is a ConnectionError with the status line."""

    def __init__(self, port: int, path: str, cookie: str, seconds: float = 20) -> None:
        self._line = socket.create_connection(("127.0.0.1", port), timeout=seconds)
        self._left = b""
        key = base64.b64encode(os.urandom(16)).decode()
        self._line.sendall(
            f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: http://localhost:{port}\r\n"
            f"Cookie: {cookie}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {key}\r\n\r\n"
            .encode()
        )  # fmt: skip
        while b"\r\n\r\n" not in self._left:
            self._left += self._more()
        head, _, self._left = self._left.partition(b"\r\n\r\n")
        if b" 101 " not in head.splitlines()[0]:
            raise ConnectionError(head.splitlines()[0].decode())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()

    def text(self) -> str:
        """The next message; EOFError with the closing code when the server ends it."""
        while True:
            kind, body = self._frame()
            if kind == TEXT:
                return body.decode()
            if kind == CLOSE:
                raise EOFError(int.from_bytes(body[:2]))

    def _frame(self) -> tuple[int, bytes]:
        first, length = self._take(2)
        if length >= 126:
            length = int.from_bytes(self._take(2 if length == 126 else 8))
        return first & 15, self._take(length)

    def _take(self, number: int) -> bytes:
        while len(self._left) < number:
            self._left += self._more()
        taken, self._left = self._left[:number], self._left[number:]
        return taken

    def _more(self) -> bytes:
        found = self._line.recv(65536)
        if not found:
            raise EOFError(0)
        return found
