"""Conversations of others, words that are markup, and what guests must not hear of."""

import pytest
from django.urls import reverse

from accounts.models import Household, User
from chat.agent.events import Text
from chat.live.protocol import shown_by
from chat.models import Conversation, Message, Proposal
from kitchen import tenancy
from kitchen.ids import new_id
from tests.attack.forms import sent_with
from tests.chat.conftest import runs
from tests.chat.held import Held, answer_in, begin
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory, MessageFactory, ProposalFactory, RunFactory, UserFactory

__all__ = ["runs"]  # a fixture of the tests of chat
pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "Zibby must not have nuts"


def said_in(conversation: Conversation) -> list[str]:
    with as_owner():
        mine = Message.objects.filter(conversation=conversation, role="person").order_by("number")
        return list(mine.values_list("text", flat=True))


def test_a_guest_hears_nothing_of_what_those_who_live_here_say(
    household: Household, bob: User, guest: User, client_of: ClientOf, runs: Held
) -> None:
    """Not from the feed, the search or Today either, also once it is deleted; who lives here can take that back."""
    talk = begin(household, bob, f"{SECRET}, what can she eat?", kind="group")
    client = client_of(bob)
    assert client.post(reverse("chat:conversation.delete", args=[household.code, talk.pk])).status_code == 302
    reader = client_of(guest)
    for url in ("home:feed", "home:today", "home:search", "chat:home"):
        page = reader.get(reverse(url, args=[household.code]), {"q": "Zibby"})
        assert page.status_code == 200
        assert SECRET not in page.content.decode()
    assert "conversation" in client.get(reverse("home:feed", args=[household.code])).content.decode()
    assert client.post(reverse("chat:conversation.restore", args=[household.code, talk.pk])).status_code == 302


def test_a_conversation_of_one_s_own_is_nowhere_for_others(
    household: Household, alice: User, bob: User, client_of: ClientOf, runs: Held
) -> None:
    talk = begin(household, bob, SECRET)
    owner = client_of(alice)
    for name in ("show", "edit", "delete", "restore"):
        url = reverse(f"chat:conversation.{name}", args=[household.code, talk.pk])
        for send in (owner.get, owner.post):
            assert send(url, {"title": "mine now"}).status_code in (404, 405)
    said = {"id": str(new_id()), "text": "Let me in"}
    assert owner.post(reverse("chat:message.create", args=[household.code, talk.pk]), said).status_code == 404
    for url in ("home:feed", "home:today", "home:search", "chat:home"):
        assert SECRET not in owner.get(reverse(url, args=[household.code]), {"q": "Zibby"}).content.decode()
    taken = {"id": str(new_id()), "conversation": str(talk.pk), "kind": "solo", "text": "Mine"}
    assert owner.post(reverse("chat:conversation.create", args=[household.code]), taken).status_code == 422
    assert said_in(talk) == [SECRET]


def test_other_words_from_the_same_page_are_not_lost(
    household: Household, bob: User, client_of: ClientOf, runs: Held
) -> None:
    """Who goes back and writes something else: told once, with what was typed, and then heard."""
    talk = begin(household, bob, "Hello everybody", kind="group")
    client, url = client_of(bob), reverse("chat:message.create", args=[household.code, talk.pk])
    said = {"id": str(new_id()), "text": "One"}
    for _ in range(2):
        assert client.post(url, said).status_code == 302
    other = client.post(url, {**said, "text": "Two"})
    assert other.status_code == 422
    assert ">Two</textarea>" in other.content.decode()
    fresh = sent_with(other, "text")["id"][0]
    assert client.post(url, {"id": fresh, "text": "Two"}).status_code == 302
    assert said_in(talk) == ["Hello everybody", "One", "Two"]


MARKUP = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://evil.example/pixel.png)",
    "[x](javascript:alert(1))",
    "[x](data:text/html,evil)",
    "<a href='javascript:alert(1)'>x</a>",
    "[x]: javascript:alert(1)\n\n[x]",
    '<https://evil.example/"onmouseover="alert(1)>',
]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_only_words(text: str, household: Household, bob: User, client_of: ClientOf, runs: Held) -> None:
    """In what a person says, in what an assistant answers, in the title that comes of it."""
    talk = begin(household, bob, text)
    runs.perform(Text(text))
    with tenancy.scope(household=household.pk, person=bob.pk):
        assert answer_in(talk).text == text
    for url in (reverse("chat:conversation.show", args=[household.code, talk.pk]), f"/h/{household.code}/chat/"):
        page = client_of(bob).get(url).content.decode().casefold()
        for bad in ("<script>alert", "<img src=x", '<img src="https://evil', 'href="javascript', 'href="data:'):
            assert bad not in page
        assert " onmouseover=" not in page


def test_nul_and_lone_halves_of_letters_end_no_answer(household: Household, bob: User, runs: Held) -> None:
    """What PostgreSQL cannot keep, a model may say all the same."""
    talk = begin(household, bob, "Hello")
    runs.perform(Text("a\x00b\ud800c"))
    answer = answer_in(talk)
    assert (answer.state, answer.text) == ("done", "ab\ufffdc")


def test_staff_reads_no_word_of_a_conversation(
    household: Household, bob: User, client_of: ClientOf, runs: Held
) -> None:
    """Inside the household, with a reason: that there is one, not what it is called."""
    talk = begin(household, bob, SECRET, kind="group")
    client = client_of(UserFactory(staff=True))
    client.post(reverse("admin:accounts_household_enter", args=[household.pk]), {"reason": "they asked for help"})
    shown = client.get(reverse("admin:chat_conversation_change", args=[talk.pk]))
    assert shown.status_code == 200
    assert "Zibby" not in shown.content.decode()


@pytest.mark.parametrize("arguments", [{}, {"operation": "x", "lots": [{"id": "1", "amount": "NaN", "unit": "g"}]}])
def test_a_proposal_that_is_not_understood_any_more_is_settled(
    arguments: dict[str, object], household: Household, bob: User, client_of: ClientOf
) -> None:
    """As after an update, or from a model that goes its own ways."""
    talk = ConversationFactory(household=household, started_by=bob, solo=True)
    run = RunFactory(question=MessageFactory(conversation=talk))
    offer = ProposalFactory(run=run, tool="use_stock", arguments=arguments)
    url = reverse("chat:proposal.approve", args=[household.code, offer.pk])
    assert client_of(bob).post(url).status_code == 302
    with as_owner():
        assert Proposal.objects.get(pk=offer.pk).state == "failed"


def test_a_page_says_nothing_that_breaks_its_socket(household: Household, bob: User, runs: Held) -> None:
    talk = begin(household, bob, "Hello")
    deep = "[" * 19_000
    for said in (
        deep,
        "{}",
        "null",
        '{"first": 1e99, "last": 1, "runs": {}}',
        '{"first": 0, "last": 0, "runs": {"x": 1}}',
    ):
        assert shown_by(said, talk.pk) is None
