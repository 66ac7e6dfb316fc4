"""A model over the wire that fails in every way there is: what the person is told, how the run ends, what is kept."""

import logging
from collections.abc import Callable
from typing import Any

import pytest

from accounts.models import Household, User
from chat.assistants import connecting, speaking
from chat.models import AssistantSettings, Proposal
from chat.runs import perform as performing
from chat.runs.ledger import Pulse, write
from tests.chat.held import Held
from tests.chat.models.serving import Cut, Hang, ModelServer, Refuse
from tests.chat.models.turn import KEY, Turn
from tests.chat.models.wires import Wire
from tests.database import as_owner

pytestmark = pytest.mark.django_db
Deeds = Callable[[Wire], Any]

NAME = "qwen3:8b"
ECHO = f"Incorrect API key provided: {KEY}."


def half(wire: Wire) -> list[bytes]:
    return [*wire.text("There is rice, and beans")][:5]


FAILURES: dict[str, tuple[Deeds, str, str, str]] = {
    "wrong key": (lambda wire: [wire.refuse(401, "invalid_api_key", ECHO)], "does not take the key", "refused", ""),
    "no model": (lambda wire: [wire.refuse(404, "not_found", "no such model")], "no model called", "refused", ""),
    "bad request": (lambda wire: [wire.refuse(400, "bad", f"no tools {KEY}")], "does not take what", "refused", ""),
    "much to do": (
        lambda wire: [wire.refuse(429, "rate_limit", "slow down", **{"Retry-After": "30"})],
        "it goes on at",
        "refused",
        "",
    ),
    "broken": (lambda wire: [wire.refuse(500, "server_error", "oops")], "a fault of its own", "failed", ""),
    "moved": (lambda _wire: [Refuse(307, {}, {"Location": "http://127.0.0.1:9/"})], "sends on", "refused", ""),
    "hangs before": (lambda _wire: [Hang()], "took too long", "slow", ""),
    "hangs in the middle": (lambda wire: [*half(wire), Hang()], "took too long", "slow", "There"),
    "cut before": (lambda _wire: [Cut()], "ended the connection", "failed", ""),
    "cut in the middle": (lambda wire: [*half(wire), Cut()], "was cut in the middle", "failed", "There"),
    "a page": (lambda _wire: [Refuse(200, b"<html>Welcome</html>", type="text/html")], "be understood", "failed", ""),
    "garbage": (lambda _wire: [b"data: {{{ not json\n\n", b"data: 7\n\n"], "be understood", "failed", ""),
    "nothing": (lambda wire: [*wire.end()], "be understood", "failed", ""),
    "no such tool": (
        lambda wire: [*wire.call("drop_all_tables", "{}"), *wire.end("tool_use")],
        "got muddled",
        "failed",
        "",
    ),
    "broken calls": (
        lambda wire: [*wire.call("find_stock", '{"words": '), *wire.end("tool_use")],
        "got muddled",
        "failed",
        "",
    ),
    "calls without end": (
        lambda wire: [*wire.call("find_stock", "{}"), *wire.end("tool_use")],
        "too many steps",
        "failed",
        "",
    ),
    "text without end": (
        lambda wire: [*list(wire.text("rice " * 100))[:-1]] + [wire_more(wire)] * 500 + [Hang()],
        "had no end",
        "failed",
        "rice",
    ),
}


def wire_more(wire: Wire) -> bytes:
    """Another piece of the text that `wire.text` has begun."""
    return next(piece for piece in list(wire.text("rice " * 300))[1:] if b"rice" in piece)


@pytest.fixture
def soon(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits a minute for what never comes; whoever comes at all has their time."""
    if "hangs" in case:
        monkeypatch.setattr(speaking, "FIRST_WORDS", 0.5)
        monkeypatch.setattr(connecting, "SILENCE", 0.5)


@pytest.mark.parametrize("case", FAILURES)
def test_one_sentence_and_nothing_lost(
    case: str,
    household: Household,
    alice: User,
    own: AssistantSettings,
    server: ModelServer,
    wire: Wire,
    runs: Held,
    soon: None,
    caplog: pytest.LogCaptureFixture,
) -> None:
    deeds, sentence, outcome, kept = FAILURES[case]
    server.script = lambda _number, _body: deeds(wire)
    caplog.set_level(logging.DEBUG)
    turn = Turn(household, alice, runs)
    run, result = turn.run, turn.result
    assert run.state == "failed", run.answer.text
    assert any(one in run.error for one in sentence.split("|")), run.error
    assert "\n" not in run.error
    assert (result.outcome, result.model) == (outcome, NAME)
    assert kept in run.answer.text
    assert run.question.text == "What is left?"
    assert KEY not in caplog.text
    assert KEY not in run.error
    with as_owner():
        assert not Proposal.objects.exists()


def test_a_moments_trouble_is_not_told(
    household: Household, alice: User, own: AssistantSettings, server: ModelServer, wire: Wire, runs: Held
) -> None:
    """Before the first words it is asked again; a short wish to wait is granted."""
    trouble = [wire.refuse(503, "overloaded", "busy"), Cut()]

    def script(number: int, _body: dict[str, Any]) -> Any:
        return [trouble[number]] if number < len(trouble) else [*wire.text("Rice."), *wire.end()]

    server.script = script
    assert Turn(household, alice, runs).run.answer.text == "Rice."
    answers = [asked for asked in server.asked if "tools" in asked.body]
    assert len(answers) == len(trouble) + 1


def test_after_the_first_words_it_is_not_asked_again(
    household: Household, alice: User, own: AssistantSettings, server: ModelServer, wire: Wire, runs: Held
) -> None:
    server.script = lambda _number, _body: [*half(wire), Cut()]
    Turn(household, alice, runs)
    assert len(server.asked) == 1


def test_nobody_is_there(
    household: Household, alice: User, own: AssistantSettings, server: ModelServer, runs: Held
) -> None:
    server.close()
    turn = Turn(household, alice, runs)
    assert "does not answer" in turn.run.error
    assert turn.result.outcome == "failed"


def test_stopped_in_the_middle_it_is_counted_too(
    household: Household,
    alice: User,
    own: AssistantSettings,
    server: ModelServer,
    wire: Wire,
    runs: Held,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def pressed(ref: Any, portion: Any) -> Pulse:
        return Pulse(write(ref, portion).alive, stop=bool(portion.entries))

    monkeypatch.setattr(performing, "write", pressed)
    server.script = lambda _number, _body: [*half(wire), Hang()]
    turn = Turn(household, alice, runs)
    assert turn.run.state == "stopped"
    assert turn.run.answer.text.startswith("There")
    assert turn.result.outcome == "stopped"
    assert turn.result.input_tokens > 0
    assert turn.result.cost
