import pytest

from accounts.models import Household, User
from chat.models import Conversation, Run
from tests.chat.held import Held, answer_in, begin, run_in, said, say
from tests.conftest import ClientOf
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def talk(household: Household, bob: User, runs: Held) -> Conversation:
    """Something went wrong in the middle of it."""
    made = begin(household, bob)
    runs.perform(*said("There is spi")[:1], RuntimeError("gone"))
    return made


def url(household: Household, run: Run) -> str:
    """chat:run.retry"""
    return f"/h/{household.code}/chat/runs/{run.pk}/retry/"


def test_the_page_offers_it_and_the_same_place_is_filled(
    talk: Conversation, household: Household, bob: User, client_of: ClientOf, runs: Held
) -> None:
    client, run = client_of(bob), run_in(talk)
    page = client.get(f"/h/{household.code}/chat/{talk.pk}/").content.decode()
    assert url(household, run) in page
    assert "There is spi" in page
    assert [client.post(url(household, run)).status_code for _ in range(2)] == [302, 302]
    assert len(runs.waiting) == 1
    runs.perform(*said("There is spinach."))
    answer = answer_in(talk)
    assert (answer.number, answer.state, answer.text) == (2, "done", "There is spinach.")
    assert url(household, run) not in client.get(f"/h/{household.code}/chat/{talk.pk}/").content.decode()


def test_when_the_conversation_has_gone_on_it_is_not_asked_again(
    talk: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    run = run_in(talk)
    say(talk, bob, "Then something else")
    with as_owner():
        Run.objects.exclude(pk=run.pk).update(state="done")
    answer = client_of(bob).post(url(household, run))
    assert answer.status_code == 422
    assert "has gone on since" in answer.content.decode()


def test_only_who_may_read_it(
    talk: Conversation, household: Household, alice: User, stranger: User, client_of: ClientOf, runs: Held
) -> None:
    for person in (alice, stranger):
        assert client_of(person).post(url(household, run_in(talk))).status_code == 404
    assert runs.waiting == []
