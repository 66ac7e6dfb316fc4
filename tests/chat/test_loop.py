"""The thread in which runs are performed, as it is in a process that serves."""

import threading
from collections.abc import AsyncIterator
from typing import Any

import pytest

from accounts.models import Household, User
from chat.agent.events import Ended, Event, Text
from chat.models import Run
from chat.runs import perform as performing
from chat.runs.loop import Runner
from tests.chat.held import Held, answer_in, begin

pytestmark = pytest.mark.django_db(transaction=True)


def test_runs_are_performed_beside_each_other_in_one_thread(
    household: Household, alice: User, bob: User, runs: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = threading.Barrier(2)
    threads = set()

    async def answer(kitchen: Any, text: str, history: list[Any], **more: Any) -> AsyncIterator[Event]:
        threads.add(threading.current_thread().name)
        yield Text(f"{kitchen.person.name} has ")
        # Each waits, in its own thread for the database, until the other is there too.
        await kitchen.ask(together.wait, 10)
        yield Text(await kitchen.ask(lambda: Run.objects.get(state="running", asked_by=kitchen.person).question.text))
        yield Ended(messages=[])

    monkeypatch.setattr(performing, "the_answer", lambda: answer)
    talks = [begin(household, person, f"{person.name}'s words") for person in (alice, bob)]
    runner = Runner()
    tasks = [Runner.start(runner, runs.next()) for _ in talks]
    for task in tasks:
        task.result(timeout=20)
    assert [answer_in(talk).text for talk in talks] == ["Alice has Alice's words", "Bob has Bob's words"]
    assert threads == {"kitchen-runs"}
    runner.stop()


def test_what_breaks_it_ends_with_that_run(household: Household, alice: User, runs: Held) -> None:
    runner = Runner()
    begin(household, alice)
    ref = runs.next()
    broken = type(ref)(ref.run, ref.conversation, alice.pk, alice.pk)
    Runner.start(runner, broken).result(timeout=20)
    Runner.start(runner, broken).result(timeout=20)
    runner.stop()


def test_an_assistant_that_cannot_be_loaded_says_so(
    household: Household, alice: User, runs: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise ImportError("no such module")

    monkeypatch.setattr(performing, "the_answer", missing)
    talk = begin(household, alice)
    runner = Runner()
    Runner.start(runner, runs.next()).result(timeout=20)
    runner.stop()
    assert answer_in(talk).state == "failed"
