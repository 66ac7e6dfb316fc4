"""chat:home: the order of the list, what is unread in it, and what is found in it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Household, User
from chat.models import Conversation, Message, MessageRole, MessageState
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory, MessageFactory


def url(household: Household) -> str:
    return f"/h/{household.code}/chat/"


def page(household: Household, person: User, client_of: ClientOf, query: str = "") -> str:
    return client_of(person).get(url(household) + query).content.decode()


def spoken(talk: Conversation, *texts: str, **more: Any) -> list[Message]:
    made = [MessageFactory(conversation=talk, number=at, text=text, **more) for at, text in enumerate(texts, 1)]
    with as_owner():
        Conversation.objects.filter(pk=talk.pk).update(last_number=len(texts))
    return made


def headings(shown: str) -> list[str]:
    return re.findall(r'<h2 id="talk_\w+">([^<]+)</h2>', shown)


def test_pinned_ones_come_first_then_days_weeks_and_months(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    for title, ago in (("Now", 0), ("Lately", 4), ("Long ago", 400), ("Kept", 500)):
        made = ConversationFactory(household=household, started_by=alice, title=title)
        with as_owner():
            Conversation.objects.filter(pk=made.pk).update(last_at=timezone.now() - timedelta(days=ago))
    client = client_of(alice)
    client.post(f"{url(household)}{made.pk}/pin/", {"on": "1"})
    shown = page(household, alice, client_of)
    assert headings(shown)[:3] == ["Pinned", "Today", "In the last seven days"]
    assert re.search(r"Kept.*Now.*Lately.*Long ago", shown, re.DOTALL)
    client.post(f"{url(household)}{made.pk}/pin/", {"on": ""})
    assert "Pinned" not in headings(page(household, alice, client_of))


def test_what_others_said_since_is_counted_until_it_was_read(
    household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    talk = ConversationFactory(household=household, started_by=bob, title="The week")
    spoken(talk, "Hello", "Soup?", author=bob)
    MessageFactory(conversation=talk, number=3, role=MessageRole.ASSISTANT, text="", state=MessageState.RUNNING)
    for person, unread in ((alice, True), (bob, False)):
        assert ("not read yet:" in page(household, person, client_of)) is unread
    client_of(alice).get(f"{url(household)}{talk.pk}/")
    assert "not read yet:" not in page(household, alice, client_of)
    with as_owner():
        Message.objects.filter(number=3).update(state=MessageState.DONE, text="Soup.")
    assert "not read yet:" in page(household, alice, client_of)


def test_words_are_found_in_titles_and_in_messages_that_are_shown(
    household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    talk = ConversationFactory(household=household, started_by=alice, title="Dinner")
    first, gone = spoken(talk, "Shall we **braise** the old leeks?", "Rhubarb")
    with as_owner():
        Message.objects.filter(pk=gone.pk).update(shown=False)
    ConversationFactory(household=household, started_by=bob, solo=True, title="Leeks for a surprise")
    shown = page(household, alice, client_of, "?q=LEEKS braise")
    assert "<mark>braise</mark> the old <mark>leeks</mark>" in shown
    assert f"?at=1#message_{first.pk}" in shown
    assert "surprise" not in page(household, alice, client_of, "?q=leeks")
    assert "Nothing says that" in page(household, alice, client_of, "?q=rhubarb")
    assert ">Dinner</a>" in page(household, alice, client_of, "?q=dinn")


@pytest.mark.parametrize("typed", ["%25", "a%00b", "(", "x" * 500, "%F0%9F%8D%B2", "' OR 1=1"])
def test_whatever_is_looked_for_is_only_looked_for(
    typed: str, household: Household, alice: User, client_of: ClientOf
) -> None:
    spoken(ConversationFactory(household=household, started_by=alice, title="Dinner"), "Soup")
    assert "Nothing says that" in page(household, alice, client_of, f"?q={typed}")


def test_a_long_list_asks_no_more_than_a_short_one(household: Household, alice: User, client_of: ClientOf) -> None:
    def asked(query: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            page(household, alice, client_of, query)
        return len(captured)

    spoken(ConversationFactory(household=household, started_by=alice, title="One"), "Soup")
    few = [asked(query) for query in ("", "?q=soup", "?show=archived")]
    for _number in range(12):
        spoken(ConversationFactory(household=household, started_by=alice, title="Many"), "Soup", "And then?")
    assert [asked(query) for query in ("", "?q=soup", "?show=archived")] == few
