"""Answers tried anew and questions put otherwise (chat:branch.create, chat:branch.edit, chat:branch.choose)."""

from collections.abc import Callable
from uuid import UUID

import pytest

from accounts.models import Household, User
from chat.models import Conversation, Message, Run
from chat.services.branch import answer_anew, ask_otherwise
from kitchen.ids import new_id
from tests.accounts.races import at_once
from tests.chat.held import Held, answer_in, begin, said, say
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory, MessageFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def talk(household: Household, alice: User, runs: Held) -> Conversation:
    """Two questions with their answers."""
    made = begin(household, alice, "What is left?")
    runs.perform(*said("Spinach."))
    say(made, alice, "And in the freezer?")
    runs.perform(*said("Peas."))
    return made


def texts(talk: Conversation, *, shown: bool = True) -> list[str]:
    with as_owner():
        found = Message.objects.filter(conversation=talk, shown=shown).order_by("number")
        return list(found.values_list("text", flat=True))


def message(talk: Conversation, text: str) -> Message:
    with as_owner():
        return Message.objects.select_related("conversation").get(conversation=talk, text=text)


def url(talk: Conversation, text: str, deed: str) -> str:
    return f"/h/{talk.household.code}/chat/messages/{message(talk, text).pk}/{deed}/"


def test_another_answer_stands_in_the_place_of_the_first(
    talk: Conversation, alice: User, client_of: ClientOf, runs: Held
) -> None:
    client = client_of(alice)
    assert client.post(url(talk, "Peas.", "anew")).status_code == 302
    runs.perform(*said("Peas and bread."))
    assert texts(talk) == ["What is left?", "Spinach.", "And in the freezer?", "Peas and bread."]
    assert "Peas." not in str(runs.heard[-1][2])
    page = client.get(f"/h/{talk.household.code}/chat/{talk.pk}/").content.decode()
    assert "2 / 2" in page
    assert client.post(url(talk, "Peas.", "choose")).status_code == 302
    assert texts(talk)[-1] == "Peas."
    assert "1 / 2" in client.get(f"/h/{talk.household.code}/chat/{talk.pk}/").content.decode()


def test_pressed_twice_it_is_tried_once(talk: Conversation, alice: User, client_of: ClientOf) -> None:
    client, to = client_of(alice), url(talk, "Peas.", "anew")
    assert [client.post(to, headers={"HX-Request": "true"}).status_code for _ in range(2)] == [204, 204]
    assert len(texts(talk) + texts(talk, shown=False)) == 5


Work = tuple[User, Household, Callable[..., object]]


def doing(talk: Conversation, by: User, act: Callable[[], object]) -> Work:
    def work(ready: Callable[[], object]) -> None:
        ready()
        act()

    return by, Household(pk=talk.household_id), work


def test_tried_anew_in_two_windows_at_once_it_is_one(talk: Conversation, alice: User) -> None:
    peas = message(talk, "Peas.")
    assert at_once(*(doing(talk, alice, lambda: answer_anew(peas, by=alice)) for _ in range(2))) == []
    with as_owner():
        assert Run.objects.filter(conversation=talk, state="queued").count() == 1
        assert Message.objects.filter(conversation=talk, shown=True).count() == 4


def test_an_earlier_answer_takes_what_followed_with_it_and_brings_it_back(
    talk: Conversation, alice: User, client_of: ClientOf, runs: Held
) -> None:
    client = client_of(alice)
    client.post(url(talk, "Spinach.", "anew"))
    runs.perform(*said("Chard."))
    assert texts(talk) == ["What is left?", "Chard."]
    say(talk, alice, "For how many?")
    runs.perform(*said("For two."))
    assert runs.heard[-1][2] == []
    client.post(url(talk, "Spinach.", "choose"))
    assert texts(talk) == ["What is left?", "Spinach.", "And in the freezer?", "Peas."]
    client.post(url(talk, "Chard.", "choose"))
    assert texts(talk) == ["What is left?", "Chard.", "For how many?", "For two."]


