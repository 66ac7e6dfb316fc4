"""Requests of every kind, each with the calls that the built-in assistant makes of it; a "|" parts what is said one
after the other, of which the last counts. Each line of requests/*.jsonl is one.
"""

import json
from pathlib import Path

import pytest

from chat.agent.builtin.wish import Here
from tests.chat.agent.playing import Talk

HERE = Here(name="Bob", people=("Alice", "Bob", "Carol", "Greta"))
REQUESTS = [
    pytest.param(one["said"], one["calls"], id=f"{path.stem}: {one['said'][:60]}")
    for path in sorted((Path(__file__).parent / "requests").glob("*.jsonl"))
    for one in map(json.loads, path.read_text(encoding="utf-8").splitlines())
]


@pytest.mark.parametrize(("said", "calls"), REQUESTS)
def test_a_request(said: str, calls: list[str]) -> None:
    talk = Talk(HERE)
    for text in said.split("|"):
        talk.say(text)
    assert talk.calls == calls
    assert talk.said or talk.calls
