"""The socket of shopping:public.show: a visitor hears of the one list that is shared, until it is revoked."""

from typing import Any

import pytest
from channels.testing import WebsocketCommunicator

from accounts.live.protocol import GONE
from accounts.models import User
from kitchen import tenancy
from kitchen.asgi import application
from shopping.models import ShoppingList
from shopping.services.item import tick_item
from shopping.services.link import revoke_link
from shopping.services.list_aside import archive_list
from tests.accounts.live import closing_code, in_thread, next_message
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ShoppingListFactory
from tests.shopping.rows import on_list
from tests.shopping.visits import asks, send, shared

pytestmark = pytest.mark.django_db(transaction=True)


def socket_of(token: str, since: int = 0) -> WebsocketCommunicator:
    return WebsocketCommunicator(application, f"/l/{token}/live/?since={since}", [(b"origin", b"http://localhost")])


def ticked(item: Any, by: User) -> None:
    with tenancy.scope(household=item.household_id, person=by.pk):
        tick_item(item, by=by)


async def opened(token: str, since: int = 0) -> Any:
    socket = socket_of(token, since)
    assert (await socket.connect())[0]
    await next_message(socket)
    return socket


async def test_a_visitor_sees_a_tick_from_home_and_home_sees_the_visitors(
    saturday: ShoppingList, alice: User, bob: User, client_of: ClientOf
) -> None:
    milk, bread = await in_thread(on_list, saturday, "Milk", "Bread", added_by=bob)
    link = await in_thread(shared, saturday, alice)
    socket = await opened(link.token)
    await in_thread(ticked, milk, bob)
    message = await next_message(socket)
    assert (message["from"], message["number"]) == (0, 1)
    assert f'id="item_{milk.pk}"' in message["html"]
    assert f"/l/{link.token}/items/{milk.pk}/untick/" in message["html"]
    assert "1 of 2 in the basket" in message["html"]
    for private in ("Bob", saturday.household.code, "Bread"):
        assert private not in message["html"]
    answer = await in_thread(send, await in_thread(client_of, alice), link.token, asks("tick", bread.pk, saturday.pk))
    assert answer.status_code == 200
    assert f'id="item_{bread.pk}"' in (await next_message(socket))["html"]
    await socket.disconnect()


async def test_what_happens_to_other_lists_is_not_told_not_even_by_a_number(
    saturday: ShoppingList, alice: User, bob: User
) -> None:
    presents = await in_thread(ShoppingListFactory, household=saturday.household, name="Presents")
    (watch,) = await in_thread(on_list, presents, "Watch")
    (milk,) = await in_thread(on_list, saturday, "Milk")
    socket = await opened((await in_thread(shared, saturday, alice)).token)
    await in_thread(ticked, watch, bob)
    await in_thread(ticked, milk, bob)
    message = await next_message(socket)
    assert message["number"] == 1
    assert "Milk" in message["html"]
    assert "Watch" not in message["html"]
    await socket.disconnect()


@pytest.mark.parametrize("end", [revoke_link, archive_list])
async def test_the_socket_closes_when_the_list_is_no_longer_shared(
    end: Any, saturday: ShoppingList, alice: User
) -> None:
    link = await in_thread(shared, saturday, alice)
    socket = await opened(link.token)

    def stop() -> None:
        with tenancy.scope(household=saturday.household_id, person=alice.pk):
            end(saturday, by=alice)

    await in_thread(stop)
    assert await closing_code(socket) == GONE
    assert not (await socket_of(link.token).connect())[0]


async def test_an_address_that_was_never_made_opens_no_socket(saturday: ShoppingList) -> None:
    for token in ("a" * 32, "short"):
        assert not (await socket_of(token).connect())[0]


async def test_after_sleep_everything_since_is_told_also_what_has_gone(
    saturday: ShoppingList, alice: User, bob: User
) -> None:
    milk, bread = await in_thread(on_list, saturday, "Milk", "Bread")
    link = await in_thread(shared, saturday, alice)
    await in_thread(ticked, milk, bob)

    def removed() -> None:
        with as_owner():
            type(bread).objects.filter(pk=bread.pk).update(state="removed", number=2)
            ShoppingList.objects.filter(pk=saturday.pk).update(number=2)

    await in_thread(removed)
    socket = socket_of(link.token, 1)
    await socket.connect()
    message = await next_message(socket)
    assert (message["from"], message["number"]) == (1, 2)
    assert 'data-state="gone"' in message["html"]
    assert "Bread" not in message["html"]
    await socket.disconnect()
