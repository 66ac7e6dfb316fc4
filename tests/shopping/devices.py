"""A device as the real one behaves, and the network of a cellar. Neither knows anything of the server's code.

A device keeps what it was told to do in a queue until that is answered, sends it in order, one request at a time, and
shows the rows it has with what waits laid over them. What it knows stands on its disk: a restart loses all else.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.test import Client
from lxml import html as markup

AT_MOST = 100
# What becomes of a request: the last two reach the server, of the very last the device dies before it has noted all.
FATES = ("arrives", "lost", "answer lost", "late", "doubled", "doubled later", "killed")


@dataclass(frozen=True)
class Row:
    """A row as the server drew it; `text` is all that one reads in it."""

    item: str
    list: str
    number: int
    state: str
    name: str
    text: str


def rows_in(html: str) -> Iterator[Row]:
    for found in markup.fromstring(f"<div>{html}</div>").iterfind(".//li[@data-item]"):
        names = found.find_class("name")
        name = " ".join(names[0].text_content().split()) if names else ""
        yield Row(
            found.get("data-item"), found.get("data-list"), int(found.get("data-number")), found.get("data-state"),
            name, " ".join(found.text_content().split()),
        )  # fmt: skip


@dataclass
class Operation:
    """One thing that somebody did at a device; `body` is what it says beside its ids."""

    id: str
    list: str
    item: str
    kind: str
    body: dict[str, Any]
    why: str = ""

    def told(self) -> dict[str, Any]:
        return {"id": self.id, "list": self.list, "item": self.item, "kind": self.kind, **self.body}


@dataclass(frozen=True)
class Answered:
    """What the server said of an operation, kept by whoever watches."""

    operation: Operation
    number: int | None
    item: str | None
    outcome: str


Request = Callable[[], Any]


class Network:
    """Loses requests or their answers, doubles them, and keeps copies back that arrive at any later time."""

    def __init__(self) -> None:
        self.late: list[Request] = []

    def carry(self, ask: Request, fate: str) -> Any:
        """The server's answer, None where none came."""
        if fate in {"late", "doubled later"}:
            self.late.append(ask)
        if fate in {"lost", "late"}:
            return None
        answer = ask()
        if fate == "doubled":
            ask()
        return None if fate == "answer lost" else answer

    def deliver(self, which: int) -> None:
        """A copy kept back arrives; nobody waits for its answer any more."""
        if self.late:
            self.late.pop(which % len(self.late))()


@dataclass
class Disk:
    waiting: list[Operation] = field(default_factory=list)
    refused: list[Operation] = field(default_factory=list)
    rows: dict[str, Row] = field(default_factory=dict)
    joined: dict[str, str] = field(default_factory=dict)
    seen: int = 0

    @classmethod
    def read(cls, text: str) -> "Disk":
        kept = json.loads(text)
        queues = {name: [Operation(**one) for one in kept[name]] for name in ("waiting", "refused")}
        rows = {id: Row(**row) for id, row in kept["rows"].items()}
        return cls(**queues, rows=rows, joined=kept["joined"], seen=kept["seen"])


