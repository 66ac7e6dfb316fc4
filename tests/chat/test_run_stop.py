import pytest

from accounts.models import Household, User
from chat.models import Conversation, Run
from tests.chat.held import Held, answer_in, begin, run_in, said
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory, MessageFactory, RunFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def talk(household: Household, bob: User) -> Conversation:
    return begin(household, bob)


def url(household: Household, run: Run) -> str:
    """chat:run.stop"""
    return f"/h/{household.code}/chat/runs/{run.pk}/stop/"


def take(talk: Conversation) -> Run:
    run = run_in(talk)
    with as_owner():
        Run.objects.filter(pk=run.pk).update(state="running")
    return run


def test_a_run_is_asked_to_end_and_asked_twice_is_once(
    talk: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    run, client = take(talk), client_of(bob)
    assert [client.post(url(household, run)).status_code for _ in range(2)] == [302, 302]
    assert run_in(talk).stop_at is not None


def test_what_has_ended_is_left_as_it_is(
    talk: Conversation, household: Household, bob: User, client_of: ClientOf, runs: Held
) -> None:
    runs.perform(*said("Spinach."))
    assert client_of(bob).post(url(household, run_in(talk))).status_code == 302
    assert answer_in(talk).state == "done"


def test_only_who_may_read_it(
    talk: Conversation, household: Household, alice: User, stranger: User, client_of: ClientOf
) -> None:
    run = take(talk)
    for person in (alice, stranger):
        assert client_of(person).post(url(household, run)).status_code == 404
    assert run_in(talk).stop_at is None


def test_in_a_group_whoever_lives_here_stops(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    group = ConversationFactory(household=household, started_by=bob)
    run = RunFactory(question=MessageFactory(conversation=group), state="running", finished_at=None)
    assert client_of(alice).post(url(household, run)).status_code == 302
    assert run_in(group).stop_at is not None
