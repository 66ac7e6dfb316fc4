"""What trips teach of a store: shopping.services.learned_order, with and without somebody who says that they go."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import Household, User
from shopping.models import ShoppingList, ShoppingListItem, ShoppingTrip, Store
from shopping.queries.forgotten import households_with_trips
from shopping.services.learned_order import take_as_trips
from shopping.services.trip import end_trip
from shopping.tasks import find_trips, look_after_trips
from tests.database import as_owner
from tests.shopping.rows import on_list
from tests.shopping.shops import AISLE, as_member, kept_store, operation_at, store, ticked_at, trip, walked

NOW = datetime(2026, 3, 7, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
WAY = ["frozen", "dairy", "fruit"]


@pytest.fixture
def corner(household: Household) -> Store:
    return store(household)


def things(kept: ShoppingList) -> list[ShoppingListItem]:
    """One in each aisle of the way, in its order."""
    return [on_list(kept, slug, category_id=AISLE[slug])[0] for slug in WAY]


def shop(items: list[ShoppingListItem], by: User, one: Store, start: datetime, gap: timedelta = MINUTE) -> datetime:
    for at, item in enumerate(items):
        ticked_at(item, start + at * gap, by, store=one)
    return start + (len(items) - 1) * gap


def in_order(one: Store) -> list[str]:
    return [slug for slug in walked(one) if slug in WAY]


def taken(household: Household, by: User, now: datetime) -> list[ShoppingTrip]:
    with as_member(household, by):
        return take_as_trips(household, now)


def test_a_trip_that_ends_teaches_its_store(saturday: ShoppingList, corner: Store, bob: User) -> None:
    items = things(saturday)
    on_it = trip(saturday, bob, store=corner)
    now = datetime.now(UTC)
    shop(items, bob, corner, now - 3 * MINUTE)
    with as_owner():
        ShoppingTrip.objects.filter(pk=on_it.pk).update(started_at=now - 10 * MINUTE)
    with as_member(saturday.household, bob):
        assert end_trip(on_it, by=bob)
    assert in_order(corner) == WAY
    assert len(kept_store(corner).pairs) == 3


def test_ticks_without_a_trip_become_one_when_they_have_stopped(
    saturday: ShoppingList, corner: Store, bob: User
) -> None:
    items = things(saturday)
    last = shop(items, bob, corner, NOW)
    household = saturday.household
    assert taken(household, bob, last + 29 * MINUTE) == []
    (made,) = taken(household, bob, last + 30 * MINUTE)
    assert (made.by_id, made.store_id, made.started_at, made.ended_at) == (bob.pk, corner.pk, NOW, last)
    assert in_order(corner) == WAY
    with as_owner():
        assert ShoppingListItem.objects.filter(trip=made).count() == len(items)
    assert taken(household, bob, last + 40 * MINUTE) == []


def test_each_person_and_each_gap_is_a_trip_of_its_own(
    saturday: ShoppingList, corner: Store, alice: User, bob: User
) -> None:
    milk, peas, pears = things(saturday)
    ticked_at(milk, NOW, bob, store=corner)
    ticked_at(peas, NOW + MINUTE, alice, store=corner)
    ticked_at(pears, NOW + 31 * MINUTE, bob, store=corner)
    assert len(taken(saturday.household, bob, NOW + timedelta(hours=2))) == 3
    assert kept_store(corner).pairs == {}


def test_in_no_store_nothing_is_learned(saturday: ShoppingList, bob: User) -> None:
    milk, *_ = things(saturday)
    ticked_at(milk, NOW, bob)
    assert taken(saturday.household, bob, NOW + timedelta(hours=2)) == []


def test_what_is_ticked_at_the_till_teaches_nothing(saturday: ShoppingList, corner: Store, bob: User) -> None:
    last = shop(things(saturday), bob, corner, NOW, timedelta(seconds=1))
    assert len(taken(saturday.household, bob, last + timedelta(hours=1))) == 1
    assert kept_store(corner).pairs == {}


def test_what_was_taken_back_says_nothing(saturday: ShoppingList, corner: Store, bob: User) -> None:
    items = things(saturday)
    last = shop(items, bob, corner, NOW)
    operation_at(items[0], NOW + timedelta(seconds=20), bob, "untick")
    operation_at(items[0], last, bob, "tick")
    taken(saturday.household, bob, last + timedelta(hours=1))
    assert list(kept_store(corner).pairs) == [f"{AISLE['dairy']}>{AISLE['fruit']}"]


def test_what_was_put_by_hand_stays(saturday: ShoppingList, bob: User) -> None:
    one = store(saturday.household, placed=[AISLE["fruit"]])
    last = shop(things(saturday), bob, one, NOW)
    taken(saturday.household, bob, last + timedelta(hours=1))
    assert walked(one)[0] == "fruit"
    assert walked(one).index("frozen") < walked(one).index("dairy")


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_the_clock_looks_after_what_was_forgotten(saturday: ShoppingList, corner: Store, bob: User) -> None:
    now = datetime.now(UTC)
    assert households_with_trips(now) == []
    shop(things(saturday), bob, corner, now - timedelta(hours=1))
    assert households_with_trips(now) == [saturday.household_id]
    find_trips(0)
    look_after_trips(household=str(saturday.household_id))
    assert in_order(corner) == WAY
    assert households_with_trips(now) == []
    on_it = trip(saturday, bob)
    with as_owner():
        ShoppingTrip.objects.filter(pk=on_it.pk).update(started_at=now - timedelta(hours=5))
    assert households_with_trips(now) == [saturday.household_id]
