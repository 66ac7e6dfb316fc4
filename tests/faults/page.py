"""An open page: follows its household over a socket, asks for what it missed, and connects again when the line ends."""

import json
import re
import threading
import time
from contextlib import AbstractContextManager
from typing import Any, Self

from tests.faults.home import Home, until
from tests.faults.person import Person
from tests.operations.websocket import WebSocket


class Page(AbstractContextManager["Page"]):
    """`number` is how far it knows, `ends` with what its lines ended."""

    def __init__(self, home: Home, person: Person) -> None:
        self.home, self.person = home, person
        self.ends: list[int] = []
        self.closed = threading.Event()
        self.number = self.load()
        self.thread = threading.Thread(target=self.live, daemon=True)

    def __enter__(self) -> Self:
        self.thread.start()
        self.is_true()
        return self

    def __exit__(self, *_: object) -> None:
        self.closed.set()
        self.thread.join(30)

    def load(self) -> int:
        html = self.person.get(f"/h/{self.person.code}/").text
        return int(re.search(r'data-since="(\d+)"', html)[1])  # type: ignore[index]

    def live(self) -> None:
        while not self.closed.is_set():
            try:
                path = f"/h/{self.person.code}/live/?since={self.number}"
                with WebSocket(self.person.port, path, self.person.cookie) as line:
                    self.listen(line)
            except EOFError as end:
                self.ends.append(end.args[0])
            except OSError:
                self.ends.append(0)
            time.sleep(0.2)

    def listen(self, line: WebSocket) -> None:
        while not self.closed.is_set():
            if not line.is_silent_for(0.2):
                self.hear(line, json.loads(line.text()))

    def hear(self, line: WebSocket, message: dict[str, Any]) -> None:
        if message.get("reload"):
            self.number = self.load()
        elif message["from"] > self.number:
            line.say(json.dumps({"since": self.number}))
        else:
            self.number = max(self.number, message["number"])

    def is_true(self) -> None:
        """Waits until it knows everything that has been told in the household."""
        until(lambda: self.number == self.newest(), lambda: (self.number, self.newest(), self.ends))

    def newest(self) -> int:
        sql = """SELECT last FROM accounts_noticecounter WHERE household_id =
                 (SELECT id FROM accounts_household WHERE code = %s)"""
        return int(self.home.ask(sql, self.person.code)[0][0])
