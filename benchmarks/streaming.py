"""What the kitchen adds to a model's stream: at its start, for each token, and with many conversations at once.

A model on loopback says a token every so many milliseconds, to `manage.py run` as a process of its own; readers listen
on real sockets. Told are: from sending to the model being asked, from the model's first and last token to the reader
having it, the server's processor time for a token, and its memory. `--talks 1 50`, `--tokens N` and `--pause MS` change
the size.

    .venv/bin/python -m benchmarks.streaming
"""

import argparse
import json
import os
import re
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

# The folder is chosen before Django reads its settings.
os.environ.setdefault("KITCHEN_VAR", tempfile.mkdtemp(prefix="kitchen-streams-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kitchen.settings")

import django
import httpx2
import psutil

django.setup()

from django.core.management import call_command
from django.test import Client

from accounts.models import Household, Membership, Onboarding, Role, User
from benchmarks.party import BACKEND
from chat.models import Conversation, ConversationKind
from kitchen import tenancy
from tests.chat.models.serving import Deed, ModelServer
from tests.chat.models.wires import OpenAI
from tests.operations.processes import Running
from tests.operations.websocket import WebSocket

WIRE = OpenAI()
MARK = re.compile(r"talk (\d+)")
LAST = "the end."


@dataclass
class Talk:
    """One conversation, and when what happened to it, in seconds of one clock."""

    number: int
    code: str
    id: str
    session: str
    sent: float = 0
    at: dict[str, float] = field(default_factory=dict)


class Model:
    """Says so many tokens to each who asks, at a steady pace."""

    def __init__(self, tokens: int, pause: float) -> None:
        self.tokens, self.pause, self.talks = tokens, pause, dict[int, Talk]()
        self.server = ModelServer()
        self.server.script = self.script

    def script(self, _number: int, body: dict[str, Any]) -> Iterator[Deed]:
        found = MARK.search(json.dumps(body["messages"][-1]))
        talk = self.talks.get(int(found[1])) if found and body.get("tools") else None
        if talk is None:  # it is asked for a title
            yield from (*WIRE.text("A talk"), *WIRE.end())
            return
        talk.at["asked"] = time.perf_counter()
        for number in range(self.tokens):
            time.sleep(self.pause)
            word = {0: "first ", self.tokens - 1: LAST}.get(number, f"word{number} ")
            talk.at.setdefault("spoke first", time.perf_counter())
            talk.at["spoke last"] = time.perf_counter()
            yield WIRE.chunk({"content": word})
        yield from WIRE.end()


def talk_of(number: int) -> Talk:
    """A household of its own, so that no limit of one stands before another."""
    person = User.objects.using("owner").create(
        email=f"{uuid4().hex[:12]}@example.org", name="Alice", onboarding=Onboarding.COMPLETE
    )
    household = Household.objects.using("owner").create(name="Streams")
    Membership.objects.using("owner").create(household=household, user=person, role=Role.OWNER)
    made = Conversation.objects.using("owner").create(
        household=household, started_by=person, private_to=person, kind=ConversationKind.SOLO
    )
    client = Client()
    with tenancy.scope(door="sign-in"):
        client.force_login(person, backend=BACKEND)
    return Talk(number, household.code, str(made.pk), client.cookies["kitchen_session"].value)


def read(talk: Talk, line: WebSocket) -> None:
    heard = ""
    while "heard last" not in talk.at:
        news, now = json.loads(line.text()), time.perf_counter()
        heard = json.dumps([news["messages"], news["tails"]])
        if "first" in heard:
            talk.at.setdefault("heard first", now)
        if LAST in heard:
            talk.at["heard last"] = now


def send(talk: Talk, origin: str) -> None:
    token = "a" * 32
    talk.sent = time.perf_counter()
    answer = httpx2.post(
        f"{origin}/h/{talk.code}/chat/{talk.id}/messages/",
        data={"csrfmiddlewaretoken": token, "id": str(uuid4()), "text": f"talk {talk.number}"},
        headers={"Cookie": f"kitchen_session={talk.session}; kitchen_csrf={token}", "Origin": origin},
    )
    assert answer.status_code == 302, (answer.status_code, answer.text[:500])


def measure(count: int, model: Model, web: Running) -> str:
    talks = [talk_of(len(model.talks) + number) for number in range(count)]
    model.talks |= {talk.number: talk for talk in talks}
    process = psutil.Process(web.process.pid)
    with ExitStack() as stack:
        lines = []
        for talk in talks:
            path, cookie = f"/h/{talk.code}/chat/{talk.id}/live/", f"kitchen_session={talk.session}"
            lines.append(stack.enter_context(WebSocket(web.port, path, cookie, seconds=120)))
            lines[-1].say('{"first":0,"last":0,"runs":{}}')
            lines[-1].text()
        before, cpu = process.memory_info().rss, sum(process.cpu_times()[:2])
        readers = [threading.Thread(target=read, args=pair) for pair in zip(talks, lines, strict=True)]
        senders = [threading.Thread(target=send, args=(talk, web.url)) for talk in talks]
        for thread in (*readers, *senders):
            thread.start()
        most = before
        while any(reader.is_alive() for reader in readers):
            most = max(most, process.memory_info().rss)
            time.sleep(0.1)
    used = sum(process.cpu_times()[:2]) - cpu
    told = [
        spread(talk.at["asked"] - talk.sent for talk in talks),
        spread(talk.at["heard first"] - talk.at["spoke first"] for talk in talks),
        spread(talk.at["heard last"] - talk.at["spoke last"] for talk in talks),
        f"{used * 1000 / (count * model.tokens):.2f}",
        f"{(most - before) / count / 1024 / 1024:.2f}",
    ]
    return f"| {count} | {' | '.join(told)} |"


def spread(seconds: Iterable[float]) -> str:
    took = sorted(one * 1000 for one in seconds)
    return f"{statistics.median(took):.0f} / {took[int(len(took) * 0.95)]:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--talks", type=int, nargs="+", default=[1, 1, 10, 50])
    parser.add_argument("--tokens", type=int, default=200)
    parser.add_argument("--pause", type=float, default=25, help="milliseconds between two tokens")
    given = parser.parse_args()
    model = Model(given.tokens, given.pause / 1000)
    told = {"CHAT_MODEL": "m", "CHAT_BASE_URL": f"http://127.0.0.1:{model.server.port}/v1", "CHAT_API_KEY": "none"}
    command = [sys.executable, "manage.py", "run"]
    with Running(Path(os.environ["KITCHEN_VAR"]), command, {**told, "EMAIL_URL": "memorymail://"}) as web:
        web.first_page()
        call_command("migrate", verbosity=0)
        print("| talks | asked p50/p95 ms | first p50/p95 ms | last p50/p95 ms | CPU ms a token | MB a talk |")
        print("|---|---|---|---|---|---|")
        for count in given.talks:
            print(measure(count, model, web), flush=True)
    model.server.close()


if __name__ == "__main__":
    main()
