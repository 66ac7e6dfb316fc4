"""The line between a browser and the server: a test cuts it, holds it up, or lets it bring another release."""

import re
import socket
import threading
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from urllib.parse import urlsplit

HOP_BY_HOP = {"connection", "transfer-encoding", "content-encoding", "content-length", "keep-alive"}
TEXT = ("text/", "application/json")


class Front(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is an ordinary thing."""


class Line:
    """An address of its own, behind which the server is."""

    def __init__(self, server: str) -> None:
        self.server = urlsplit(server)
        self.port = 0
        self.passing = threading.Event()
        self.passing.set()
        self.posts: Queue[tuple[str, int]] = Queue()
        self.release: dict[bytes, bytes] = {}
        self.tunnels: set[socket.socket] = set()
        self.mend()

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def mend(self) -> None:
        self.front = Front(("127.0.0.1", self.port), self.handler())
        self.port = self.front.server_port
        threading.Thread(target=self.front.serve_forever, args=(0.02,), daemon=True).start()

    def cut(self) -> None:
        """Nobody listens at the address any more, and sockets end."""
        self.front.shutdown()
        self.front.server_close()
        for end in list(self.tunnels):
            end.close()
        self.tunnels.clear()

    def hold(self) -> None:
        """Pages that are asked for do not come, until `let_pass`."""
        self.passing.clear()

    def let_pass(self) -> None:
        self.passing.set()

    def next_post(self) -> tuple[str, int]:
        """Path and status of what was sent over this line, one after the other."""
        return self.posts.get(timeout=30)

    def handler(self) -> type[BaseHTTPRequestHandler]:
        line = self

        class Passing(BaseHTTPRequestHandler):
            def handle_one_request(self) -> None:
                self.raw_requestline = self.rfile.readline(65537)
                if self.raw_requestline and self.parse_request():
                    line.tunnel(self) if "Upgrade" in self.headers else line.forward(self)
                self.close_connection = True

        return Passing

    def ask(self, request: BaseHTTPRequestHandler) -> HTTPResponse:
        length = int(request.headers.get("Content-Length") or 0)
        body = request.rfile.read(length) if length else None
        headers = {name: value for name, value in request.headers.items() if name.lower() != "accept-encoding"}
        connection = HTTPConnection(str(self.server.hostname), self.server.port, timeout=20)
        connection.request(request.command, self.as_before(request.path), body, headers)
        return connection.getresponse()

    def as_before(self, path: str) -> str:
        """What a release calls otherwise: browsers ask for the new name, the server knows the former one."""
        for former, fresh in self.release.items():
            path = path.replace(former.decode(), "gone").replace(fresh.decode(), former.decode())
        return path

    def forward(self, request: BaseHTTPRequestHandler) -> None:
        if "text/html" in request.headers.get("Accept", ""):
            self.passing.wait(20)
        answer = self.ask(request)
        body = answer.read()
        if answer.headers.get("Content-Type", "").startswith(TEXT):
            for former, fresh in self.release.items():
                body = body.replace(former, fresh)
        if request.command == "POST":
            self.posts.put((request.path, answer.status))
        request.send_response_only(answer.status)
        for name, value in answer.headers.items():
            if name.lower() not in HOP_BY_HOP:
                request.send_header(name, value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    def tunnel(self, request: BaseHTTPRequestHandler) -> None:
        """A web socket: bytes in both directions."""
        far = socket.create_connection((str(self.server.hostname), self.server.port))
        head = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
        far.sendall(f"GET {request.path} HTTP/1.1\r\n{head}\r\n".encode())
        self.tunnels |= {far, request.connection}
        threading.Thread(target=pump, args=(far, request.connection), daemon=True).start()
        pump(request.connection, far)


def pump(here: socket.socket, there: socket.socket) -> None:
    try:
        while data := here.recv(65536):
            there.sendall(data)
    except OSError:
        pass
    finally:
        here.close()
        there.close()


def hash_of(name: str, html: str) -> bytes:
    """The hash in the name of a static file that a page asks for."""
    found = re.search(rf"/static/{re.escape(name)}\.([0-9a-f]{{12}})\.", html)
    assert found, f"{name} is not on the page"
    return found[1].encode()
