from typing import Any

import pytest

from accounts.models import Activity, Household, Notice, User
from chat.models import Conversation, Message, Run
from kitchen.ids import new_id
from tests.chat.held import Held
from tests.conftest import ClientOf
from tests.database import as_owner


def url(household: Household) -> str:
    """chat:conversation.create"""
    return f"/h/{household.code}/chat/new/"


def words(**others: Any) -> dict[str, Any]:
    return {"id": new_id(), "conversation": new_id(), "kind": "solo", "text": "What can I cook tonight?", **others}


@pytest.mark.django_db(transaction=True)
def test_a_question_is_kept_with_its_empty_answer_and_a_run_begins(
    household: Household, alice: User, client_of: ClientOf, runs: Held
) -> None:
    client, same = client_of(alice), words()
    answers = [client.post(url(household), same) for _ in range(2)]
    assert [one.status_code for one in answers] == [302, 302]
    assert answers[0]["Location"] == f"/h/{household.code}/chat/{same['conversation']}/"
    with as_owner():
        made = Conversation.objects.get()
        assert (made.title, made.private_to, made.last_number) == ("What can I cook tonight?", alice, 2)
        said = Message.objects.values_list("number", "role", "state", "text")
        assert list(said) == [(1, "person", "done", same["text"]), (2, "assistant", "running", "")]
        assert Run.objects.get().state == "queued"
    assert len(runs.waiting) == 1


def test_a_conversation_of_ones_own_is_told_to_nobody(household: Household, alice: User, client_of: ClientOf) -> None:
    client_of(alice).post(url(household), words())
    with as_owner():
        assert not Activity.objects.exists()
        assert not Notice.objects.exists()


def test_one_for_everybody_stands_in_the_feed_and_waits_to_be_addressed(
    household: Household, bob: User, client_of: ClientOf
) -> None:
    client_of(bob).post(url(household), words(kind="group", text="Who is here on Friday?"))
    with as_owner():
        assert Conversation.objects.get().private_to is None
        assert Activity.objects.get().verb == "conversation.started"
        assert not Run.objects.exists()
        assert Message.objects.count() == 1


def test_a_guest_has_their_own_only(household: Household, guest: User, client_of: ClientOf) -> None:
    client_of(guest).post(url(household), words(kind="group"))
    with as_owner():
        assert Conversation.objects.get().private_to == guest


@pytest.mark.parametrize(
    "wrong", [{"text": " "}, {"text": "x" * 4001}, {"id": "x"}, {"conversation": ""}, {"kind": "x"}]
)
def test_bad_input_is_refused_and_what_was_typed_stays(
    wrong: dict[str, Any], household: Household, alice: User, client_of: ClientOf
) -> None:
    response = client_of(alice).post(url(household), words(**wrong))
    assert response.status_code == 422
    if "text" not in wrong:
        assert "What can I cook tonight?" in response.content.decode()
    with as_owner():
        assert not Conversation.objects.exists()


def test_the_id_of_a_strangers_conversation_is_not_taken_over(
    household: Household, other_household: Household, alice: User, stranger: User, client_of: ClientOf
) -> None:
    theirs = words()
    client_of(stranger).post(url(other_household), theirs)
    for same in ({"conversation": theirs["conversation"]}, {"id": theirs["id"]}):
        assert client_of(alice).post(url(household), words(**same)).status_code == 422
    with as_owner():
        assert Conversation.objects.get().private_to == stranger
