"""What the assistant is told of turns that it does not hear any more, and of what people said among themselves."""

import pytest

from accounts.models import Household, User
from chat.models import Conversation, Message
from chat.services.summary import HEARD, LONGEST
from tests.chat.held import Held, begin, said, say
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


def now(talk: Conversation) -> Conversation:
    with as_owner():
        return Conversation.objects.get(pk=talk.pk)


def filled(talk: Conversation, by: User, many: int, words: str = "Question") -> None:
    """So many messages of one person, at once."""
    with as_owner():
        start = Conversation.objects.get(pk=talk.pk).last_number
        for number in range(start + 1, start + many + 1):
            Message.objects.create(
                household_id=talk.household_id,
                private_to_id=talk.private_to_id,
                conversation=talk,
                number=number,
                role="person",
                author=by,
                text=f"{words} {number}",
            )
        Conversation.objects.filter(pk=talk.pk).update(last_number=start + many)


def test_a_short_conversation_needs_none_and_a_long_one_is_told_in_short(
    household: Household, alice: User, runs: Held
) -> None:
    talk = begin(household, alice, "What is left?")
    runs.perform(*said("Spinach."))
    assert now(talk).summary == ""
    filled(talk, alice, HEARD)
    say(talk, alice, "And now?")
    summary = now(talk).summary
    assert summary.startswith("Alice: What is left?")
    assert f"Question {HEARD}" not in summary
    runs.perform(*said("Leeks."))
    assert any("What is left?" in line for line in runs.heard[-1][0].told)


def test_it_never_grows_beyond_its_room(household: Household, alice: User, runs: Held) -> None:
    talk = begin(household, alice)
    runs.perform(*said("Spinach."))
    filled(talk, alice, HEARD + 100, "An uncommonly long question about everything that lies in the freezer, number")
    say(talk, alice, "And now?")
    assert 0 < len(now(talk).summary) <= LONGEST


def test_in_a_group_it_hears_what_was_said_since_it_was_asked_last(
    household: Household, alice: User, bob: User, runs: Held
) -> None:
    talk = begin(household, alice, "@kitchen what is left?", "group")
    runs.perform(*said("Spinach."))
    say(talk, bob, "No pasta for me tonight.")
    say(talk, alice, "@kitchen what can we cook?")
    runs.perform(*said("Soup."))
    told = " ".join(runs.heard[-1][0].told)
    assert "No pasta for me tonight." in told
    assert "what is left" not in told
    say(talk, alice, "@kitchen and tomorrow?")
    runs.perform(*said("Soup."))
    assert "pasta" not in " ".join(runs.heard[-1][0].told)
