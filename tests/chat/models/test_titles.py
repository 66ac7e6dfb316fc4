"""A conversation's name after its first turn: by the model, never before the answer, never over what a person gave."""

from typing import Any

import pytest
from asgiref.sync import async_to_sync, sync_to_async

from accounts.models import Household, User
from chat.models import AIModelResult, AssistantSettings, Conversation, Run
from chat.naming import title_from
from chat.runs import titling
from chat.runs.perform import perform
from chat.runs.reach import ref_of
from tests.chat.held import Held, begin, run_in, say
from tests.chat.models.serving import ModelServer
from tests.chat.models.turn import Turn
from tests.chat.models.wires import Wire
from tests.database import as_owner

pytestmark = pytest.mark.django_db


def script(wire: Wire, title: Any) -> Any:
    """Names are asked for without tools."""

    def told(_number: int, body: dict[str, Any]) -> Any:
        if "tools" in body:
            return [*wire.text("There is rice."), *wire.end()]
        return [*wire.text(title), *wire.end()] if isinstance(title, str) else [title]

    return told


def title_of(conversation: Conversation) -> str:
    with as_owner():
        return Conversation.objects.get(pk=conversation.pk).title


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Rice for tonight", "Rice for tonight"),
        ('"**Rice for tonight.**"\n\nI chose this because', "Rice for tonight"),
        ("rice and eggs and beans and everything else that is there", "Rice and eggs and beans"),
        ("\n\n", "What is left?"),
    ],
)
def test_the_model_names_it(
    household: Household,
    alice: User,
    own: AssistantSettings,
    server: ModelServer,
    wire: Wire,
    runs: Held,
    told: str,
    title: str,
) -> None:
    server.script = script(wire, told)
    turn = Turn(household, alice, runs)
    assert turn.run.state == "done"
    assert title_of(turn.conversation) == title
    with as_owner():
        assert AIModelResult.objects.filter(purpose="title").count() == 1
    say(turn.conversation, alice, "And milk?")
    async_to_sync(perform)(ref_of(run_in(turn.conversation)))
    assert title_of(turn.conversation) == title
    with as_owner():
        assert AIModelResult.objects.filter(purpose="title").count() == 1


def test_where_the_model_gives_none_ours_stays(
    household: Household, alice: User, own: AssistantSettings, server: ModelServer, wire: Wire, runs: Held
) -> None:
    server.script = script(wire, wire.refuse(500, "x", "down"))
    turn = Turn(household, alice, runs, "What can I cook with the spinach? It ends today.")
    assert turn.run.state == "done"
    assert title_of(turn.conversation) == "Cook with the spinach"


def test_what_a_person_called_it_stays(
    household: Household, alice: User, own: AssistantSettings, server: ModelServer, wire: Wire, runs: Held
) -> None:
    server.script = script(wire, "Rice for tonight")
    conversation = begin(household, alice)
    with as_owner():
        Conversation.objects.update(title="Sunday", title_given=True)
    async_to_sync(perform)(ref_of(run_in(conversation)))
    assert title_of(conversation) == "Sunday"
    assert len(server.asked) == 1


def test_the_answer_is_there_before(
    household: Household,
    alice: User,
    own: AssistantSettings,
    server: ModelServer,
    wire: Wire,
    runs: Held,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server.script = script(wire, "Rice")
    states: list[str] = []

    async def asked(_meter: Any, _said: Any) -> str:
        def read() -> str:
            with as_owner():
                return Run.objects.get().state

        states.append(await sync_to_async(read)())
        return "Rice"

    monkeypatch.setattr(titling, "_ask", asked)
    Turn(household, alice, runs)
    assert states == ["done"]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("What is left?", "What is left?"),
        ("@kitchen please split 84.50 between the three of us", "Split 84.50 between the three"),
        ("Can you add two tins of tomatoes and a kilo of rice to the list", "Add two tins of tomatoes"),
        ("How much milk do we still have in the fridge?", "How much milk"),
        ("🍅", "🍅"),
        ("x" * 300, "X" + "x" * 58),
    ],
)
def test_our_own_names(said: str, title: str) -> None:
    assert title_from(said) == title
