"""What trips teach of a store: docs/decisions/0022-aisle-order-from-ticks.md."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby, pairwise

from django.db import transaction

from accounts.models import Household
from accounts.services.membership import lock_household
from accounts.services.notice import announce
from pantry.catalogue import AISLES
from shopping.aisles import Tap, learned, stops_of, walk
from shopping.models import ListOperation, OperationKind, ShoppingListItem, ShoppingTrip
from shopping.queries.aisle_order import aisle_order
from shopping.queries.row import aisle_of_category
from shopping.services.store import lock_store
from shopping.trip_times import BOUGHT, GAP, LOOKED_AT

# An item is ticked, and then that is written down.
WRITTEN = timedelta(seconds=1)


def learn_from(trip: ShoppingTrip) -> None:
    """The household's row is locked. A trip without a store, or past one aisle only, teaches nothing."""
    if trip.store is None or trip.store.removed_at:
        return
    stops = stops_of(_taps(trip))
    if len(stops) < 2:  # noqa: PLR2004
        return
    store = lock_store(trip.store, by=None)
    store.pairs = learned(store.pairs, stops)
    order = walk(aisle_order(store), store.placed, store.pairs)
    moved, store.aisles = order != aisle_order(store), order
    store.save(update_fields=["aisles", "pairs"])
    if moved:
        announce(store.household, "store", store.pk)


def _taps(trip: ShoppingTrip) -> list[Tap]:
    """What the person ticked and took back meanwhile, on whatever list, in the server's order."""
    kinds = (OperationKind.TICK, OperationKind.UNTICK)
    done = ListOperation.objects.filter(household=trip.household, by=trip.by_id, kind__in=kinds, number__isnull=False)
    assert trip.ended_at is not None
    rows = done.filter(made_at__range=(trip.started_at, trip.ended_at + WRITTEN)).order_by("made_at", "number")
    found = rows.values_list("item_id", "item__category_id", "made_at", "kind")
    return [Tap(item, _aisle(category), at, kind == OperationKind.TICK) for item, category, at, kind in found]


def _aisle(category: int | None) -> int | None:
    known = AISLES.get(aisle_of_category(category))
    return known.id if known else None


@transaction.atomic
def take_as_trips(household: Household, now: datetime) -> list[ShoppingTrip]:
    """What was ticked in a store by people who did not say that they go shopping, once they have stopped."""
    locked = lock_household(household)
    bought = ShoppingListItem.objects.filter(
        household=locked, trip=None, store__isnull=False, state__in=BOUGHT, ticked_by__isnull=False
    )
    recent = bought.filter(ticked_at__gt=now - LOOKED_AT).select_related("store")
    runs = _runs(recent.order_by("shopping_list_id", "ticked_by_id", "store_id", "ticked_at", "id"))
    return [_as_trip(locked, run) for run in runs if now - _at(run[-1]) >= GAP]


def _runs(items: Iterable[ShoppingListItem]) -> list[list[ShoppingListItem]]:
    """Each by one person, on one list, in one store, without a gap."""
    runs: list[list[ShoppingListItem]] = []
    for _who, group in groupby(items, lambda item: (item.shopping_list_id, item.ticked_by_id, item.store_id)):
        together = list(group)
        runs.append(together[:1])
        for before, item in pairwise(together):
            if _at(item) - _at(before) < GAP:
                runs[-1].append(item)
            else:
                runs.append([item])
    return runs


def _as_trip(household: Household, run: list[ShoppingListItem]) -> ShoppingTrip:
    first, last = run[0], run[-1]
    assert first.ticked_by_id is not None
    trip = ShoppingTrip.objects.create(
        household=household,
        shopping_list_id=first.shopping_list_id,
        store=first.store,
        by_id=first.ticked_by_id,
        ended_at=_at(last),
    )
    # When it was begun is not when it was written down.
    trip.started_at = _at(first)
    trip.save(update_fields=["started_at"])
    ShoppingListItem.objects.filter(household=household, pk__in=[item.pk for item in run]).update(trip=trip)
    learn_from(trip)
    return trip


def _at(item: ShoppingListItem) -> datetime:
    assert item.ticked_at is not None
    return item.ticked_at
