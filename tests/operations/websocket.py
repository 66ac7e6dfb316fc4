"""The least of a WebSocket client (RFC 6455): opens, reads and writes text, says that it lives, notices the end."""

import base64
import os
import select
import socket
from typing import Self

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
# From here on a length takes more than a byte.
LONG = 126


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

    def say(self, text: str) -> None:
        self._write(TEXT, text.encode())

    def _write(self, kind: int, body: bytes) -> None:
        """A short message, masked as clients must."""
        mask = os.urandom(4)
        assert len(body) < LONG
        masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(body))
        self._line.sendall(bytes([0x80 | kind, 0x80 | len(body)]) + mask + masked)

    def text(self) -> str:
        """The next message; EOFError with the closing code when the server ends it."""
        while True:
            kind, body = self._frame()
            if kind == TEXT:
                return body.decode()
            if kind == PING:
                self._write(PONG, body)
            if kind == CLOSE:
                raise EOFError(int.from_bytes(body[:2]))

    def is_silent_for(self, seconds: float) -> bool:
        """Whether nothing comes for so long, not even the end."""
        return not self._left and not select.select([self._line], [], [], seconds)[0]

    def _frame(self) -> tuple[int, bytes]:
        first, length = self._take(2)
        if length >= LONG:
            length = int.from_bytes(self._take(2 if length == LONG else 8))
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