def test_a_question_put_otherwise_is_a_branch(talk: Conversation, alice: User, client_of: ClientOf, runs: Held) -> None:
    client, to = client_of(alice), url(talk, "What is left?", "edit")
    assert "What is left?</textarea>" in client.get(to).content.decode()
    fields = {"id": str(new_id()), "text": "What is left in the fridge?"}
    assert [client.post(to, fields).status_code for _ in range(2)] == [302, 302]
    runs.perform(*said("Milk."))
    assert texts(talk) == ["What is left in the fridge?", "Milk."]
    assert len(texts(talk, shown=False)) == 4
    assert "2 / 2" in client.get(f"/h/{talk.household.code}/chat/{talk.pk}/").content.decode()


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001])
def test_nothing_is_not_put_otherwise(text: str, talk: Conversation, alice: User, client_of: ClientOf) -> None:
    answer = client_of(alice).post(url(talk, "What is left?", "edit"), {"id": str(new_id()), "text": text})
    assert answer.status_code == 422
    assert len(texts(talk)) == 4


def test_edited_while_it_is_answered_the_old_answer_stops(
    talk: Conversation, alice: User, client_of: ClientOf, runs: Held
) -> None:
    say(talk, alice, "And the pantry?")
    client_of(alice).post(url(talk, "And the pantry?", "edit"), {"id": str(new_id()), "text": "And the shelf?"})
    while runs.waiting:
        runs.perform(*said("Rice."))
    assert texts(talk)[-2:] == ["And the shelf?", "Rice."]
    assert [heard[1] for heard in runs.heard[-1:]] == ["And the shelf?"]
    asked = message(talk, "And the pantry?")
    with as_owner():
        assert Message.objects.get(parent=asked).state == "stopped"


def test_what_is_being_written_is_neither_tried_anew_nor_left(
    talk: Conversation, alice: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    client.post(url(talk, "Peas.", "anew"))
    running = answer_in(talk)
    answer = client.post(f"/h/{talk.household.code}/chat/messages/{running.pk}/anew/")
    assert (answer.status_code, "still being written" in answer.content.decode()) == (422, True)
    told = client.post(url(talk, "Peas.", "choose"), headers={"HX-Request": "true"})
    assert (told.status_code, 'id="refusal"' in told.content.decode()) == (422, True)
    assert client.post(url(talk, "And in the freezer?", "anew")).status_code == 422


def test_strangers_and_others_do_neither(
    talk: Conversation, bob: User, stranger: User, alice: User, client_of: ClientOf
) -> None:
    for who in (bob, stranger):
        for deed in ("anew", "choose", "edit"):
            assert client_of(who).post(url(talk, "Peas.", deed), {}).status_code == 404
    assert client_of(alice).post(url(talk, "Peas.", "edit"), {"id": str(new_id()), "text": "Mine"}).status_code == 422


def test_in_a_group_nobody_takes_the_words_of_others_away(
    household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    group = ConversationFactory(household=household, started_by=alice, last_number=2)
    asked = MessageFactory(conversation=group, author=alice, text="Who cooks?")
    MessageFactory(conversation=group, author=bob, number=2, text="I do.")
    fields = {"id": str(new_id()), "text": "Who shops?"}
    answer = client_of(alice).post(f"/h/{household.code}/chat/messages/{asked.pk}/edit/", fields)
    assert (answer.status_code, "Others have written since" in answer.content.decode()) == (422, True)
    assert client_of(bob).post(url(group, "I do.", "edit"), {**fields, "id": str(new_id())}).status_code == 302
    assert texts(group) == ["Who cooks?", "Who shops?"]


def test_one_message_is_drawn_by_itself(talk: Conversation, alice: User, client_of: ClientOf) -> None:
    """chat:branch.show"""
    to = f"/h/{talk.household.code}/chat/messages/{message(talk, 'Peas.').pk}/"
    assert client_of(alice).get(to).status_code == 302
    assert "Peas." in client_of(alice).get(to, headers={"HX-Request": "true"}).content.decode()


def test_edited_and_tried_anew_at_once_one_of_them_is_on_the_page(talk: Conversation, alice: User) -> None:
    peas, asked = message(talk, "Peas."), message(talk, "And in the freezer?")

    def edit() -> Message:
        return ask_otherwise(asked, "And in the cellar?", by=alice, id=new_id())

    at_once(doing(talk, alice, edit), doing(talk, alice, lambda: answer_anew(peas, by=alice)))
    with as_owner():
        shown = list(Message.objects.filter(conversation=talk, shown=True).order_by("number"))
    parents: list[UUID | None] = [None, *(one.pk for one in shown[:-1])]
    assert [one.parent_id for one in shown] == parents
