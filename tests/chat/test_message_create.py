from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from accounts.models import Household, Notice, User
from chat.models import Conversation, Message, ProposalState, Run
from chat.services.message import send_message
from kitchen.ids import new_id
from tests.accounts.races import at_once
from tests.chat.held import Held, begin, run_in, said
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory, ProposalFactory

pytestmark = pytest.mark.django_db(transaction=True)


def url(conversation: Conversation) -> str:
    """chat:message.create"""
    with as_owner():
        code = Household.objects.get(pk=conversation.household_id).code
    return f"/h/{code}/chat/{conversation.pk}/messages/"


def words(text: str = "And in the freezer?") -> dict[str, Any]:
    return {"id": new_id(), "text": text}


def count() -> tuple[int, int]:
    with as_owner():
        return Message.objects.count(), Run.objects.count()


@pytest.fixture
def talk(household: Household, alice: User, runs: Held) -> Conversation:
    made = begin(household, alice)
    runs.perform(*said("Spinach."))
    return made


def test_sent_twice_it_is_said_once(talk: Conversation, alice: User, client_of: ClientOf) -> None:
    client, same = client_of(alice), words()
    assert [client.post(url(talk), same).status_code for _ in range(2)] == [302, 302]
    assert count() == (4, 2)


def sending(talk: Conversation, by: User, text: str, id: UUID) -> tuple[User, Household, Callable[..., object]]:
    def work(ready: Callable[[], object]) -> None:
        ready()
        send_message(talk, text, by=by, id=id)

    return by, Household(pk=talk.household_id), work


def test_sent_twice_at_once_it_is_said_once(talk: Conversation, alice: User) -> None:
    same = new_id()
    assert at_once(*(sending(talk, alice, "And in the freezer?", same) for _ in range(2))) == []
    assert count() == (4, 2)


def test_two_questions_at_once_are_answered_one_after_the_other(talk: Conversation, alice: User, runs: Held) -> None:
    assert at_once(*(sending(talk, alice, "And in the freezer?", new_id()) for _ in range(2))) == []
    assert count() == (6, 3)
    assert len({ref.run for ref in runs.waiting}) == 2
    with as_owner():
        parents = Message.objects.filter(conversation=talk).order_by("number").values_list("parent__number", flat=True)
        assert list(parents) == [None, 1, 2, 3, 4, 5]


def test_what_would_wait_too_long_is_refused_and_stays_typed(
    talk: Conversation, alice: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    for _ in range(5):
        assert client.post(url(talk), words()).status_code == 302
    for headers in ({}, {"HX-Request": "true"}):
        answer = client.post(url(talk), words("One more thing"), headers=headers)
        assert (answer.status_code, answer["Retry-After"]) == (429, "10")
        assert "Enough questions wait" in answer.content.decode()
        assert "One more thing</textarea>" in answer.content.decode()
    pressed = client.post(url(talk), words("Who owes whom?"), headers={"HX-Request": "true", "HX-Target": "refusal"})
    assert (pressed.status_code, pressed["HX-Reswap"]) == (429, "outerHTML")
    assert "Enough questions wait" in pressed.text
    assert "<textarea" not in pressed.text


def test_htmx_gets_an_empty_composer_with_a_new_id(talk: Conversation, alice: User, client_of: ClientOf) -> None:
    same = words()
    answer = client_of(alice).post(url(talk), same, headers={"HX-Request": "true"}).content.decode()
    assert 'id="say"' in answer
    assert same["text"] not in answer
    assert str(same["id"]) not in answer


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u202e", "x" * 4001])
def test_nothing_is_not_sent(text: str, talk: Conversation, alice: User, client_of: ClientOf) -> None:
    assert client_of(alice).post(url(talk), words(text)).status_code == 422
    assert count() == (2, 1)


def test_in_a_group_the_assistant_is_asked_by_name(
    household: Household, alice: User, bob: User, client_of: ClientOf, runs: Held
) -> None:
    group = ConversationFactory(household=household, started_by=alice, title="")
    client_of(bob).post(url(group), words("Who cooks? mail@kitchen.example knows"))
    assert count() == (1, 0)
    client_of(bob).post(url(group), words("@Kitchen, what is left?"))
    assert count() == (3, 1)
    # People go on talking while it answers.
    assert client_of(alice).post(url(group), words("I do")).status_code == 302
    runs.perform(*said("Spinach."))
    assert runs.heard[0][1] == "what is left?"
    with as_owner():
        assert Notice.objects.filter(kind="chat", subject=group.pk).count() == 3
        assert Conversation.objects.get().title == "Who cooks? mail@kitchen.example knows"


def test_going_on_sets_aside_what_waits(talk: Conversation, alice: User, client_of: ClientOf) -> None:
    waiting = ProposalFactory(run=run_in(talk), call_id="c1", tool="add_to_list")
    client_of(alice).post(url(talk), words())
    with as_owner():
        waiting.refresh_from_db()
    assert waiting.state == ProposalState.EXPIRED


def test_the_agent_hears_what_became_of_its_proposals(
    talk: Conversation, alice: User, client_of: ClientOf, runs: Held
) -> None:
    run = run_in(talk)
    with as_owner():
        run.log = [{"parts": [{"part_kind": "tool-return", "tool_call_id": "old"}]}]
        run.save()
    for call, state in (("old", "approved"), ("c1", "denied")):
        ProposalFactory(run=run, call_id=call, state=state, result="Declined.")
    client_of(alice).post(url(talk), words())
    runs.perform(*said("Well."))
    assert [(one.call_id, one.approved, one.sentence) for one in runs.heard[-1][3]] == [("c1", False, "Declined.")]


def test_nobody_else_writes_into_ones_own(talk: Conversation, bob: User, stranger: User, client_of: ClientOf) -> None:
    for person in (bob, stranger):
        assert client_of(person).post(url(talk), words()).status_code == 404
    assert Client().post(url(talk), words()).status_code == 302
    assert count() == (2, 1)


def test_a_guest_does_not_write_into_the_households(
    household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    group = ConversationFactory(household=household, started_by=alice)
    assert client_of(guest).post(url(group), words()).status_code == 404
    assert count() == (0, 0)


def test_what_was_deleted_takes_no_more(talk: Conversation, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    client.post(url(talk).replace("messages", "delete"))
    assert client.post(url(talk), words()).status_code == 404
