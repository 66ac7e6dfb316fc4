"""shopping:item.create: the quick add line."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from shopping.models import ShoppingList
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.rows import rows


def url(household: Household) -> str:
    return f"/h/{household.code}/shopping/items/new/"


def send(client: Client, kept: ShoppingList, line: str, *, id: UUID | None = None) -> Any:
    data = {"id": id or new_id(), "shopping_list": kept.pk, "line": line}
    return client.post(url(kept.household), data)


def test_one_line_brings_many_things(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    answer = send(client, saturday, "oat milk 2 l, 4x 400g chopped tomatoes, bread")
    assert answer.status_code == 302
    assert rows(saturday) == [
        ("Bread", None, ""),
        ("Chopped tomatoes", Decimal(1600), "g"),
        ("Oat milk", Decimal(2), "l"),
    ]
    page = client.get(answer["Location"]).content.decode()
    assert "4 × 400 g" in page
    with as_owner():
        told = Activity.objects.get(household=saturday.household)
    assert told.verb == "item.added"
    assert f"/feed/{told.pk}/undo/" in page


def test_says_what_has_become_one(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    send(client, saturday, "milk 1 l")
    answer = send(client, saturday, "500 ml milk")
    assert "Milk: 1 l and 500 ml are now 1.5 l." in client.get(answer["Location"]).content.decode()


def test_other_words_on_a_page_gone_back_to_are_another_thing(
    saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    client, same = client_of(bob), new_id()
    for line in ("bread", "milk 1 l"):
        send(client, saturday, line, id=same)
    assert [name for name, *_ in rows(saturday)] == ["Bread", "Milk"]


def test_sent_twice_it_is_there_once(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client, id = client_of(bob), new_id()
    for _ in range(2):
        assert send(client, saturday, "milk 1 l", id=id).status_code == 302
    assert rows(saturday) == [("Milk", Decimal(1), "l")]


def test_what_cannot_be_read_stays_in_the_line(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    answer = send(client_of(bob), saturday, "bread, 0 kg flour")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert ">0 kg flour</textarea>" in page
    assert 'aria-invalid="true"' in page
    assert rows(saturday) == [("Bread", None, "")]


@pytest.mark.parametrize("line", ["", "   ", "x" * 12_001, "x" * 200, "99999999 kg rice"])
def test_bad_lines_are_refused(line: str, saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    answer = send(client_of(bob), saturday, line)
    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()
    assert rows(saturday) == []


def test_an_odd_id_is_refused_in_a_sentence(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    answer = client_of(bob).post(url(saturday.household), {"id": "x", "line": "milk"})
    assert answer.status_code == 422
    assert "open the page again" in answer.content.decode()


def test_a_list_of_others_is_none(
    saturday: ShoppingList, other_household: Household, stranger: User, guest: User, client_of: ClientOf
) -> None:
    line = {"id": new_id(), "shopping_list": saturday.pk, "line": "milk"}
    assert client_of(stranger).post(url(other_household), line).status_code == 404
    assert client_of(stranger).post(url(saturday.household), line).status_code == 404
    assert client_of(guest).post(url(saturday.household), line).status_code == 403
    assert rows(saturday) == []
