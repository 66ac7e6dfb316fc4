"""chat:conversation.show, chat:conversation.edit: the head of a conversation, and when the assistant answers in it."""

from decimal import Decimal

import pytest

from accounts.live.seat import Reader, Seat
from accounts.models import Household, User
from chat.live.screen import look
from chat.live.shown import Screen
from chat.models import Attachment, Conversation, ConversationMark
from chat.services.mark import mark_read
from chat.services.retention import UNSENT_KEPT, forget_old
from kitchen import tenancy
from tests.chat.held import Held, begin, said, say
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import AttachmentFactory, ConversationFactory, ExpenseFactory

pytestmark = pytest.mark.django_db(transaction=True)


def url(household: Household, talk: Conversation, then: str = "") -> str:
    return f"/h/{household.code}/chat/{talk.pk}/{then}"


def test_it_says_what_was_split_in_it_by_money(
    household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    talk = ConversationFactory(household=household, started_by=alice)
    for total, currency in (("12.50", "EUR"), ("7.50", "EUR"), ("3.00", "CHF")):
        ExpenseFactory(
            household=household, total=Decimal(total), currency=currency, conversation=talk.pk, paid_by=alice
        )
    ExpenseFactory(household=household, total=Decimal(99), currency="EUR", paid_by=alice)
    page = client_of(alice).get(url(household, talk)).content.decode()
    assert "20.00 in bills" in page
    assert "3.00 in bills" in page
    assert "99.00" not in page
    assert "119.00" not in page


def test_where_it_always_answers_nobody_calls_it(
    household: Household, alice: User, bob: User, client_of: ClientOf, runs: Held
) -> None:
    talk = begin(household, alice, "Hello all", "group")
    assert not runs.waiting
    changed = client_of(bob).post(url(household, talk, "edit/"), {"title": "Dinners", "answering": "always"})
    assert changed.status_code == 302
    say(talk, alice, "What is left?")
    runs.perform(*said("Spinach."))
    assert "Built-in assistant answers" in client_of(alice).get(url(household, talk)).content.decode()
    assert client_of(bob).post(url(household, talk, "edit/"), {"title": "x", "answering": "never"}).status_code == 422


def test_a_title_that_was_given_stays(household: Household, alice: User, client_of: ClientOf, runs: Held) -> None:
    talk = begin(household, alice, "What is left?")
    runs.perform(*said("Spinach."))
    client_of(alice).post(url(household, talk, "edit/"), {"title": "Dinners", "answering": "always"})
    with as_owner():
        kept = Conversation.objects.get(pk=talk.pk)
    assert (kept.title, kept.title_given, kept.answering) == ("Dinners", True, "addressed")


def test_one_opens_at_the_message_that_was_found(
    household: Household, alice: User, client_of: ClientOf, runs: Held
) -> None:
    talk = begin(household, alice, "Message 1!", "group")
    for number in range(2, 80):
        say(talk, alice, f"Message {number}!")
    page = client_of(alice).get(url(household, talk) + "?at=20").content.decode()
    assert "Message 20!" in page
    assert "Message 79!" not in page
    assert "Message 79!" in client_of(alice).get(url(household, talk) + "?at=75").content.decode()
    assert client_of(alice).get(url(household, talk) + "?at=x").status_code == 200


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_a_file_that_nobody_sends_goes_after_some_days(household: Household, alice: User) -> None:
    talk = ConversationFactory(household=household, started_by=alice, solo=True)
    one = AttachmentFactory(conversation=talk)
    assert forget_old(one.created_at + UNSENT_KEPT / 2)["files"] == 0
    assert forget_old(one.created_at + UNSENT_KEPT * 2)["files"] == 1
    with as_owner():
        assert not Attachment.objects.exists()


def test_what_an_open_page_is_told_of_has_been_read(household: Household, alice: User, bob: User, runs: Held) -> None:
    talk = begin(household, alice, "Hello all", "group")
    said_last = say(talk, bob, "Soup?")
    seat = Seat(household=household.pk, person=alice.pk, session="", proof="")
    for last in (1, 0):
        look(seat, Reader(role="owner", language="en"), Screen(talk.pk, first=1, last=last))
    with tenancy.scope(household=household.pk, person=alice.pk):
        mark_read(talk, 1, person=alice.pk)
    with as_owner():
        mark = ConversationMark.objects.get(conversation=talk)
    assert (mark.user_id, mark.read_number) == (alice.pk, said_last.number)
