"""shopping:list.copy"""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from accounts.models import Activity, User
from kitchen.ids import new_id
from shopping.models import ItemState, ListOperation, ShoppingList
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.rows import on_list, rows


def url(kept: ShoppingList) -> str:
    return f"/h/{kept.household.code}/shopping/lists/{kept.pk}/copy/"


def words(**others: Any) -> dict[str, Any]:
    return {"id": new_id(), "name": "Next Saturday", "emoji": "🛒", "extent": "all", **others}


def copied(answer: Any) -> ShoppingList:
    with as_owner():
        return ShoppingList.objects.select_related("household").get(pk=UUID(answer["Location"].split("/")[-2]))


@pytest.fixture
def shopped(saturday: ShoppingList) -> ShoppingList:
    on_list(saturday, "Milk", quantity=2, unit="l", note="fresh", price=Decimal(3))
    on_list(saturday, "Bread", state=ItemState.TICKED)
    on_list(saturday, "Eggs", "Eggs", quantity=6, unit="piece", state=ItemState.PUT_AWAY)
    on_list(saturday, "Never mind", state=ItemState.REMOVED)
    return saturday


def test_everything_that_was_on_it_is_to_be_bought_again(shopped: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client, same = client_of(bob), words()
    page = client.get(url(shopped)).content.decode()
    assert "(1)" in page
    assert "(3)" in page
    answers = [client.post(url(shopped), same) for _ in range(2)]
    made = copied(answers[0])
    assert answers[0]["Location"] == answers[1]["Location"]
    assert rows(made) == [("Bread", None, ""), ("Eggs", Decimal(6), "piece"), ("Milk", Decimal(2), "l")]
    with as_owner():
        assert ShoppingList.objects.count() == 2
        milk = made.items.get(name="Milk")
        # What it cost is of that day; what it is goes along.
        assert (milk.note, milk.price, milk.added_by_id) == ("fresh", None, bob.pk)
        assert list(ListOperation.objects.filter(shopping_list=made).values_list("number", "kind")) == [
            (number, "add") for number in (1, 2, 3)
        ]
    assert rows(shopped) == [("Milk", Decimal(2), "l")]


def test_only_what_is_open_goes_along_where_that_is_wanted(
    shopped: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    made = copied(client_of(bob).post(url(shopped), words(extent="open")))
    assert (made.name, rows(made)) == ("Next Saturday", [("Milk", Decimal(2), "l")])


def test_a_copy_is_taken_back_until_somebody_shops_with_it(
    shopped: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    client, answers = client_of(bob), []
    for touched in (False, True):
        made = copied(client.post(url(shopped), words()))
        with as_owner():
            told = Activity.objects.get(verb="list.copied", subject=made.pk)
            item = made.items.first()
        assert item
        if touched:
            client.post(f"/h/{shopped.household.code}/shopping/items/{item.pk}/tick/")
        answers.append(client.post(f"/h/{shopped.household.code}/feed/{told.pk}/undo/").status_code)
    assert answers == [302, 422]


@pytest.mark.parametrize("wrong", [{"name": ""}, {"name": "x" * 61}, {"extent": "some"}, {"id": "x"}])
def test_bad_input_is_refused(wrong: dict[str, str], shopped: ShoppingList, bob: User, client_of: ClientOf) -> None:
    assert client_of(bob).post(url(shopped), words(**wrong)).status_code == 422
    with as_owner():
        assert ShoppingList.objects.count() == 1


def test_strangers_and_guests_copy_nothing(
    shopped: ShoppingList, stranger: User, guest: User, client_of: ClientOf
) -> None:
    assert client_of(stranger).post(url(shopped), words()).status_code == 404
    assert client_of(guest).post(url(shopped), words()).status_code == 403
