"""chat:assistant_trial.create, chat:assistant_trial.show: the model is really asked, and a sentence says what came."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from asgiref.sync import async_to_sync, sync_to_async

from accounts.models import Household, User
from chat.assistants import speaking
from chat.models import AIModelResult, AssistantSettings
from chat.runs import trial
from chat.runs.loop import runner
from tests.chat.models.serving import Cut, Hang, ModelServer, Refuse
from tests.chat.models.turn import KEY
from tests.chat.models.wires import Wire
from tests.conftest import ClientOf
from tests.database import as_owner

pytestmark = pytest.mark.django_db


@pytest.fixture
def tries(monkeypatch: pytest.MonkeyPatch) -> list[Coroutine[Any, Any, None]]:
    """Trials that were begun wait here."""
    begun: list[Coroutine[Any, Any, None]] = []
    monkeypatch.setattr(runner, "also", begun.append)
    monkeypatch.setattr(trial, "database_sync_to_async", sync_to_async)
    return begun


async def finished(work: Coroutine[Any, Any, None]) -> None:
    await work


def urls(household: Household) -> tuple[str, str, str]:
    return tuple(f"/h/{household.code}/chat/assistant/{end}" for end in ("", "try/", "trial/"))  # type: ignore[return-value]


def good(wire: Wire) -> Callable[[int, Any], Any]:
    def script(number: int, _body: Any) -> Any:
        if number == 0:
            return [*wire.call("look", "{}"), *wire.end("tool_use")]
        return [*wire.text("ready"), *wire.end()]

    return script


def test_it_answers(
    household: Household,
    alice: User,
    own: AssistantSettings,
    server: ModelServer,
    wire: Wire,
    tries: list[Any],
    client_of: ClientOf,
    django_capture_on_commit_callbacks: Any,
) -> None:
    server.script = good(wire)
    client, (page, begin, state) = client_of(alice), urls(household)
    with django_capture_on_commit_callbacks(execute=True):
        shown = client.post(begin, headers={"HX-Request": "true"}).text
    assert "It is being asked" in shown
    assert "every 1s" in shown
    async_to_sync(finished)(tries.pop())
    shown = client.get(state, headers={"HX-Request": "true"}).text
    assert "knows how to use tools" in shown
    assert "every 1s" not in shown
    assert "knows how to use tools" in client.get(page).text
    with as_owner():
        assert [(one.purpose, one.outcome) for one in AIModelResult.objects.all()] == [("trial", "done")]


SENTENCES: dict[str, tuple[Callable[[Wire], Any], str]] = {
    "wrong key": (lambda wire: [wire.refuse(401, "invalid_api_key", KEY)], "does not take the key"),
    "no such model": (lambda wire: [wire.refuse(404, "not_found", "none")], "no model called qwen3:8b"),
    "slow": (lambda _wire: [Hang()], "took too long"),
    "hangs up": (lambda _wire: [Cut()], "ended the connection"),
    "garbage": (lambda _wire: [Refuse(200, b"<html></html>", type="text/html")], "understood"),
    "no tools": (lambda wire: [*wire.text("ready"), *wire.end()], "used no tool"),
}


@pytest.mark.parametrize("case", SENTENCES)
def test_what_came_of_it(
    case: str,
    monkeypatch: pytest.MonkeyPatch,
    household: Household,
    alice: User,
    own: AssistantSettings,
    server: ModelServer,
    wire: Wire,
    tries: list[Any],
    client_of: ClientOf,
    django_capture_on_commit_callbacks: Any,
) -> None:
    deeds, said = SENTENCES[case]
    if case == "slow":
        monkeypatch.setattr(speaking, "FIRST_WORDS", 0.5)
    server.script = lambda _number, _body: deeds(wire)
    client, (page, begin, _state) = client_of(alice), urls(household)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(begin).status_code == 302
    async_to_sync(finished)(tries.pop())
    shown = client.get(page).text
    assert said in shown
    assert KEY not in shown


def test_an_address_that_is_not_allowed(
    household: Household,
    alice: User,
    own: AssistantSettings,
    server: ModelServer,
    wire: Wire,
    tries: list[Any],
    client_of: ClientOf,
    settings: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    """It was allowed when it was given; what counts is the moment of asking."""
    settings.CHAT_ALLOW_PRIVATE = False
    client, (page, begin, _state) = client_of(alice), urls(household)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(begin)
    async_to_sync(finished)(tries.pop())
    assert "not on the public internet" in client.get(page).text
    assert server.asked == []


def test_those_who_do_not_run_the_household_do_not_try(
    household: Household, bob: User, stranger: User, tries: list[Any], client_of: ClientOf
) -> None:
    _page, begin, state = urls(household)
    assert client_of(bob).post(begin).status_code == 403
    assert client_of(stranger).post(begin).status_code == 404
    assert client_of(bob).get(state).status_code == 403
    assert not tries
