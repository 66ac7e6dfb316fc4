"""The operator's own model: asked wherever it is, with the operator's key, in every household that has not chosen."""

from typing import Any

import pytest

from accounts.models import Household, User
from chat.assistants import checking
from kitchen.doctor import State
from tests.chat.held import Held
from tests.chat.models.serving import ModelServer
from tests.chat.models.turn import Turn
from tests.chat.models.wires import Wire
from tests.conftest import ClientOf

pytestmark = pytest.mark.django_db


@pytest.fixture
def offered(server: ModelServer, wire: Wire, settings: Any) -> None:
    settings.CHAT_MODEL, settings.CHAT_PROVIDER, settings.CHAT_API_KEY = "big-model", wire.provider, "the-operators"
    settings.CHAT_BASE_URL = f"http://127.0.0.1:{server.port}{wire.base}"
    server.script = lambda _number, _body: [*wire.text("Rice."), *wire.end()]


def test_it_answers_where_nobody_has_chosen(
    household: Household,
    alice: User,
    bob: User,
    offered: None,
    server: ModelServer,
    runs: Held,
    client_of: ClientOf,
) -> None:
    turn = Turn(household, alice, runs)
    assert turn.run.answer.text == "Rice."
    assert (turn.result.source, turn.result.cost) == ("site", None)
    assert server.asked[0].headers["authorization"] == "Bearer the-operators"
    page = client_of(bob).get(f"/h/{household.code}/chat/assistant/").text
    assert "big-model" in page
    assert "the-operators" not in page


def test_a_household_may_keep_to_the_built_in_one(
    household: Household, alice: User, offered: None, server: ModelServer, runs: Held, client_of: ClientOf
) -> None:
    """chat:assistant.edit"""
    form = {"source": "builtin", "approvals": "always"}
    assert client_of(alice).post(f"/h/{household.code}/chat/assistant/edit/", form).status_code == 302
    assert Turn(household, alice, runs).run.model == "built-in"
    assert server.asked == []


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({}, State.OK),
        ({"CHAT_MODEL": "m", "CHAT_BASE_URL": "http://localhost:11434/v1"}, State.OK),
        ({"CHAT_MODEL": "m"}, State.WARN),
        ({"CHAT_MODEL": "m", "CHAT_PROVIDER": "other"}, State.FAIL),
    ],
)
def test_the_doctor_looks(told: dict[str, Any], state: State, settings: Any) -> None:
    for name, value in told.items():
        setattr(settings, name, value)
    assert checking.check().state == state
