"""What many sockets of one process need is asked for and drawn once."""

from typing import Any
from uuid import UUID

import pytest

from accounts.live import drawing, sharing
from accounts.live.protocol import BROKEN
from accounts.live.seat import Reader
from accounts.models import Household, User
from tests.accounts.live import announce_once, closing_code, in_thread, next_message, socket_of
from tests.conftest import ClientOf

pytestmark = pytest.mark.django_db(transaction=True)
SOCKETS = 12


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Reader]:
    """The readers that the kind "probe" was drawn for."""
    readers: list[Reader] = []

    def probe(household: Household, subject: UUID | None, reader: Reader) -> str:
        readers.append(reader)
        return f"<p id='probe'>for {reader.role}</p>"

    monkeypatch.setitem(drawing.drawings._entries, "probe", probe)
    return readers


async def connected(clients: list[Any], household: Household) -> list[Any]:
    sockets = [socket_of(clients[at % len(clients)], household.code, 0) for at in range(SOCKETS)]
    for socket in sockets:
        assert (await socket.connect())[0]
        await next_message(socket)
    return sockets


async def test_a_change_is_drawn_once_for_each_kind_of_reader(
    household: Household, alice: User, guest: User, client_of: ClientOf, drawn: list[Reader]
) -> None:
    clients = [await in_thread(client_of, user) for user in (alice, guest)]
    sockets = await connected(clients, household)
    await in_thread(announce_once, household, "probe")
    messages = [await next_message(socket) for socket in sockets]
    assert {message["html"] for message in messages} == {f"<p id='probe'>for {role}</p>" for role in ("owner", "guest")}
    assert sorted(reader.role for reader in drawn) == ["guest", "owner"]
    for socket in sockets:
        await socket.disconnect()


async def test_the_same_change_many_times_is_drawn_once(
    household: Household, alice: User, client_of: ClientOf, drawn: list[Reader]
) -> None:
    for _ in range(5):
        await in_thread(announce_once, household, "probe")
    socket = socket_of(await in_thread(client_of, alice), household.code, 0)
    await socket.connect()
    message = await next_message(socket)
    assert (message["number"], message["kinds"], len(drawn)) == (5, ["probe"], 1)
    await socket.disconnect()


async def test_too_many_changes_are_not_told_one_by_one(
    household: Household, alice: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "MOST_CHANGES", 1)
    for kind in ("people", "household"):
        await in_thread(announce_once, household, kind)
    socket = socket_of(await in_thread(client_of, alice), household.code, 0)
    await socket.connect()
    assert await next_message(socket) == {"reload": True}
    await socket.disconnect()


async def test_a_drawing_that_fails_leaves_the_others(
    household: Household, alice: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(household: Household, subject: UUID | None, reader: Reader) -> str:
        return str(User.objects.raw("SELECT no_such_column FROM accounts_user")[0])

    monkeypatch.setitem(drawing.drawings._entries, "probe", broken)
    for kind in ("probe", "people"):
        await in_thread(announce_once, household, kind)
    socket = socket_of(await in_thread(client_of, alice), household.code, 0)
    await socket.connect()
    message = await next_message(socket)
    assert message["kinds"] == ["probe", "people"]
    assert "Alice" in message["html"]
    await socket.disconnect()


async def test_a_database_that_fails_closes_the_socket_and_not_for_good(
    household: Household, alice: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = await in_thread(client_of, alice)
    socket = socket_of(client, household.code, 0)
    await socket.connect()
    await next_message(socket)
    with monkeypatch.context() as patch:

        async def fails(*args: Any) -> None:
            raise OSError("the database is away")

        patch.setattr(sharing.sights, "_look", fails)
        await in_thread(announce_once, household, "people")
        assert await closing_code(socket) == BROKEN
    again = socket_of(client, household.code, 0)
    await again.connect()
    assert (await next_message(again))["number"] == 1
    await again.disconnect()
