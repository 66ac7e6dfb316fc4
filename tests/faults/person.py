"""Somebody at a real Kitchen over real HTTP: signs in, looks at pages, sends forms, and notes how each was answered."""

import http.client
import json
import re
import time
import urllib.parse
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

TOKEN = "a" * 32
# Seconds; whatever fails, nobody waits longer for an answer. Above the pool's own time-out of ten.
PATIENCE = 45.0
OURS = "Too many pots on the stove."


@dataclass(frozen=True)
class Answer:
    """`status` is 0 where nobody answered: the line was refused or cut."""

    status: int
    text: str = field(default="", repr=False)
    to: str = ""
    retry_after: str = ""
    seconds: float = 0

    @property
    def is_done(self) -> bool:
        return 200 <= self.status < 400

    @property
    def is_clear(self) -> bool:
        """Done, or a page that says that it is not, and when to come again."""
        return self.is_done or (self.status == 503 and OURS in self.text and bool(self.retry_after))


@dataclass
class Person:
    """Alice of the demo household, at the process that listens on `port`."""

    port: int
    id: str = ""
    code: str = ""
    cookies: dict[str, str] = field(default_factory=lambda: {"kitchen_csrf": TOKEN})

    def sign_in(self) -> "Person":
        answer = self.post("/accounts/login/", login="alice@demo.com", password="password123")
        assert answer.status == 302, answer
        self.code = re.search(r"/h/([\w-]+)/", self.get(self.get("/").to).text)[1]  # type: ignore[index]
        return self

    def at(self, port: int) -> "Person":
        """The same session at another process."""
        return replace(self, port=port)

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    @property
    def token(self) -> dict[str, str]:
        return {"csrfmiddlewaretoken": self.cookies["kitchen_csrf"]}

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, **form: str) -> Answer:
        body = urllib.parse.urlencode({**self.token, **form}).encode()
        return self._ask("POST", path, body, "application/x-www-form-urlencoded")

    def upload(self, path: str, name: str, data: bytes, **form: str) -> Answer:
        line = uuid4().hex
        fields = "".join(
            f'--{line}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
            for key, value in {**self.token, **form}.items()
        )
        head = f'--{line}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}.bin"\r\n\r\n'
        body = f"{fields}{head}".encode() + data + f"\r\n--{line}--\r\n".encode()
        return self._ask("POST", path, body, f"multipart/form-data; boundary={line}")

    def operate(self, *operations: dict[str, Any]) -> Answer:
        """Changes of lists, as a device sends them."""
        said = json.dumps({"protocol": 1, "person": self.id, "operations": operations}).encode()
        return self._ask("POST", f"/h/{self.code}/shopping/operations/", said, "application/json")

    def _ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Host": f"localhost:{self.port}", "Origin": f"http://localhost:{self.port}", "Cookie": self.cookie}
        begun = time.monotonic()
        try:
            line.request(method, path, body or None, {**headers, **({"Content-Type": kind} if kind else {})})
            found = line.getresponse()
            text = found.read().decode(errors="replace")
        except TimeoutError:
            return Answer(599, "no answer in time", seconds=time.monotonic() - begun)
        except (OSError, http.client.HTTPException):
            return Answer(0, seconds=time.monotonic() - begun)
        finally:
            line.close()
        for name, value in found.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        to, again = found.getheader("Location", ""), found.getheader("Retry-After", "")
        return Answer(found.status, text, to, again, time.monotonic() - begun)
