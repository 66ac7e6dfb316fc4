"""shopping:habits.edit: whether things are put away without asking; and what then happens, once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import Activity, Household, User
from kitchen import tenancy
from pantry.models import StockItem
from shopping.models import ItemState, PuttingAway, ShoppingHabits, ShoppingList, ShoppingListItem, ShoppingTrip
from shopping.queries.settling import QUIET, quiet_baskets
from shopping.services.item import tick_item
from shopping.services.settling import settle_basket, settle_quiet_basket
from shopping.services.trip import start_trip
from shopping.tasks import settle
from tests.accounts.races import at_once
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.rows import on_list, state_of
from tests.shopping.visits import shared


@pytest.fixture
def at_once_please(household: Household) -> Household:
    with as_owner():
        ShoppingHabits.objects.create(household=household, putting_away=PuttingAway.AT_ONCE)
    return household


def bought(kept: ShoppingList, name: str, by: User | None, **more: Any) -> ShoppingListItem:
    (item,) = on_list(kept, name, linked=name != "Glow sticks")
    with tenancy.scope(household=kept.household_id):
        return tick_item(item, by=by, **more)


def lots(household: Household) -> list[str]:
    with as_owner():
        return sorted(StockItem.objects.filter(household=household, finished_at=None).values_list("name", flat=True))


def later(hours: float = 3) -> datetime:
    return timezone.now() + timedelta(hours=hours)


def done_shopping(kept: ShoppingList, by: User) -> None:
    with tenancy.scope(household=kept.household_id, person=by.pk):
        settle_basket(kept, by=by)


def nobody_ticks(kept: ShoppingList, now: datetime) -> None:
    with tenancy.scope(household=kept.household_id):
        settle_quiet_basket(kept, now)


def test_the_habit_is_chosen_told_and_taken_back(household: Household, bob: User, client_of: ClientOf) -> None:
    client, page = client_of(bob), f"/h/{household.code}/shopping/habits/"
    assert 'value="ask"' in client.get(page).content.decode()
    for _ in range(2):
        assert client.post(page, {"putting_away": "at_once"}).status_code == 302
    with as_owner():
        assert ShoppingHabits.objects.get(household=household).putting_away == "at_once"
        told = Activity.objects.get(household=household, verb="habits.changed")
    assert client.post(f"/h/{household.code}/feed/{told.pk}/undo/").status_code == 302
    with as_owner():
        assert ShoppingHabits.objects.get(household=household).putting_away == "ask"
    assert client.post(page, {"putting_away": "never"}).status_code == 422


def test_guests_and_strangers_choose_nothing(
    household: Household, guest: User, stranger: User, client_of: ClientOf
) -> None:
    page = f"/h/{household.code}/shopping/habits/"
    assert client_of(guest).post(page, {"putting_away": "at_once"}).status_code == 403
    assert client_of(stranger).post(page, {"putting_away": "at_once"}).status_code == 404


def test_who_is_asked_is_asked_whatever_time_passes(saturday: ShoppingList, bob: User) -> None:
    milk = bought(saturday, "Milk", bob)
    done_shopping(saturday, bob)
    nobody_ticks(saturday, later())
    assert (state_of(milk), lots(saturday.household)) == (ItemState.TICKED, [])


def test_a_trip_that_is_done_puts_away_without_asking_and_the_feed_takes_it_back(
    saturday: ShoppingList, at_once_please: Household, bob: User, client_of: ClientOf
) -> None:
    milk, sticks = bought(saturday, "Milk", bob), bought(saturday, "Glow sticks", bob)
    for _ in range(2):
        done_shopping(saturday, bob)
    assert lots(at_once_please) == ["Milk"]
    assert {state_of(milk), state_of(sticks)} == {ItemState.PUT_AWAY}
    client = client_of(bob)
    assert "What Bob bought was put away by itself: " in client.get(f"/h/{at_once_please.code}/feed/").content.decode()
    with as_owner():
        told = Activity.objects.get(household=at_once_please, verb="list.settled")
    assert client.post(f"/h/{at_once_please.code}/feed/{told.pk}/undo/").status_code == 302
    assert (lots(at_once_please), state_of(milk)) == ([], ItemState.TICKED)
    # What was taken back waits for a hand, until it is ticked anew.
    done_shopping(saturday, bob)
    nobody_ticks(saturday, later())
    assert state_of(milk) == ItemState.TICKED


def test_saying_that_one_is_done_shopping_does_it(
    saturday: ShoppingList, at_once_please: Household, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    with tenancy.scope(household=at_once_please.pk, person=bob.pk):
        start_trip(saturday, by=bob)
    bought(saturday, "Milk", bob)
    assert client.post(f"/h/{at_once_please.code}/shopping/lists/{saturday.pk}/shop/end/").status_code == 302
    assert lots(at_once_please) == ["Milk"]


def test_what_guests_and_visitors_ticked_waits_for_a_member(
    saturday: ShoppingList, at_once_please: Household, alice: User, bob: User, guest: User
) -> None:
    milk = bought(saturday, "Milk", bob)
    waiting = [bought(saturday, "Bread", guest), bought(saturday, "Leeks", None, link=shared(saturday, alice))]
    done_shopping(saturday, guest)
    assert state_of(milk) == ItemState.TICKED
    done_shopping(saturday, bob)
    nobody_ticks(saturday, later())
    assert lots(at_once_please) == ["Milk"]
    assert [state_of(item) for item in waiting] == [ItemState.TICKED, ItemState.TICKED]


def test_who_is_still_in_the_shop_keeps_their_basket(
    saturday: ShoppingList, at_once_please: Household, alice: User, bob: User
) -> None:
    milk, bread = bought(saturday, "Milk", bob), bought(saturday, "Bread", alice)
    with as_owner():
        ShoppingTrip.objects.create(household=at_once_please, shopping_list=saturday, by=alice)
    done_shopping(saturday, bob)
    assert (state_of(milk), state_of(bread)) == (ItemState.PUT_AWAY, ItemState.TICKED)


def test_without_a_trip_it_waits_until_nobody_has_ticked_for_two_hours(
    saturday: ShoppingList, at_once_please: Household, alice: User, bob: User
) -> None:
    bought(saturday, "Milk", bob)
    bought(saturday, "Bread", alice)
    nobody_ticks(saturday, later(hours=1.9))
    assert lots(at_once_please) == []
    nobody_ticks(saturday, later(hours=2.1))
    assert lots(at_once_please) == ["Bread", "Milk"]
    with as_owner():
        told = Activity.objects.filter(household=at_once_please, verb="list.settled")
        assert {one.actor_id for one in told} == {alice.pk, bob.pk}


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_the_task_finds_quiet_baskets_of_those_who_want_it_and_tried_again_does_nothing(
    saturday: ShoppingList, at_once_please: Household, bob: User
) -> None:
    milk = bought(saturday, "Milk", bob)
    assert quiet_baskets(timezone.now()) == []
    assert quiet_baskets(later()) == [(at_once_please.pk, saturday.pk)]
    with as_owner():
        ShoppingListItem.objects.filter(pk=milk.pk).update(ticked_at=timezone.now() - QUIET)
    for _ in range(2):
        settle(household=str(at_once_please.pk), shopping_list=str(saturday.pk))
    assert lots(at_once_please) == ["Milk"]
    assert quiet_baskets(datetime(2100, 1, 1, tzinfo=UTC)) == []
    with as_owner():
        ShoppingHabits.objects.update(putting_away=PuttingAway.ASK)
    bought(saturday, "Bread", bob)
    assert quiet_baskets(later()) == []


@pytest.mark.django_db(transaction=True)
def test_task_and_hand_at_the_same_moment_fill_the_shelf_once(
    saturday: ShoppingList, at_once_please: Household, alice: User, bob: User
) -> None:
    bought(saturday, "Milk", bob)

    def work(by: User) -> Any:
        return by, at_once_please, lambda ready: (ready(), settle_basket(saturday, by=by))

    assert at_once(work(alice), work(bob)) == []
    assert lots(at_once_please) == ["Milk"]
