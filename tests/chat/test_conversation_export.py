"""chat:conversation.export: a conversation as Markdown."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Household, User
from chat.models import Conversation, ProposalState
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import AttachmentFactory, ConversationFactory, MessageFactory, ProposalFactory, RunFactory


def url(household: Household, talk: Conversation) -> str:
    return f"/h/{household.code}/chat/{talk.pk}/export/"


def turn(talk: Conversation, at: int, asked: str) -> None:
    question = MessageFactory(conversation=talk, number=at, text=asked)
    run = RunFactory(question=question, answer__text="- Spinach")
    ProposalFactory(run=run, state=ProposalState.APPROVED, result="Added feta.")
    ProposalFactory(run=run, state=ProposalState.DENIED, result="Nothing was changed.")
    AttachmentFactory(conversation=talk, message=question, name="bill.pdf", said="It is kept here.")


def test_it_says_who_said_what_and_what_was_done(household: Household, alice: User, client_of: ClientOf) -> None:
    talk = ConversationFactory(household=household, started_by=alice, title="What / to cook")
    turn(talk, 1, "What is left?")
    gone = MessageFactory(conversation=talk, number=9, text="Another branch")
    with as_owner():
        gone.shown = False
        gone.save()
    answer = client_of(alice).get(url(household, talk))
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/markdown")
    assert 'filename="what-to-cook.md"' in answer["Content-Disposition"]
    assert text.startswith("# What / to cook\n\n## ")
    assert "**Alice**, " in text
    assert "- bill.pdf: It is kept here." in text
    assert "- Spinach\n\n- Added feta." in text
    assert "Another branch" not in text
    assert "Nothing was changed" not in text


def test_a_long_one_asks_no_more(household: Household, alice: User, client_of: ClientOf) -> None:
    talk = ConversationFactory(household=household, started_by=alice)
    client, counts = client_of(alice), []
    for at in (1, 3, 5):
        turn(talk, at, "And then?")
        with CaptureQueriesContext(connection) as captured:
            client.get(url(household, talk))
        counts.append(len(captured))
    assert counts[1] == counts[2]  # the first also asks whose household it is


def test_it_is_for_those_who_may_read_it(
    household: Household, alice: User, bob: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    own = ConversationFactory(household=household, started_by=alice, solo=True)
    group = ConversationFactory(household=household, started_by=alice)
    assert [client_of(one).get(url(household, own)).status_code for one in (alice, bob, stranger)] == [200, 404, 404]
    assert [client_of(one).get(url(household, group)).status_code for one in (bob, guest, stranger)] == [200, 404, 404]
