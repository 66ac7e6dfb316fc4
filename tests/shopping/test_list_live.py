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
ROW = re.compile(r'<li class="item".*?data-item="([^"]+)".*?data-number="(\d+)".*?data-state="(\w+)"', re.DOTALL)


def states(html: str) -> dict[str, tuple[str, str]]:
    """Of the rows that were drawn: number and state by item."""
    return {item: (number, state) for item, number, state in ROW.findall(html)}


async def opened(client: Client, kept: ShoppingList) -> Any:
    socket = socket_of(client, kept.household.code, 0)
    assert (await socket.connect())[0]
    await next_message(socket)
    return socket


async def test_a_tick_draws_one_row_in_every_page(
    saturday: ShoppingList, alice: User, bob: User, guest: User, client_of: ClientOf
) -> None:
    milk, leeks = await in_thread(on_list, saturday, "Milk", "Leeks")
    at_home, in_the_shop, visiting = [await in_thread(client_of, user) for user in (alice, bob, guest)]
    sockets = [await opened(client, saturday) for client in (at_home, visiting)]
    tick = f"/h/{saturday.household.code}/shopping/items/{milk.pk}/tick/"
    assert (await in_thread(in_the_shop.post, tick)).status_code == 302
    here, guests = [await next_message(socket) for socket in sockets]
    for message in (here, guests):
        assert message["kinds"] == ["item", "tally"]
        assert states(message["html"]) == {str(milk.pk): ("1", "ticked")}
        assert "Bob has it" in message["html"]
        assert "of 2 in the basket" in " ".join(re.sub(r"<[^>]*>", "", message["html"]).split())
    assert f"items/{milk.pk}/edit/" in here["html"]
    assert "put-away" in here["html"]
    assert f"items/{milk.pk}/edit/" not in guests["html"]
    assert "put-away" not in guests["html"]
    for socket in sockets:
        await socket.disconnect()
    assert str(leeks.pk) not in here["html"]


async def test_what_was_taken_off_is_told_as_gone(saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    (milk,) = await in_thread(on_list, saturday, "Milk")
    client = await in_thread(client_of, alice)
    socket = await opened(client, saturday)
    await in_thread(client.post, f"/h/{saturday.household.code}/shopping/items/{milk.pk}/remove/")
    message = await next_message(socket)
    assert states(message["html"]) == {str(milk.pk): ("1", "gone")}
    assert f"items/{milk.pk}/" not in message["html"]
    await socket.disconnect()


async def test_what_is_added_stands_in_the_open_page(saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    client = await in_thread(client_of, alice)
    socket = await opened(client, saturday)
    line = {"id": "0192f000-0000-7000-8000-000000000001", "shopping_list": str(saturday.pk), "line": "1 l milk"}
    await in_thread(client.post, f"/h/{saturday.household.code}/shopping/items/new/", line)
    message = await next_message(socket)
    assert set(message["kinds"]) == {"feed", "item", "tally"}
    assert "Alice added it" in message["html"]
    await socket.disconnect()
