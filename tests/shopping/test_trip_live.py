"""Who is shopping, and what a list costs, in the open pages of the others."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from shopping.models import ShoppingList
from tests.accounts.live import in_thread, next_message, socket_of
from tests.conftest import ClientOf
from tests.shopping.rows import on_list

pytestmark = pytest.mark.django_db(transaction=True)


async def opened(client: Client, kept: ShoppingList) -> Any:
    socket = socket_of(client, kept.household.code, 0)
    assert (await socket.connect())[0]
    await next_message(socket)
    return socket


async def test_who_goes_shopping_stands_above_the_list(
    saturday: ShoppingList, alice: User, bob: User, client_of: ClientOf
) -> None:
    hers, his = [await in_thread(client_of, user) for user in (alice, bob)]
    socket = await opened(hers, saturday)
    path = f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/shop/"
    for deed, is_there in (("begin/", True), ("end/", False)):
        await in_thread(his.post, path + deed)
        message = await next_message(socket)
        assert {"trip", "people"} <= set(message["kinds"])
        assert f'id="shoppers_{saturday.pk}"' in message["html"]
        assert ("Bob is shopping" in message["html"]) is is_there
    await socket.disconnect()


async def test_a_tick_renews_the_sum_but_for_guests(
    saturday: ShoppingList, alice: User, guest: User, client_of: ClientOf
) -> None:
    (milk,) = await in_thread(on_list, saturday, "Milk", price=2)
    clients = [await in_thread(client_of, user) for user in (alice, guest)]
    sockets = [await opened(client, saturday) for client in clients]
    await in_thread(clients[0].post, f"/h/{saturday.household.code}/shopping/items/{milk.pk}/tick/")
    here, visiting = [(await next_message(socket))["html"] for socket in sockets]
    assert "€\u00a02.00 in the basket" in here
    assert "€" not in visiting
    for socket in sockets:
        await socket.disconnect()