class Device:
    """`url` is where operations go. `did`, `answers` and `came_back` are for who watches, and survive everything."""

    def __init__(self, person: str, client: Client, url: str, network: Network) -> None:
        self.person, self.client, self.url, self.network = person, client, url, network
        self.did: list[str] = []
        self.answers: list[Answered] = []
        self.came_back: list[Row] = []
        self.ticked: set[str] = set()
        self.disk, self.kept = Disk(), ""
        self.keep()

    def keep(self) -> None:
        self.kept = json.dumps(self.disk, default=vars)

    def restart(self) -> None:
        self.disk = Disk.read(self.kept)

    def do(self, kind: str, kept: str, item: str = "", **body: Any) -> Operation:
        done = Operation(str(uuid4()), kept, item or str(uuid4()), kind, body)
        self.disk.waiting.append(done)
        self.did.append(done.id)
        self.keep()
        self.look(unticked=item if kind == "untick" else "")
        return done

    def send(self, fate: str = "arrives") -> bool:
        """One request with the head of the queue; whether an answer came."""
        if not (head := self.disk.waiting[:AT_MOST]):
            return True
        said = json.dumps({"protocol": 1, "person": self.person, "operations": [one.told() for one in head]})
        answer = self.network.carry(
            lambda: self.client.post(self.url, said, content_type="application/json"),
            "arrives" if fate == "killed" else fate,
        )
        if answer is None:
            return False
        assert answer.status_code == 200, answer.content.decode()[:500]
        self.settle(answer.json(), dies=fate == "killed")
        return fate != "killed"

    def settle(self, answer: dict[str, Any], *, dies: bool) -> None:
        """Rows first, so that nothing shown as done is ever without the row that says so."""
        for html in answer["rows"].values():
            self.put(html)
        self.keep()
        if dies:
            self.restart()
            return
        waiting = {one.id: one for one in self.disk.waiting}
        for result in answer["results"]:
            if result["outcome"] != "later":
                self._answered(waiting[result["id"]], result)
        self.keep()
        self.look()

    def _answered(self, operation: Operation, result: dict[str, Any]) -> None:
        self.disk.waiting.remove(operation)
        self.answers.append(Answered(operation, result["number"], result["item"], result["outcome"]))
        if result["outcome"] == "refused":
            operation.why = result["why"]
            self.disk.refused.append(operation)
            self.ticked.discard(operation.item)
        elif result["item"] and result["item"] != operation.item:
            self.disk.joined[operation.item] = result["item"]

    def put(self, html: str) -> None:
        """Only what is newer than what is there; "gone" is kept, or a late older row would bring it back."""
        for row in rows_in(html):
            there = self.disk.rows.get(row.item)
            if there is None or row.number >= there.number:
                self.disk.rows[row.item] = row

    def hear(self, message: dict[str, Any]) -> bool:
        """What the socket said; False where the page must ask, or be loaded, as something was missed."""
        if message.get("reload") or message["from"] > self.disk.seen:
            return False
        if message["number"] > self.disk.seen:
            self.put(message["html"])
            self.disk.seen = message["number"]
            self.keep()
            self.look()
        return True

    def load(self, kept: str, html: str, *, seen: int, number: int) -> None:
        """A page fresh from the server, drawn when the list was at `number`: what it lacks is gone, unless newer."""
        there = {row.item for row in rows_in(html)}
        for item, row in self.disk.rows.items():
            if row.list == kept and item not in there and row.number <= number:
                self.disk.rows[item] = Row(item, kept, number, "gone", "", "")
        self.put(html)
        self.disk.seen = max(self.disk.seen, seen)
        self.keep()
        self.look()

    def shown(self, kept: str = "") -> dict[str, tuple[str, str]]:
        """(state, name) of every row on the screen, what waits laid over what the server said."""
        screen = {
            id: (row.state, row.name)
            for id, row in self.disk.rows.items()
            if row.state != "gone" and (not kept or row.list == kept)
        }
        for one in self.disk.waiting:
            if not kept or one.list == kept:
                self._lay(one, screen)
        return screen

    def base(self, kept: str) -> list[tuple[str, str, str]]:
        """What the server said of a list, with nothing laid over it."""
        rows = (row for row in self.disk.rows.values() if row.list == kept and row.state != "gone")
        return sorted((row.item, row.state, row.text) for row in rows)

    def place(self, item: str) -> tuple[str, int]:
        """The list that something on the screen is on, and its number; 0 where only this device knows of it."""
        if row := self.disk.rows.get(item):
            return row.list, row.number
        return next(one.list for one in self.disk.waiting if one.item == item), 0

    def _lay(self, one: Operation, screen: dict[str, tuple[str, str]]) -> None:
        item = self.disk.joined.get(one.item, one.item)
        if one.kind == "add":
            screen[item] = ("open", one.body["text"])
        elif one.kind == "remove":
            screen.pop(item, None)
        elif there := screen.get(item):
            state = {"tick": "ticked", "untick": "open"}.get(one.kind, there[0])
            screen[item] = (state, one.body.get("fields", {}).get("name", there[1]))

    def look(self, unticked: str = "") -> None:
        """Notes what was seen ticked and is open now, although nobody at this device took it out of the basket."""
        screen = self.shown()
        back = {item for item in self.ticked if screen.get(self.disk.joined.get(item, item), ("",))[0] == "open"}
        rows = (self.disk.rows.get(self.disk.joined.get(item, item)) for item in back - {unticked})
        self.came_back += [row for row in rows if row]
        self.ticked = {item for item, (state, _name) in screen.items() if state == "ticked"}
