"""A model's server on loopback that does what a script says: pieces as they are told, silence, a cut line."""

import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Refuse:
    """An answer that is no stream."""

    status: int
    body: Any = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    type: str = "application/json"


class Hang:
    """Says nothing more until the test is over."""


class Cut:
    """Closes the line without ending what was begun."""


@dataclass(frozen=True)
class Asked:
    path: str
    headers: dict[str, str]
    body: dict[str, Any]


Deed = bytes | Refuse | Hang | Cut
Script = Callable[[int, dict[str, Any]], Iterable[Deed]]


class ModelServer(ThreadingHTTPServer):
    """`script` is given the number of the request, from 0, and its body."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.script: Script = lambda _number, _body: [Refuse(500)]
        self.asked: list[Asked] = []
        self.over = threading.Event()
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def close(self) -> None:
        self.over.set()
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ModelServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        number = len(self.server.asked)
        self.server.asked.append(Asked(self.path, dict(self.headers.items()), body))
        self.begun = False
        try:
            for deed in self.server.script(number, body):
                if not self.do(deed):
                    return
            self.begin()
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            self.close_connection = True  # whoever asked has gone

    def do(self, deed: Deed) -> bool:
        """False where nothing follows."""
        if isinstance(deed, Refuse):
            said = deed.body if isinstance(deed.body, bytes) else json.dumps(deed.body).encode()
            self.send_response(deed.status)
            for name, value in {"Content-Type": deed.type, **deed.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)
            return False
        if isinstance(deed, Hang):
            self.server.over.wait(30)
        if isinstance(deed, Hang | Cut):
            self.close_connection = True
            return False
        self.begin()
        self.wfile.write(b"%x\r\n%s\r\n" % (len(deed), deed))
        self.wfile.flush()
        return True

    def begin(self) -> None:
        if not self.begun:
            self.begun = True
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()

    def log_message(self, *_args: Any) -> None:
        pass
