"""What a page at a conversation hears: everything once, in order, whoever comes and goes."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from accounts.models import Household, User
from accounts.services.notice import announce
from chat.agent.events import Ended, Event, Proposed, Text, ToolEnded, ToolStarted
from chat.models import Conversation, Run
from chat.runs.perform import perform
from chat.services.proposal import deny_proposal
from kitchen import tenancy
from tests.accounts.live import closing_code, in_thread
from tests.chat.held import Held, answer_in, begin, run_in, say
from tests.chat.stream import Page
from tests.conftest import ClientOf, membership_of
from tests.database import as_owner
from tests.factories import ConversationFactory, ProposalFactory

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = ["Three fit.\n\n", "- **Cur", "ry** with spinach\n", "- Soup\n\n", "None has nuts."]
SAID = "<p>Three fit.</p><ul>\n<li><strong>Curry</strong> with spinach</li>\n<li>Soup</li>\n</ul><p>None has nuts.</p>"


@pytest.fixture
def talk(household: Household, alice: User) -> Conversation:
    return begin(household, alice)


async def page_of(person: User, talk: Conversation, household: Household, client_of: ClientOf) -> Page:
    page = Page(await in_thread(client_of, person), household.code, talk)
    assert await page.open()
    await page.say()
    return page


def told() -> list[Event]:
    return [*map(Text, WORDS), Ended(messages=[])]


async def test_a_page_follows_an_answer_as_it_is_written(
    talk: Conversation, household: Household, alice: User, client_of: ClientOf, runs: Held
) -> None:
    page = await page_of(alice, talk, household, client_of)
    first = await page.hear()
    assert len(first["messages"]) == 2
    assert "/stop/" in first["stop"]

    async def next_words() -> None:
        await page.hear()

    lines: list[Any] = [ToolStarted("lots", "Looking through the pantry"), next_words, ToolEnded("lots", "3 things")]
    for word in WORDS:
        lines += [next_words, Text(word)]
    await perform(runs.next(), runs.script(*lines, next_words, Ended(messages=[])))
    await page.hear_answered()
    assert page.text == SAID
    assert "<form" not in page.heard[-1]["stop"]
    tails = [tail for news in page.heard for tail in news["tails"]]
    # What stood still was not sent again.
    assert [tail["keep"] for tail in tails] == sorted(tail["keep"] for tail in tails)
    assert not any("Three fit" in tail["html"] for tail in tails[1:])
    assert any("Looking through the pantry" in html for news in page.heard for html in news["steps"])


async def test_who_comes_back_in_the_middle_hears_what_was_missed_and_goes_on(
    talk: Conversation, household: Household, alice: User, client_of: ClientOf, runs: Held
) -> None:
    page = await page_of(alice, talk, household, client_of)
    await page.hear()
    again = Page(await in_thread(client_of, alice), household.code, talk)

    async def leave() -> None:
        await page.hear_until("Three fit")
        await page.socket.disconnect()

    async def come_back() -> None:
        again.shows, again.texts = page.shows, page.texts
        assert await again.open()
        await again.say()
        await again.hear()

    lines: list[Any] = [Text(WORDS[0]), leave, *map(Text, WORDS[1:4]), come_back, Text(WORDS[4])]
    await perform(runs.next(), runs.script(*lines, Ended(messages=[])))
    await again.hear_answered()
    assert again.text == SAID
    # Told from where it was: the paragraph that it had is not told again.
    assert again.heard[0]["messages"] == []
    assert "Three fit" not in str(again.heard[0]["tails"])


async def test_two_readers_hear_the_same(
    household: Household, alice: User, bob: User, client_of: ClientOf, runs: Held
) -> None:
    group = await in_thread(begin, household, alice, "@kitchen what is left?", "group")
    pages = [await page_of(person, group, household, client_of) for person in (alice, bob)]
    await perform(runs.next(), runs.script(*told()))
    for page in pages:
        await page.hear_answered()
        assert page.text == SAID
    assert 'data-from="me"' in str(pages[0].heard)
    assert 'data-from="other"' in str(pages[1].heard)


async def test_a_run_goes_on_when_nobody_watches(
    talk: Conversation, household: Household, alice: User, client_of: ClientOf, runs: Held
) -> None:
    page = await page_of(alice, talk, household, client_of)
    await page.hear()

    async def leave() -> None:
        await page.socket.disconnect()

    await perform(runs.next(), runs.script(Text(WORDS[0]), leave, *told()[1:]))
    assert (await in_thread(answer_in, talk)).state == "done"


async def test_what_is_said_and_decided_elsewhere_arrives(
    household: Household, alice: User, bob: User, client_of: ClientOf, runs: Held
) -> None:
    group = await in_thread(begin, household, alice, "@kitchen feta", "group")
    effect = [{"name": "Add feta"}]
    await perform(runs.next(), runs.script(Proposed("c1", "add", {}, effect), Ended(messages=[])))
    page = await page_of(bob, group, household, client_of)
    await page.hear_until("/approve/")
    await in_thread(say, group, alice, "I would say no")
    await page.hear_until("I would say no")
    await in_thread(_deny, group, alice)
    await page.hear_until("Declined")


def _deny(group: Conversation, by: User) -> None:
    with tenancy.scope(household=group.household_id, person=by.pk):
        run = Run.objects.get(conversation=group)
        deny_proposal(run.proposals.get(), by=by)


async def test_a_page_that_asks_finds_what_a_dead_process_left(
    talk: Conversation, household: Household, alice: User, client_of: ClientOf
) -> None:
    def die() -> None:
        with as_owner():
            Run.objects.update(state="running", lease_until=timezone.now() - timedelta(seconds=1))

    page = await page_of(alice, talk, household, client_of)
    await page.hear()
    await in_thread(die)
    await page.say()
    await page.hear_until("/retry/")


async def test_asked_it_always_answers(
    talk: Conversation, household: Household, alice: User, client_of: ClientOf
) -> None:
    page = await page_of(alice, talk, household, client_of)
    await page.hear()
    await page.say()
    news = await page.hear()
    assert (news["messages"], news["tails"], news["last"]) == ([], [], 2)


async def test_nobody_else_gets_a_socket(
    talk: Conversation,
    household: Household,
    bob: User,
    guest: User,
    stranger: User,
    other_household: Household,
    client_of: ClientOf,
) -> None:
    group = await in_thread(ConversationFactory, household=household, started_by=bob)
    for person, code, one in (
        (bob, household.code, talk),
        (stranger, household.code, talk),
        (stranger, other_household.code, talk),
        (guest, household.code, group),
    ):
        assert not await Page(await in_thread(client_of, person), code, one).open()
    assert not await Page(Client(), household.code, talk).open()


async def test_a_removed_member_is_told_nothing_more(household: Household, bob: User, client_of: ClientOf) -> None:
    talk = await in_thread(begin, household, bob)
    page = await page_of(bob, talk, household, client_of)
    await page.hear()
    membership = await in_thread(membership_of, bob, household)
    await in_thread(_remove, membership, household)
    assert await closing_code(page.socket) == 4404


def _remove(membership: Any, household: Household) -> None:
    with as_owner():
        membership.delete()
    with tenancy.scope(household=household.pk):
        announce(household, "people")


async def test_an_ended_session_hears_nothing_more(
    talk: Conversation, household: Household, alice: User, client_of: ClientOf
) -> None:
    page = await page_of(alice, talk, household, client_of)
    await page.hear()

    def end() -> None:
        with as_owner():
            Session.objects.all().delete()

    await in_thread(end)
    await page.say()
    assert await closing_code(page.socket) == 4404


@pytest.mark.parametrize("text", ["x", "[]", '{"first": 0}', '{"first": 0, "last": -1, "runs": {}}', "{" * 30_000])
async def test_what_is_not_understood_closes(
    text: str, talk: Conversation, household: Household, alice: User, client_of: ClientOf
) -> None:
    page = Page(await in_thread(client_of, alice), household.code, talk)
    assert await page.open()
    await page.socket.send_to(text)
    assert await closing_code(page.socket) == 4400


async def test_a_message_nobody_drew_before_is_whole(
    talk: Conversation, household: Household, alice: User, client_of: ClientOf, runs: Held
) -> None:
    """Also when the pieces of its log have been forgotten."""
    await perform(runs.next(), runs.script(*told()))
    run = await in_thread(run_in, talk)
    await in_thread(ProposalFactory, run=run)
    page = Page(await in_thread(client_of, alice), household.code, talk)
    page.shows = {"first": 1, "last": 2, "runs": {str(run.pk): 1}}
    await page.open()
    await page.say()
    await page.hear()
    assert page.text == SAID
