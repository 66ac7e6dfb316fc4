"""shopping:item.tick, shopping:item.untick"""

from typing import Any

import pytest
from django.test import Client

from accounts.models import Activity, Household, Notice, User
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from shopping.services.item import tick_item
from tests.accounts.races import at_once
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.rows import on_list, state_of


def send(client: Client, item: ShoppingListItem, verb: str) -> Any:
    return client.post(f"/h/{item.household.code}/shopping/items/{item.pk}/{verb}/")


def test_ticking_twice_is_ticking_once(saturday: ShoppingList, alice: User, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    assert send(client_of(bob), milk, "tick").status_code == 302
    assert send(client_of(alice), milk, "tick").status_code == 302
    with as_owner():
        kept = ShoppingListItem.objects.get(pk=milk.pk)
        assert (kept.state, kept.ticked_by_id) == (ItemState.TICKED, bob.pk)
        assert Notice.objects.filter(kind="item", subject=milk.pk).count() == 1
        # Thirty ticks would bury everything else that happened.
        assert not Activity.objects.exists()


def test_unticked_it_is_to_be_bought_again(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk", ticked=True, ticked_by=bob)
    client = client_of(bob)
    for _ in range(2):
        assert send(client, milk, "untick").status_code == 302
    with as_owner():
        kept = ShoppingListItem.objects.get(pk=milk.pk)
        assert (kept.state, kept.ticked_by, kept.ticked_at) == (ItemState.OPEN, None, None)


def test_what_was_put_away_stays_so(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk", state=ItemState.PUT_AWAY)
    client = client_of(bob)
    assert send(client, milk, "tick").status_code == 302
    answer = send(client, milk, "untick")
    assert answer.status_code == 422
    assert "Milk has been put away already." in answer.content.decode()
    assert state_of(milk) == ItemState.PUT_AWAY


def test_what_was_taken_off_and_bought_all_the_same(
    saturday: ShoppingList, alice: User, bob: User, client_of: ClientOf
) -> None:
    (milk,) = on_list(saturday, "Milk", state=ItemState.REMOVED, removed_by=alice)
    client = client_of(bob)
    page = client.get(send(client, milk, "tick")["Location"]).content.decode()
    assert "Alice took it off, Bob has it all the same" in page
    assert state_of(milk) == ItemState.TICKED


def test_strangers_find_nothing(
    saturday: ShoppingList, stranger: User, other_household: Household, client_of: ClientOf
) -> None:
    (milk,) = on_list(saturday, "Milk")
    client = client_of(stranger)
    for code in (saturday.household.code, other_household.code):
        for verb in ("tick", "untick", "remove", "edit"):
            assert client.post(f"/h/{code}/shopping/items/{milk.pk}/{verb}/").status_code == 404
    assert state_of(milk) == ItemState.OPEN


@pytest.mark.django_db(transaction=True)
def test_two_in_the_shop_at_once(saturday: ShoppingList, alice: User, bob: User) -> None:
    (milk,) = on_list(saturday, "Milk")

    def work(by: User) -> Any:
        return by, saturday.household, lambda ready: (ready(), tick_item(milk, by=by))

    assert at_once(work(alice), work(bob)) == []
    with as_owner():
        assert Notice.objects.filter(kind="item").count() == 1
