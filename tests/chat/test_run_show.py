"""What an answer took (chat:run.show)."""

from decimal import Decimal

import pytest

from accounts.models import Household, User
from chat.models import AIModelResult, Conversation
from tests.chat.held import Held, begin, run_in, said
from tests.conftest import ClientOf
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def talk(household: Household, alice: User, runs: Held) -> Conversation:
    made = begin(household, alice)
    runs.perform(*said("Spinach.", model="qwen", confidence=Decimal("0.7"), input_tokens=120, output_tokens=9))
    return made


def url(talk: Conversation) -> str:
    return f"/h/{talk.household.code}/chat/runs/{run_in(talk).pk}/"


def test_it_tells_who_how_long_and_what_it_cost(talk: Conversation, alice: User, client_of: ClientOf) -> None:
    spent = {"household": talk.household, "source": "own", "model": "qwen", "milliseconds": 5, "outcome": "done"}
    with as_owner():
        AIModelResult.objects.filter(run=run_in(talk).pk).delete()
    run = run_in(talk)
    with as_owner():
        for cost in (Decimal("0.0012"), Decimal("0.0003")):
            AIModelResult.objects.create(**spent, run=run.pk, cost=cost, currency="EUR")
    page = client_of(alice).get(url(talk)).content.decode()
    for words in ("qwen", "70 %", "120 tokens", "9 tokens", "0.0015", "EUR"):
        assert words in page
    assert "<html" not in client_of(alice).get(url(talk), headers={"HX-Request": "true"}).content.decode()


def test_nobody_else_reads_it(talk: Conversation, bob: User, stranger: User, client_of: ClientOf) -> None:
    assert {client_of(who).get(url(talk)).status_code for who in (bob, stranger)} == {404}
