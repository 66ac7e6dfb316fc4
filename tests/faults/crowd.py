"""People who go on working whatever happens, and what they were told is done."""

import re
import threading
import time
from collections import Counter
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import uuid4

from tests.faults.home import Home
from tests.faults.person import Answer, Person

LONGEST_BREATH = 0.3
UNTIL_ALL_IS_SAID = 60.0


@dataclass
class Device:
    """Does one thing after the other, each with an id of its own, and sends it again until it is told that it is done.

    `kind` is "list" (operations of the lists' protocol, three at a time) or "shelf" (a form without JavaScript).
    """

    person: Person
    shopping_list: str
    kind: str
    answers: list[Answer] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def work(self, enough: threading.Event) -> None:
        while not enough.is_set():
            self.finish(self.begin())

    def begin(self) -> list[str]:
        return [str(uuid4()) for _ in range(3 if self.kind == "list" else 1)]

    def finish(self, ids: list[str]) -> None:
        until = time.monotonic() + UNTIL_ALL_IS_SAID
        while ids:
            answer = self.send(ids)
            self.answers.append(answer)
            told = told_done(answer, ids)
            self.done += told
            ids = [one for one in ids if one not in told]
            if ids:
                assert time.monotonic() < until, answer
                time.sleep(min(LONGEST_BREATH, float(answer.retry_after or 0.1)))

    def send(self, ids: list[str]) -> Answer:
        if self.kind == "shelf":
            line = f"1 piece {name_of(ids[0])}"
            return self.person.post(f"/h/{self.person.code}/pantry/add/", line=line, operation=ids[0])
        return self.person.operate(*(self.operation(one) for one in ids))

    def something(self) -> dict[str, Any]:
        return self.operation(str(uuid4()))

    def operation(self, id: str) -> dict[str, Any]:
        return {"id": id, "list": self.shopping_list, "item": id, "kind": "add", "text": name_of(id)}


def name_of(id: str) -> str:
    """A thing that nobody has heard of, without digits, which would be an amount."""
    return "Faulty " + "".join("abcdefghijklmnop"[int(digit, 16)] for digit in id.replace("-", ""))


def told_done(answer: Answer, ids: list[str]) -> list[str]:
    """A form that was taken leads on; of operations each has its outcome."""
    if answer.status == 302:
        return ids
    if answer.status == 200:
        return [one for one in ids if re.search(f'"id": "{one}", "outcome": "applied"', answer.text)]
    return []


class Crowd(AbstractContextManager["Crowd"]):
    """Devices of both kinds at work, from entering to leaving; then all that they began has been acknowledged."""

    def __init__(self, home: Home, person: Person, *, many: int = 4) -> None:
        kinds = ["list", "shelf"] * (many // 2)
        self.home = home
        self.devices = [Device(person, home.list_of(person.code), kind) for kind in kinds]
        self.enough = threading.Event()
        self.threads = [threading.Thread(target=one.work, args=(self.enough,), daemon=True) for one in self.devices]

    def __enter__(self) -> Self:
        for thread in self.threads:
            thread.start()
        self.goes_on()
        return self

    def __exit__(self, *_: object) -> None:
        self.rests()

    def rests(self) -> None:
        self.enough.set()
        for thread in self.threads:
            thread.join(UNTIL_ALL_IS_SAID + 60)
            assert not thread.is_alive(), "somebody still waits for an answer"

    @property
    def answers(self) -> list[Answer]:
        return [answer for device in self.devices for answer in list(device.answers)]

    def goes_on(self, more: int = 3) -> None:
        """Waits until every device was told of so many more things that they are done."""
        wanted = [len(device.done) + more for device in self.devices]
        until = time.monotonic() + UNTIL_ALL_IS_SAID
        while any(len(device.done) < goal for device, goal in zip(self.devices, wanted, strict=True)):
            assert time.monotonic() < until, self.told()
            time.sleep(0.05)

    def meets(self, *statuses: int) -> None:
        """Waits until somebody was answered like that."""
        until = time.monotonic() + UNTIL_ALL_IS_SAID
        while not any(answer.status in statuses for answer in self.answers):
            assert time.monotonic() < until, self.told()
            time.sleep(0.05)

    def told(self) -> Counter[int]:
        return Counter(answer.status for answer in self.answers)

    def judge(self, *, cut: bool = False) -> None:
        """Everything acknowledged is there once, nothing else is; every answer was clear. `cut`: lines were, too."""
        unclear = [one for one in self.answers if not one.is_clear and not (cut and one.status == 0)]
        assert not unclear, (self.told(), unclear[0])
        where = "household_id = (SELECT id FROM accounts_household WHERE code = %s)"
        code = self.devices[0].person.code
        for kind, table in (("list", "shopping_shoppinglistitem"), ("shelf", "pantry_stockitem")):
            sql = f"SELECT name FROM {table} WHERE name ILIKE 'faulty%%' AND {where}"
            kept = Counter(name.lower() for (name,) in self.home.ask(sql, code))
            done = [name_of(id).lower() for one in self.devices if one.kind == kind for id in one.done]
            assert done
            assert set(kept.values()) == {1}, "something was done twice"
            assert kept.keys() >= set(done), "something that was acknowledged is lost"
