"""Who gets a socket, and who keeps it."""

from importlib import import_module

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import Household, Membership, User
from tests.accounts.live import announce_once, closing_code, in_thread, next_message, socket_of
from tests.conftest import ClientOf
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("path", ["its own", "unknown"])
async def test_anonymous_is_refused_before_accepting(household: Household, path: str) -> None:
    code = household.code if path == "its own" else "nowhere2"
    assert (await socket_of(Client(), code, 0).connect())[0] is False


async def test_a_stranger_is_refused_as_for_an_unknown_household(
    household: Household, alice: User, stranger: User, client_of: ClientOf
) -> None:
    client = await in_thread(client_of, stranger)
    refused, reason = await socket_of(client, household.code, 0).connect()
    assert (refused, reason) == await socket_of(client, "nowhere2", 0).connect()
    assert refused is False


async def test_another_sites_page_is_refused(household: Household, alice: User, client_of: ClientOf) -> None:
    client = await in_thread(client_of, alice)
    assert (await socket_of(client, household.code, 0, origin="http://evil.example").connect())[0] is False


async def test_a_changed_password_ends_the_seat(household: Household, alice: User, client_of: ClientOf) -> None:
    client = await in_thread(client_of, alice)

    def change() -> None:
        with as_owner():
            alice.set_password("another long pass phrase")
            alice.save()

    await in_thread(change)
    assert (await socket_of(client, household.code, 0).connect())[0] is False


async def test_a_removed_member_is_told_nothing_more(
    household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    socket = socket_of(await in_thread(client_of, bob), household.code, 0)
    assert (await socket.connect())[0]
    await next_message(socket)

    def remove() -> None:
        with as_owner():
            Membership.objects.get(user=bob).delete()

    await in_thread(remove)
    await in_thread(announce_once, household)
    assert await closing_code(socket) == 4404
    await socket.disconnect()


async def test_an_ended_session_is_told_nothing_more(household: Household, alice: User, client_of: ClientOf) -> None:
    client = await in_thread(client_of, alice)
    socket = socket_of(client, household.code, 0)
    assert (await socket.connect())[0]
    await next_message(socket)
    store = import_module(settings.SESSION_ENGINE).SessionStore
    await in_thread(store(client.cookies[settings.SESSION_COOKIE_NAME].value).delete)
    await in_thread(announce_once, household)
    assert await closing_code(socket) == 4404
    await socket.disconnect()


@pytest.mark.parametrize("text", ["{}", '{"since": -1}', '{"since": 1e9}', "[]", '{"since": "1"}', "x" * 5000])
async def test_what_is_not_understood_closes_the_socket(
    household: Household, alice: User, client_of: ClientOf, text: str
) -> None:
    socket = socket_of(await in_thread(client_of, alice), household.code, 0)
    assert (await socket.connect())[0]
    await next_message(socket)
    await socket.send_to(text_data=text)
    assert await closing_code(socket) == 4400
    await socket.disconnect()
