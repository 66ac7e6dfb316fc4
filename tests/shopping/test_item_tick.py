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


def send(client: Client, item: ShoppingListItem, verb: str, *, htmx: bool = False) -> Any:
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(f"/h/{item.household.code}/shopping/items/{item.pk}/{verb}/", headers=headers)


def test_ticking_twice_is_ticking_once(saturday: ShoppingList, alice: User, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    assert send(client_of(bob), milk, "tick").status_code == 302
    assert send(client_of(alice), milk, "tick").status_code == 302
    with as_owner():
        kept = ShoppingListItem.objects.get(pk=milk.pk)
        assert (kept.state, kept.ticked_by_id) == (ItemState.TICKED, bob.pk)
        assert Notice.objects.filter(kind="list", subject=saturday.pk).count() == 1
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


def test_htmx_gets_the_list_and_what_goes_along(saturday: ShoppingList, guest: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    page = send(client_of(guest), milk, "tick", htmx=True).content.decode()
    assert page.strip().startswith("<div")
    assert f'id="list_{saturday.pk}"' in page
    assert 'aria-checked="true"' in page
    assert "Greta has it" in page
    assert page.count("hx-swap-oob") == 1


@pytest.mark.parametrize("state", [ItemState.PUT_AWAY, ItemState.REMOVED])
def test_what_is_gone_is_refused_with_the_list_as_it_is(
    state: str, saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    (milk,) = on_list(saturday, "Milk", state=state)
    for htmx in (True, False):
        answer = send(client_of(bob), milk, "tick", htmx=htmx)
        assert answer.status_code == 422
        assert "Milk" in answer.content.decode()
    assert state_of(milk) == state


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
        assert Notice.objects.filter(kind="list").count() == 1
