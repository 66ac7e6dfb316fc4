"""What becomes of conversations: in the download of one's data, when somebody is erased, and with time."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Household, User
from chat.models import Conversation, Message, RunEvent
from chat.services.retention import DELETED_KEPT, PIECES_KEPT, forget_old
from tests.accounts.letters import sure
from tests.accounts.test_data_download import archive_of
from tests.chat.held import Held, begin, run_in, said
from tests.database import as_owner
from tests.factories import ConversationFactory, MessageFactory, ProposalFactory, RunFactory

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.fixture
def told(household: Household, alice: User, bob: User) -> Conversation:
    """Bob's own, Alice's own, and a group with words of both."""
    for person, words in ((bob, "Bob's secret"), (alice, "Alice's secret")):
        talk = ConversationFactory(household=household, started_by=person, solo=True, title="Own")
        run = RunFactory(question=MessageFactory(conversation=talk, text=words), answer__text=f"Answer to {words}")
        ProposalFactory(run=run)
    group: Conversation = ConversationFactory(household=household, started_by=alice, title="The week")
    MessageFactory(conversation=group, number=1, author=alice, text="From Alice")
    MessageFactory(conversation=group, number=2, author=bob, text="From Bob")
    return group


def test_the_download_has_ones_own_whole_and_ones_words_elsewhere(
    told: Conversation, household: Household, bob: User
) -> None:
    archive = archive_of(sure(bob))
    folder = f"households/{household.code}"
    texts = [message["text"] for message in archive[f"{folder}/messages.json"]]
    assert sorted(texts) == ["Answer to Bob's secret", "Bob's secret", "From Bob"]
    assert [talk["title"] for talk in archive[f"{folder}/conversations.json"]] == ["Own"]
    assert len(archive[f"{folder}/proposals.json"]) == 1
    everything = json.dumps(archive)
    assert "Alice's secret" not in everything
    assert "From Alice" not in everything


def test_who_is_erased_takes_their_own_along_and_leaves_the_others(told: Conversation, bob: User) -> None:
    sure(bob).post("/me/delete/", {"email": bob.email})
    with as_owner():
        texts = set(Message.objects.values_list("text", flat=True))
        assert texts == {"Alice's secret", "Answer to Alice's secret", "From Alice", "From Bob"}
        assert Message.objects.get(text="From Bob").author is None


def test_what_was_deleted_long_ago_is_forgotten(household: Household, alice: User) -> None:
    now = timezone.now()
    for title, age in (("Gone", DELETED_KEPT + timedelta(minutes=1)), ("Back soon", timedelta(days=1))):
        ConversationFactory(household=household, started_by=alice, title=title, deleted_at=now - age)
    assert forget_old(now)["conversations"] == 1
    with as_owner():
        assert Conversation.objects.get().title == "Back soon"


def test_the_pieces_of_an_answer_are_forgotten_before_it(household: Household, alice: User, runs: Held) -> None:
    talk = begin(household, alice)
    runs.perform(*said("There is ", "spinach."))
    assert forget_old(timezone.now() + PIECES_KEPT + timedelta(minutes=1))["pieces"] == 1
    with as_owner():
        assert list(RunEvent.objects.values_list("kind", flat=True)) == ["end"]
        assert Message.objects.get(conversation=talk, role="assistant").text == "There is spinach."
    assert run_in(talk).state == "done"
