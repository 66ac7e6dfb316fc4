"""shopping:item.edit, shopping:item.remove"""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from accounts.models import Activity, User
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.rows import on_list, rows, state_of


def url(item: ShoppingListItem, verb: str = "edit") -> str:
    return f"/h/{item.household.code}/shopping/items/{item.pk}/{verb}/"


def words(**others: Any) -> dict[str, Any]:
    return {"name": "Milk", "amount": "1.5 l", "note": "", "category": "", **others}


def undo(client: Client, item: ShoppingListItem) -> int:
    with as_owner():
        newest = Activity.objects.filter(household=item.household).latest("number")
    return client.post(f"/h/{item.household.code}/feed/{newest.pk}/undo/").status_code


def test_what_is_there_can_be_changed_and_taken_back(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk", quantity=1, unit="l", category_id=7)
    client = client_of(bob)
    page = client.get(url(milk)).content.decode()
    assert 'value="1 l"' in page
    answer = client.post(url(milk), words(name="Oat milk", amount="2 cartons", note="barista", category="7"))
    assert answer.status_code == 302
    assert rows(saturday) == [("Oat milk", Decimal(2), "carton")]
    assert "barista" in client.get(answer["Location"]).content.decode()
    assert undo(client, milk) == 302
    assert rows(saturday) == [("Milk", Decimal(1), "l")]


def test_an_aisle_that_somebody_chose_stays(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (candles,) = on_list(saturday, "Candles")
    client = client_of(bob)
    client.post(url(candles), words(name="Candles", amount="", category="15"))
    assert "Baking" in client.get(f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/").content.decode()


def test_htmx_gets_the_form_for_the_dialog(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    page = client_of(bob).get(url(milk), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert f'action="{url(milk)}"' in page
    assert f'action="{url(milk, "remove")}"' in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "x" * 121},
        {"amount": "much"},
        {"amount": "0 g"},
        {"amount": "1 blorb"},
        {"category": "99"},
    ],
)
def test_bad_input_is_refused_and_what_was_typed_stays(
    wrong: dict[str, str], saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    (milk,) = on_list(saturday, "Milk")
    answer = client_of(bob).post(url(milk), words(note="the blue one", **wrong))
    assert answer.status_code == 422
    assert "the blue one" in answer.content.decode()
    assert rows(saturday) == [("Milk", None, "")]


def test_taken_off_and_brought_back(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk", ticked=True)
    client = client_of(bob)
    for _ in range(2):
        assert client.post(url(milk, "remove")).status_code == 302
    assert state_of(milk) == ItemState.REMOVED
    assert undo(client, milk) == 302
    assert state_of(milk) == ItemState.TICKED


def test_undo_refuses_what_was_changed_since(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    client = client_of(bob)
    client.post(url(milk), words(amount="2 l"))
    with as_owner():
        first = Activity.objects.latest("number")
    client.post(url(milk), words(amount="3 l"))
    assert client.post(f"/h/{saturday.household.code}/feed/{first.pk}/undo/").status_code == 422
    assert rows(saturday) == [("Milk", Decimal(3), "l")]


def test_guests_change_nothing(saturday: ShoppingList, guest: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    client = client_of(guest)
    assert client.get(url(milk)).status_code == 403
    assert client.post(url(milk, "remove")).status_code == 403
    assert state_of(milk) == ItemState.OPEN
