"""`manage.py ask`: the whole way of a message, from a terminal."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from chat.models import Conversation
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.models import StockItem
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def runs() -> None:
    """Here runs are performed by the program's own thread."""


@pytest.fixture
def asked(shelves, dishes, bob):
    def ask(text: str, *options: str, email: str = "bob@example.org") -> str:
        out = StringIO()
        call_command("ask", text, *options, "--household", shelves.code, "--as", email, stdout=out)
        return out.getvalue()

    return ask


def events(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def rice() -> Any:
    with as_owner():
        return StockItem.objects.get(name="rice").amount


def test_the_answer_is_printed(asked):
    out = asked("what can I cook tonight?")
    assert "Spinach curry" in out
    assert "uses up spinach (today)" in out


def test_a_proposal_is_printed_and_not_carried_out(asked):
    out = asked("I used 200 g rice")
    assert "🍚 rice · 200 g · Pantry, 300 g left" in out
    assert rice() == 500


def test_a_proposal_is_carried_out_when_told_so(asked):
    out = asked("I used 200 g rice", "--approve")
    assert out.splitlines()[-1].startswith("Bob")
    assert rice() == 300


def test_events_are_json_a_line_each(asked):
    found = events(asked("I used 200 g rice", "--json", "--approve"))
    assert found[0]["kind"] == "conversation"
    assert {"text", "tool", "proposed", "end"} <= {one["kind"] for one in found}
    assert found[-1] == {"kind": "decided", "id": found[-1]["id"], "approved": True, "sentence": found[-1]["sentence"]}


def test_a_conversation_goes_on(asked):
    first = events(asked("what can I cook?", "--json"))[0]["id"]
    assert "Pancakes" in asked("the second one", "--conversation", first)
    with as_owner():
        assert Conversation.objects.count() == 1


def test_nobody_speaks_for_others_or_elsewhere(asked, alice, stranger):
    alices = events(asked("hello", "--json", email="alice@example.org"))[0]["id"]
    for text, options, email in (
        ("no conversation", ["--conversation", alices], "bob@example.org"),
        ("no conversation", ["--conversation", str(new_id())], "bob@example.org"),
        ("in no household", [], stranger.email),
        ("Nobody has", [], "nobody@example.org"),
    ):
        with pytest.raises(DomainError, match=text):
            asked("hello", *options, email=email)
