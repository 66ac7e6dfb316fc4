"""Every message is numbered, and a page that missed some gets them at once."""

import pytest

from accounts.models import Household, Notice, User
from tests.accounts.live import announce_once, in_thread, next_message, socket_of
from tests.conftest import ClientOf
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


async def test_the_first_message_says_where_the_page_stands(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    socket = socket_of(await in_thread(client_of, alice), household.code, 0)
    await socket.connect()
    assert await next_message(socket) == {"from": 0, "number": 0, "html": "", "kinds": []}
    await socket.disconnect()


async def test_a_change_arrives_with_its_number(household: Household, alice: User, client_of: ClientOf) -> None:
    socket = socket_of(await in_thread(client_of, alice), household.code, 0)
    await socket.connect()
    await next_message(socket)
    await in_thread(announce_once, household, "people")
    message = await next_message(socket)
    assert (message["from"], message["number"], message["kinds"]) == (0, 1, ["people"])
    assert "Alice" in message["html"]
    await socket.disconnect()


async def test_what_happened_before_connecting_comes_first(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    for _ in range(3):
        await in_thread(announce_once, household)
    socket = socket_of(await in_thread(client_of, alice), household.code, 1)
    await socket.connect()
    message = await next_message(socket)
    assert (message["from"], message["number"], message["kinds"]) == (1, 3, ["people"])
    await socket.disconnect()


async def test_a_gap_is_fetched_by_asking(household: Household, alice: User, client_of: ClientOf) -> None:
    for _ in range(4):
        await in_thread(announce_once, household)
    socket = socket_of(await in_thread(client_of, alice), household.code, 4)
    await socket.connect()
    await next_message(socket)
    await socket.send_to(text_data='{"since": 2}')
    message = await next_message(socket)
    assert (message["from"], message["number"], message["kinds"]) == (2, 4, ["people"])
    await socket.disconnect()


async def test_an_asking_page_is_answered_also_when_nothing_is_new(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    socket = socket_of(await in_thread(client_of, alice), household.code, 0)
    await socket.connect()
    await next_message(socket)
    await socket.send_to(text_data='{"since": 0}')
    assert (await next_message(socket))["number"] == 0
    await socket.disconnect()


@pytest.mark.parametrize("since", [0, 99])
async def test_a_page_older_than_what_is_kept_loads_again(
    household: Household, alice: User, client_of: ClientOf, since: int
) -> None:
    def forget_the_first() -> None:
        for _ in range(3):
            announce_once(household)
        with as_owner():
            Notice.objects.filter(number=1).delete()

    await in_thread(forget_the_first)
    socket = socket_of(await in_thread(client_of, alice), household.code, since)
    await socket.connect()
    assert await next_message(socket) == {"reload": True}
    await socket.disconnect()


async def test_another_households_changes_are_not_heard(
    household: Household, alice: User, other_household: Household, stranger: User, client_of: ClientOf
) -> None:
    socket = socket_of(await in_thread(client_of, alice), household.code, 0)
    await socket.connect()
    await next_message(socket)
    await in_thread(announce_once, other_household)
    assert await socket.receive_nothing(timeout=0.3)
    await socket.disconnect()


async def test_a_new_language_is_spoken_from_the_next_change(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    """Readers are judged anew each time; here the role: a guest made member reads as a member."""
    socket = socket_of(await in_thread(client_of, alice), household.code, 0)
    await socket.connect()
    await next_message(socket)
    await in_thread(announce_once, household, "nothing draws this")
    assert await next_message(socket) == {"from": 0, "number": 1, "html": "", "kinds": ["nothing draws this"]}
    await socket.disconnect()
