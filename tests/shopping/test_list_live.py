"""What one ticks in the shop, the others see in their own pages."""

import re
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


def headings(html: str) -> list[str]:
    """The groups of the drawn list, in their order."""
    return [
        " ".join(re.sub(r"<[^>]*>", " ", found).split()) for found in re.findall(r"<h2 class=\"group\".*?</h2>", html)
    ]


async def test_a_tick_moves_the_row_into_the_basket_of_every_page(
    saturday: ShoppingList, alice: User, bob: User, guest: User, client_of: ClientOf
) -> None:
    milk, _leeks = await in_thread(on_list, saturday, "Milk", "Leeks")
    at_home, in_the_shop, visiting = [await in_thread(client_of, user) for user in (alice, bob, guest)]
    sockets = [await opened(client, saturday) for client in (at_home, visiting)]
    tick = f"/h/{saturday.household.code}/shopping/items/{milk.pk}/tick/"
    assert (await in_thread(in_the_shop.post, tick)).status_code == 302
    messages = [await next_message(socket) for socket in sockets]
    for message in messages:
        assert message["kinds"] == ["list"]
        assert f'id="list_{saturday.pk}"' in message["html"]
        assert headings(message["html"]) == ["🛍️ Everything else 1", "🧺 In the basket 1"]
        assert "Bob has it" in message["html"]
    here, guests = (message["html"] for message in messages)
    assert f"items/{milk.pk}/edit/" in here
    assert "Put it away" in here
    assert f"items/{milk.pk}/edit/" not in guests
    assert "Put it away" not in guests
    for socket in sockets:
        await socket.disconnect()


async def test_the_last_one_leaves_its_aisle(saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    (milk,) = await in_thread(on_list, saturday, "Milk")
    client = await in_thread(client_of, alice)
    socket = await opened(client, saturday)
    for verb, groups in (("tick", ["🧺 In the basket 1"]), ("untick", ["🛍️ Everything else 1"])):
        await in_thread(client.post, f"/h/{saturday.household.code}/shopping/items/{milk.pk}/{verb}/")
        assert headings((await next_message(socket))["html"]) == groups
    await socket.disconnect()


async def test_what_is_added_stands_in_the_open_page(saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    client = await in_thread(client_of, alice)
    socket = await opened(client, saturday)
    line = {"id": "0192f000-0000-7000-8000-000000000001", "shopping_list": str(saturday.pk), "line": "1 l milk"}
    await in_thread(client.post, f"/h/{saturday.household.code}/shopping/items/new/", line)
    message = await next_message(socket)
    assert set(message["kinds"]) == {"feed", "list"}
    assert "Alice added it" in message["html"]
    await socket.disconnect()
