"""A model over the wire that does what it should: the answer, its tools, its proposals, and what it took."""

import json
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Household, User
from chat.assistants.assistant import HOMES
from chat.models import AssistantSettings, Proposal, Provider
from tests.chat.held import Held
from tests.chat.models.serving import ModelServer
from tests.chat.models.turn import KEY, Turn, put_on_shelves
from tests.chat.models.wires import Wire, pieces
from tests.database import as_owner

pytestmark = pytest.mark.django_db


def test_an_answer_in_broken_pieces(
    household: Household,
    alice: User,
    own: AssistantSettings,
    server: ModelServer,
    wire: Wire,
    runs: Held,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"):
        monkeypatch.setenv(name, "the-operators-own")
    whole = b"".join([*wire.text("There is **rice** — 500 g of it."), *wire.end()])
    server.script = lambda _number, _body: pieces(whole, 7)
    turn = Turn(household, alice, runs)
    assert (turn.run.state, turn.run.error) == ("done", "")
    assert turn.run.answer.text == "There is **rice** — 500 g of it."
    assert (turn.run.model, turn.run.input_tokens, turn.run.output_tokens) == ("qwen3:8b", 100, 20)
    result = turn.result
    assert (result.source, result.provider, result.outcome) == ("own", wire.provider, "done")
    assert (result.input_tokens, result.output_tokens) == (100, 20)
    assert result.cost == Decimal("0.00036")
    assert result.first_words is not None
    asked = server.asked[0]
    assert asked.path.partition("?")[0] == wire.path
    headers = {name.lower(): value for name, value in asked.headers.items()}
    assert headers["authorization"] == f"Bearer {KEY}"
    assert {name for name in headers if name.startswith(("x-", "openai-"))} == wire.own_headers
    assert "the-operators-own" not in str(asked)


def test_the_maker_gets_the_key_as_it_asks_for_it(
    household: Household,
    alice: User,
    own: AssistantSettings,
    server: ModelServer,
    wire: Wire,
    runs: Held,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Anthropic's own address takes a key in the one header for something else than a key, and refuses it."""
    monkeypatch.setitem(HOMES, Provider(wire.provider), own.base_url)
    server.script = lambda _number, _body: [*wire.text("Rice."), *wire.end()]
    assert Turn(household, alice, runs).run.answer.text == "Rice."
    headers = {name.lower(): value for name, value in server.asked[0].headers.items()}
    keys = {name: headers[name] for name in ("authorization", "x-api-key") if name in headers}
    assert keys == ({"x-api-key": KEY} if wire.own_headers else {"authorization": f"Bearer {KEY}"})


def test_looks_then_answers(
    household: Household, alice: User, own: AssistantSettings, server: ModelServer, wire: Wire, runs: Held
) -> None:
    def script(number: int, body: dict[str, Any]) -> Any:
        if number == 0:
            return [*wire.call("find_stock", '{"words": "rice"}'), *wire.end("tool_use")]
        assert "rice" in json.dumps(body)
        return [*wire.text("No rice."), *wire.end(read=300)]

    server.script = script
    turn = Turn(household, alice, runs)
    assert turn.run.answer.text == "No rice."
    assert turn.result.input_tokens == 400


def test_a_change_is_proposed(
    household: Household, alice: User, own: AssistantSettings, server: ModelServer, wire: Wire, runs: Held
) -> None:
    put_on_shelves(household, alice, "500 g rice pantry")
    server.script = lambda _number, _body: [
        *wire.text("I would use it up."),
        *wire.call("waste_stock", '{"food": "rice", "amount": "all", "reason": "spoiled"}'),
        *wire.end("tool_use"),
    ]
    turn = Turn(household, alice, runs)
    with as_owner():
        assert [one.tool for one in Proposal.objects.all()] == ["waste_stock"], turn.run.error
    assert turn.run.state == "done"


def test_wrong_arguments_and_then_right_ones(
    household: Household, alice: User, own: AssistantSettings, server: ModelServer, wire: Wire, runs: Held
) -> None:
    calls = ['{"days": "many"}', '{"days": ', '{"days": 3}']

    def script(number: int, _body: dict[str, Any]) -> Any:
        if number < len(calls):
            return [*wire.call("find_expiring", calls[number], f"call_{number}"), *wire.end("tool_use")]
        return [*wire.text("Nothing ends soon."), *wire.end()]

    server.script = script
    assert Turn(household, alice, runs).run.answer.text == "Nothing ends soon."
