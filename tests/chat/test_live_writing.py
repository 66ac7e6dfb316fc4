"""Who is writing: heard by the others at a conversation of the household, and by nobody else."""

import json
from typing import Any

import pytest

from accounts.models import Household, User
from chat.live import writing
from chat.live.protocol import WRITING
from chat.models import Conversation
from tests.accounts.live import in_thread
from tests.chat.held import begin
from tests.chat.stream import Page
from tests.conftest import ClientOf

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def talk(household: Household, alice: User) -> Conversation:
    return begin(household, alice, "Who cooks?", "group")


async def page_of(person: User, talk: Conversation, household: Household, client_of: ClientOf) -> Page:
    page = Page(await in_thread(client_of, person), household.code, talk)
    assert await page.open()
    await page.say()
    await page.hear()
    return page


async def heard(page: Page) -> Any:
    return json.loads(await page.socket.receive_from(timeout=5))


async def test_the_others_see_it_and_who_writes_does_not(
    talk: Conversation,
    household: Household,
    alice: User,
    bob: User,
    client_of: ClientOf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writing, "PAUSE", 10_000.0)
    hers, his, again = [await page_of(one, talk, household, client_of) for one in (alice, bob, bob)]
    for _key in range(3):
        await his.socket.send_to(WRITING)
    assert await heard(hers) == {"writing": bob.called}
    for page in (hers, his, again):
        await page.say()
        # Once is enough for a while; and what comes next is what was asked for.
        assert "messages" in await heard(page)


async def test_nobody_hears_it_of_ones_own(household: Household, alice: User, client_of: ClientOf) -> None:
    talk = await in_thread(begin, household, alice)
    one, other = [await page_of(alice, talk, household, client_of) for _window in range(2)]
    await one.socket.send_to(WRITING)
    for page in (one, other):
        await page.say()
        assert "messages" in await heard(page)


@pytest.mark.parametrize("frame", ['{"writing":1}', '{"writing":"<b>"}', '{"writing":true,"name":"Alice"}'])
async def test_what_says_more_is_not_understood(
    frame: str, talk: Conversation, household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    hers, his = [await page_of(one, talk, household, client_of) for one in (alice, bob)]
    await his.socket.send_to(frame)
    assert (await his.socket.receive_output(timeout=5))["type"] == "websocket.close"
    await hers.say()
    assert "messages" in await heard(hers)


async def test_strangers_and_guests_have_no_line_to_write_on(
    talk: Conversation, household: Household, guest: User, stranger: User, client_of: ClientOf
) -> None:
    for person in (guest, stranger):
        assert not await Page(await in_thread(client_of, person), household.code, talk).open()
