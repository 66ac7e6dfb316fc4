"""shopping:bought.index and shopping:bought.add: everything that was ever bought, once more with one tap."""

import pytest
from django.test import Client

from accounts.models import Household, User
from kitchen.ids import new_id
from shopping.models import ShoppingList
from tests.conftest import ClientOf
from tests.factories.shopping import ShoppingListFactory
from tests.shopping.history import bought
from tests.shopping.rows import on_list, rows

FRAGMENT = {"HX-Request": "true"}


@pytest.fixture
def client(alice: User, client_of: ClientOf) -> Client:
    return client_of(alice)


def url(household: Household, rest: str = "") -> str:
    return f"/h/{household.code}/shopping/bought/{rest}"


def words(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_everything_is_there_and_found(household: Household, saturday: ShoppingList, client: Client) -> None:
    assert "stands here from then on" in words(client, url(household))
    bought(saturday, "Milk", 3, 9, 15, 21, 27)
    bought(saturday, "Candles", 2000, linked=False)
    on_list(saturday, "Candles")
    page = words(client, url(household))
    assert "2 things, each once more with one tap." in page
    assert "5 times · every 6 days, last 3 days ago" in page
    assert "1 time · last 2000 days ago · on a list" in page
    found = client.get(url(household), {"q": "CANDLE"}, headers=FRAGMENT).content.decode()
    assert "Candles" in found
    assert "Milk" not in found
    assert "Nothing that was bought here is called “zzz”." in words(client, url(household, "?q=zzz"))


def test_pages_of_thirty(household: Household, saturday: ShoppingList, client: Client) -> None:
    for n in range(33):
        bought(saturday, f"Thing number {n:02}", n + 1, linked=False)
    assert client.get(url(household)).content.decode().count('name="line"') == 30
    for odd in ("2", "99"):
        assert client.get(url(household, f"?page={odd}")).content.decode().count('name="line"') == 3
    assert client.get(url(household, "?page=x")).status_code == 200


def test_a_tap_adds_it_once_to_the_list_that_was_asked_for(
    household: Household, saturday: ShoppingList, client: Client
) -> None:
    party = ShoppingListFactory(household=household, name="Party", position=1)
    sent = {"id": new_id(), "shopping_list": party.pk, "line": "2 l Milk"}
    for _ in range(2):
        answer = client.post(url(household, "add/"), sent, headers=FRAGMENT)
        assert answer.status_code == 200
    assert rows(party) == [("Milk", 2, "l")]
    assert rows(saturday) == []
    assert client.post(url(household, "add/"), {**sent, "line": "Bread"})["Location"].endswith(f"/lists/{party.pk}/")
    assert client.post(url(household, "add/"), {"line": ""}, headers=FRAGMENT).status_code == 422


def test_others_and_guests(
    household: Household,
    saturday: ShoppingList,
    guest: User,
    stranger: User,
    other_household: Household,
    client_of: ClientOf,
) -> None:
    sent = {"id": new_id(), "shopping_list": saturday.pk, "line": "Milk"}
    assert client_of(guest).get(url(household)).status_code == 403
    assert client_of(guest).post(url(household, "add/"), sent).status_code == 403
    assert client_of(stranger).get(url(household)).status_code == 404
    assert client_of(stranger).post(url(other_household, "add/"), sent).status_code == 404
    assert rows(saturday) == []
