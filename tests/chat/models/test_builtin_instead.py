"""A model that is down: one click asks the built-in assistant, for this message alone. Limits of a day and a minute."""

import re

import pytest
from asgiref.sync import async_to_sync

from accounts.models import Household, User
from chat.models import AssistantSettings, Conversation, Message
from chat.runs.perform import perform
from chat.runs.reach import ref_of
from chat.services import budget
from tests.chat.held import Held, run_in, say
from tests.chat.models.serving import ModelServer
from tests.chat.models.turn import Turn, put_on_shelves
from tests.chat.models.wires import OpenAI
from tests.conftest import ClientOf
from tests.database import as_owner

pytestmark = pytest.mark.django_db
OPENAI = [OpenAI()]


def performed(conversation: Conversation) -> None:
    async_to_sync(perform)(ref_of(run_in(conversation)))


@pytest.mark.parametrize("wire", OPENAI, ids=["openai"])
def test_the_built_in_assistant_answers_instead(
    household: Household,
    alice: User,
    own: AssistantSettings,
    server: ModelServer,
    runs: Held,
    client_of: ClientOf,
) -> None:
    """chat:run.retry"""
    put_on_shelves(household, alice, "500 g rice pantry")
    server.script = lambda _number, _body: [OpenAI().refuse(500, "x", "down")]
    turn = Turn(household, alice, runs, "Do we have rice?")
    client = client_of(alice)
    page = client.get(f"/h/{household.code}/chat/{turn.conversation.pk}/").text
    assert "a fault of its own" in page
    assert re.search(r'name="by"\s+value="builtin"', page)
    asked = len(server.asked)
    again = client.post(f"/h/{household.code}/chat/runs/{turn.run.pk}/retry/", {"by": "builtin"})
    assert again.status_code == 302
    performed(turn.conversation)
    assert (turn.run.state, turn.run.model) == ("done", "built-in"), turn.run.error
    assert "rice" in turn.run.answer.text
    assert len(server.asked) == asked
    assert (turn.result.source, turn.result.cost) == ("builtin", 0)
    say(turn.conversation, alice, "And milk?")
    performed(turn.conversation)
    assert turn.run.model == "qwen3:8b"


@pytest.mark.parametrize("wire", OPENAI, ids=["openai"])
def test_a_day_is_used_up(
    household: Household, alice: User, own: AssistantSettings, server: ModelServer, runs: Held, client_of: ClientOf
) -> None:
    with as_owner():
        AssistantSettings.objects.update(daily_tokens=150)
    server.script = lambda _number, _body: [*OpenAI().text("Rice."), *OpenAI().end()]
    turn = Turn(household, alice, runs)
    assert turn.run.state == "done"
    asked = len(server.asked)
    say(turn.conversation, alice, "And milk?")
    performed(turn.conversation)
    run = turn.run
    assert run.state == "failed"
    assert "may take in a day is used up: it goes on at midnight" in run.error
    assert (run.question.text, len(server.asked)) == ("And milk?", asked)
    page = client_of(alice).get(f"/h/{household.code}/chat/{turn.conversation.pk}/").text
    assert "Ask the built-in assistant instead" in page


def test_too_many_questions_in_a_minute(
    household: Household, alice: User, runs: Held, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """chat:message.create"""
    monkeypatch.setattr(budget, "BY_PERSON", 1)
    monkeypatch.setattr(budget.time, "time", lambda: 1_800_000_000.0)
    turn = Turn(household, alice, runs)
    client = client_of(alice)
    address = f"/h/{household.code}/chat/{turn.conversation.pk}/"
    form = re.search(r'name="id" value="([0-9a-f-]+)"', client.get(address).text)
    assert form
    for headers in ({}, {"HX-Request": "true"}):
        words = {"id": form.group(1), "text": "And the milk?"}
        refused = client.post(f"{address}messages/", words, headers=headers)
        assert (refused.status_code, refused["Retry-After"]) == (429, "60")
        assert "it goes on at" in refused.text
        assert ">And the milk?</textarea>" in refused.text
    with as_owner():
        assert Message.objects.filter(text="And the milk?").count() == 0


def test_another_household_is_not_held_up(
    household: Household,
    alice: User,
    other_household: Household,
    stranger: User,
    runs: Held,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(budget, "BY_HOUSEHOLD", 1)
    monkeypatch.setattr(budget.time, "time", lambda: 1_800_000_000.0)
    Turn(household, alice, runs)
    assert Turn(other_household, stranger, runs).run.state == "done"
