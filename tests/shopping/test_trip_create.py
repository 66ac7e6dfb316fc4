"""shopping:trip.create, shopping:trip.end, shopping:trip.show"""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Household, Notice, User
from shopping.models import ShoppingList, ShoppingListItem, ShoppingTrip
from shopping.services.trip import end_forgotten, start_trip
from shopping.trip_times import FORGOTTEN
from tests.accounts.races import at_once
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ShoppingListFactory
from tests.shopping.rows import on_list
from tests.shopping.shops import as_member, kept_trip, store, ticked_at, trip


def go(client: Client, kept: ShoppingList, deed: str = "begin", *, htmx: bool = False) -> Any:
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(f"/h/{kept.household.code}/shopping/lists/{kept.pk}/shop/{deed}/", headers=headers)


def page(client: Client, kept: ShoppingList, more: str = "") -> str:
    return str(client.get(f"/h/{kept.household.code}/shopping/lists/{kept.pk}/{more}").content.decode())


def open_trips() -> list[tuple[Any, Any]]:
    with as_owner():
        return list(ShoppingTrip.objects.filter(ended_at=None).values_list("by_id", "shopping_list_id"))


def test_who_goes_shopping_is_seen_by_the_others(
    saturday: ShoppingList, alice: User, bob: User, client_of: ClientOf
) -> None:
    his, hers = client_of(bob), client_of(alice)
    for _ in range(2):
        assert go(his, saturday)["Location"].endswith(f"/lists/{saturday.pk}/shop/")
    assert open_trips() == [(bob.pk, saturday.pk)]
    seen = page(hers, saturday)
    assert "Bob is shopping" in seen
    assert "I’m going shopping" in seen
    assert "Done shopping" in page(his, saturday)
    # Beside his name, on every page.
    assert 'data-kind="rim"' in hers.get(f"/h/{saturday.household.code}/").content.decode().partition("people")[2]
    with as_owner():
        kinds = list(Notice.objects.order_by("number").values_list("kind", flat=True))
    assert kinds == ["trip", "people"]


def test_done_says_what_was_bought_and_what_is_left(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    milk, _bread = on_list(saturday, "Milk", "Bread")
    his = client_of(bob)
    go(his, saturday)
    his.post(f"/h/{saturday.household.code}/shopping/items/{milk.pk}/tick/")
    with as_owner():
        kept = ShoppingListItem.objects.get(pk=milk.pk)
    assert kept.trip_id is not None
    assert go(his, saturday, "end", htmx=True)["HX-Redirect"].endswith(f"/lists/{saturday.pk}/")
    assert "Done: 1 thing bought. 1 thing is still on the list." in page(his, saturday)
    assert open_trips() == []
    assert go(his, saturday, "end").status_code == 302


def test_another_trip_ends_the_first(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    market = ShoppingListFactory(household=saturday.household, name="Market")
    his = client_of(bob)
    go(his, saturday)
    go(his, market)
    assert open_trips() == [(bob.pk, market.pk)]
    go(his, saturday, "end")
    assert open_trips() == [(bob.pk, market.pk)]


def test_guests_shop_too_and_see_no_money(saturday: ShoppingList, guest: User, bob: User, client_of: ClientOf) -> None:
    with as_owner():
        ShoppingList.objects.filter(pk=saturday.pk).update(budget=50)
    on_list(saturday, "Milk", price=2)
    assert go(client_of(guest), saturday).status_code == 302
    for more in ("", "shop/"):
        assert "list-money" not in page(client_of(guest), saturday, more)
        assert "of €\u00a050<" in page(client_of(bob), saturday, more)


def test_a_list_that_was_put_aside_is_not_shopped(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    with as_owner():
        ShoppingList.objects.filter(pk=saturday.pk).update(archived_at=timezone.now())
    assert go(client_of(bob), saturday).status_code == 422
    shop = f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/shop/"
    assert client_of(bob).get(shop)["Location"].endswith(f"/lists/{saturday.pk}/")


def test_strangers_are_in_no_shop(saturday: ShoppingList, stranger: User, client_of: ClientOf) -> None:
    client = client_of(stranger)
    assert {go(client, saturday, deed).status_code for deed in ("begin", "end")} == {404}
    assert client.get(f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/shop/").status_code == 404
    assert open_trips() == []


def test_in_the_shop_the_last_tick_can_be_taken_back_without_scripts(
    saturday: ShoppingList, bob: User, alice: User, client_of: ClientOf
) -> None:
    now = timezone.now()
    milk, bread, jam = on_list(saturday, "Milk", "Bread", "Jam")
    ticked_at(milk, now - timedelta(minutes=2), bob)
    ticked_at(bread, now - timedelta(minutes=1), bob)
    ticked_at(jam, now, alice)
    his = client_of(bob)
    shop = page(his, saturday, "shop/")
    undo = f"/h/{saturday.household.code}/shopping/items/{bread.pk}/untick/"
    assert f'data-item="{bread.pk}"' in shop
    answer = his.post(undo, {"shop": "1"})
    assert answer["Location"].endswith("/shop/")
    assert his.post(undo)["Location"].endswith(f"/lists/{saturday.pk}/")


def test_a_forgotten_trip_ends_where_its_last_tick_was(household: Household, saturday: ShoppingList, bob: User) -> None:
    now = timezone.now()
    (milk,) = on_list(saturday, "Milk")
    on_it = trip(saturday, bob)
    with as_owner():
        ShoppingTrip.objects.filter(pk=on_it.pk).update(started_at=now - FORGOTTEN - timedelta(hours=1))
    last = now - FORGOTTEN + timedelta(minutes=1)
    ticked_at(milk, last, bob, trip=on_it, store=store(household))
    with as_member(household, bob):
        assert end_forgotten(household, now) == 0
        assert end_forgotten(household, now + timedelta(minutes=2)) == 1
        assert end_forgotten(household, now + timedelta(minutes=2)) == 0
    assert kept_trip(on_it).ended_at == last


@pytest.mark.django_db(transaction=True)
def test_two_devices_at_once_are_one_trip(saturday: ShoppingList, bob: User) -> None:
    def work() -> Any:
        return bob, saturday.household, lambda ready: (ready(), start_trip(saturday, by=bob))

    assert at_once(work(), work()) == []
    assert len(open_trips()) == 1
