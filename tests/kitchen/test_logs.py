"""What is written of real visits: each line with the id of its request, and nothing that people said, have or are."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog
from django.test import Client
from django.urls import path

from accounts.models import Household, User
from chat.runs import perform
from chat.runs.loop import run_now, runner
from chat.runs.reach import Ref
from kitchen import logs, urls
from kitchen.ids import new_id
from kitchen.seen.lines import write_request
from kitchen.seen.listeners import listeners
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory

Lines = Callable[[], list[dict[str, Any]]]

PASSWORD, WORDS, KEY = "planted-password-7", "planted words about supper", "sk-planted-0123456789"
ALLERGY, TOKEN, COOKIE = "planted-kiwi", "planted-token-0123456789", "planted-cookie"
PLANTED = "planted"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[Lines]:
    """What production writes."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logs.formatter(json=True))
    logging.getLogger().addHandler(handler)
    monkeypatch.setitem(listeners._entries, "log", write_request)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    logging.getLogger().removeHandler(handler)


def fail(request: Any, token: str) -> None:
    secret = f"{token}{request.POST['password']}"
    logging.getLogger("django.security.planted").warning("Odd: %s", request.path, extra={"request": request})
    structlog.get_logger("kitchen.test").warning("seen", token=token, weight=82, more={"password": secret}, tokens=7)
    try:
        int(secret)
    except ValueError as error:
        raise OSError(f'no "{secret}" at postgresql://me:{secret}@db') from error


urlpatterns = [*urls.urlpatterns, path("fail/<str:token>/", fail, name="fail")]
handler404, handler500 = urls.handler404, urls.handler500


def visit(client: Client, household: Household) -> None:
    """Forms with something private in them, well and badly filled in."""
    here = f"/h/{household.code}"
    for password in (PASSWORD, "x"):
        Client().post("/accounts/login/", {"login": f"{PLANTED}@example.org", "password": password})
    client.get(f"/join/{TOKEN}/")
    client.get(f"/accounts/password/reset/key/{TOKEN}/")
    client.post(f"{here}/eaters/new/", {"id": new_id(), "name": PLANTED, "allergens": ["nuts"], "dislikes": ALLERGY})
    client.post(f"{here}/eaters/new/", {"id": "x", "name": PLANTED, "allergens": [ALLERGY]})
    own = {"source": "own", "provider": "openai", "base_url": "https://models.example.org/v1/", "model": "qwen3:8b"}
    for approvals in ("large", "none of these"):
        client.post(f"{here}/chat/assistant/edit/", {**own, "key": KEY, "approvals": approvals})


@pytest.mark.django_db(transaction=True)
def test_nothing_private_is_written(
    lines: Lines, household: Household, alice: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[tuple[Ref, dict[str, Any]]] = []
    monkeypatch.setattr(runner, "start", lambda ref: begun.append((ref, structlog.contextvars.get_contextvars())))
    client = client_of(alice)
    visit(client, household)
    with as_owner():
        talk = ConversationFactory(household=household, kind="solo", private_to=alice)
    answer = client.post(f"/h/{household.code}/chat/{talk.pk}/messages/", {"id": new_id(), "text": WORDS})
    ((ref, context),) = begun
    assert context["request_id"] == answer["X-Request-ID"]

    def stumble() -> None:
        raise ValueError(WORDS)

    monkeypatch.setattr(perform, "the_answer", stumble)
    with structlog.contextvars.bound_contextvars(**context):
        run_now(ref)

    told = lines()
    assert PLANTED not in str(told)
    (failed,) = (line for line in told if line["event"] == "the assistant failed")
    assert failed["request_id"] == answer["X-Request-ID"]
    assert failed["exception"].endswith("ValueError")
    assert "in stumble" in failed["exception"]
    (request,) = (line for line in told if line.get("request_id") == answer["X-Request-ID"] and "route" in line)
    assert (request["route"], request["status"]) == ("chat:message.create", 302)
    assert request["household"] == str(household.pk)
    assert len({line["request_id"] for line in told}) >= 8


@pytest.mark.django_db
@pytest.mark.urls("tests.kitchen.test_logs")
def test_a_view_that_breaks(lines: Lines) -> None:
    client = Client(raise_request_exception=False)
    client.cookies["kitchen_theme"] = COOKIE
    answer = client.post(f"/fail/{TOKEN}/", {"password": PASSWORD})
    assert answer.status_code == 500
    told = lines()
    assert PLANTED not in str(told).replace("django.security.planted", "")
    assert {line["request_id"] for line in told} == {answer["X-Request-ID"]}
    by_event = {line["event"]: line for line in told}
    assert by_event["Odd: fail"]["level"] == "warning"
    seen = by_event["seen"]
    assert (seen["token"], seen["weight"], seen["more"], seen["tokens"]) == ("…", "…", {"password": "…"}, 7)
    story = by_event["Internal Server Error: fail"]["exception"]
    assert "OSError: no … at postgresql://…@db" in story
    assert story.endswith("ValueError")


@pytest.mark.parametrize(
    ("trusted", "given", "kept"),
    [
        (True, "from-the-front-1", True),
        (False, "from-the-front-1", False),
        (True, "short", False),
        (True, "with spaces and more", False),
        (True, "x" * 65, False),
    ],
)
def test_whose_id_a_request_has(client: Client, settings: Any, given: str, *, trusted: bool, kept: bool) -> None:
    settings.BEHIND_PROXY = trusted
    answer = client.get("/health/live", headers={"x-request-id": given})
    assert (answer["X-Request-ID"] == given) == kept
    assert len(answer["X-Request-ID"]) >= 8
