"""Going shopping, and being done: who is in which shop with which list."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import Household, User
from accounts.roles import EVERYBODY
from accounts.services.membership import lock_household
from accounts.services.notice import announce_all
from shopping.models import ShoppingList, ShoppingListItem, ShoppingTrip, Store
from shopping.services.learned_order import learn_from
from shopping.services.list import lock_list
from shopping.services.settling import settle_basket
from shopping.services.store import choose_store
from shopping.telling import DONE, GOING, queue_telling
from shopping.trip_times import FORGOTTEN


@transaction.atomic
def start_trip(shopping_list: ShoppingList, *, by: User, store: Store | None = None) -> ShoppingTrip:
    """Whoever is on another trip ends that one. Twice is the same as once, and says where one is now."""
    household = lock_household(shopping_list.household)
    locked = lock_list(household, shopping_list.pk, by=by, roles=EVERYBODY)
    open_one = _open_one(household, by)
    if open_one and open_one.shopping_list_id == locked.pk:
        return _go_on(open_one, store)
    if open_one:
        _end(open_one, timezone.now())
    trip = ShoppingTrip.objects.create(household=household, shopping_list=locked, store=store, by=by)
    _announce(trip)
    queue_telling(trip, GOING)
    return trip


@transaction.atomic
def shop_at(shopping_list: ShoppingList, store: Store | None, *, by: User) -> None:
    """The store of this person for this list, and from now on of the trip on which they are with it."""
    household = lock_household(shopping_list.household)
    choose_store(shopping_list, store, by=by)
    open_one = _open_one(household, by)
    if open_one and open_one.shopping_list_id == shopping_list.pk:
        _go_on(open_one, store)


@transaction.atomic
def end_trip(trip: ShoppingTrip, *, by: User) -> bool:
    """Done, by oneself alone; what was ticked on the way teaches the order. Whether it was open."""
    household = lock_household(trip.household)
    open_one = _open_one(household, by)
    if open_one is None or open_one.pk != trip.pk:
        return False
    _end(open_one, timezone.now())
    queue_telling(open_one, DONE)
    settle_basket(trip.shopping_list, by=by)
    return True


@transaction.atomic
def end_forgotten(household: Household, now: datetime) -> int:
    """Trips that nobody ended, ended where their last tick was. How many."""
    locked = lock_household(household)
    open_ones = ShoppingTrip.objects.select_for_update(no_key=True, of=("self",)).select_related("store")
    forgotten = 0
    for trip in open_ones.filter(household=locked, ended_at=None, started_at__lt=now - FORGOTTEN):
        ticks = ShoppingListItem.objects.filter(household=locked, trip=trip, ticked_at__isnull=False)
        last = ticks.order_by("-ticked_at").values_list("ticked_at", flat=True).first() or trip.started_at
        if last < now - FORGOTTEN:
            trip.household = locked
            _end(trip, last)
            forgotten += 1
    return forgotten


def _open_one(household: Household, by: User) -> ShoppingTrip | None:
    trips = ShoppingTrip.objects.select_for_update(no_key=True, of=("self",)).select_related("store")
    found = trips.filter(household=household, by=by, ended_at=None).first()
    if found:
        found.household = household
    return found


def _go_on(trip: ShoppingTrip, store: Store | None) -> ShoppingTrip:
    if trip.store_id != (store.pk if store else None):
        trip.store = store
        trip.save(update_fields=["store"])
        _announce(trip)
    return trip


def _end(trip: ShoppingTrip, at: datetime) -> None:
    trip.ended_at = at
    trip.save(update_fields=["ended_at"])
    learn_from(trip)
    _announce(trip)


def _announce(trip: ShoppingTrip) -> None:
    """On the page of the list, and beside the person's name on every page."""
    announce_all(trip.household, [("trip", trip.shopping_list_id), ("people", None)])
