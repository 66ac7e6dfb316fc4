from uuid import UUID

from django.db import connection, connections, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from accounts.models import Household
from kitchen.tasks import household_task
from shopping.models import ShoppingList
from shopping.queries.forgotten import households_with_trips
from shopping.queries.settling import quiet_baskets
from shopping.services.learned_order import take_as_trips
from shopping.services.recurring_due import households_due, put_due
from shopping.services.settling import settle_quiet_basket
from shopping.services.trip import end_forgotten


@app.periodic(cron="*/10 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="shopping.tasks.find_baskets", queueing_lock="shopping.find_baskets")  # type: ignore[untyped-decorator]
def find_baskets(timestamp: int) -> None:
    """Each ten minutes: a task for every basket that may be put away without asking, by the clock as it is now."""
    del timestamp
    try:
        for household, kept in quiet_baskets(timezone.now()):
            _queue(household, kept)
    finally:
        _give_back()


def _queue(household: UUID, kept: UUID) -> None:
    waiting = settle.configure(queueing_lock=f"basket {kept}")
    try:
        with transaction.atomic():
            waiting.defer(household=str(household), shopping_list=str(kept))
    except AlreadyEnqueued:
        return


@household_task()
def settle(*, household: str, shopping_list: str) -> None:
    """Tried again it finds nothing left: what is put away is in the basket no more."""
    lists = ShoppingList.objects.select_related("household").filter(household=UUID(household))
    kept = lists.filter(pk=UUID(shopping_list)).first()
    if kept is not None:
        settle_quiet_basket(kept, timezone.now())


@app.periodic(cron="*/10 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="shopping.tasks.find_due", queueing_lock="shopping.find_due")  # type: ignore[untyped-decorator]
def find_due(timestamp: int) -> None:
    """Each ten minutes: a task for every household whose day has begun and brings what is bought regularly."""
    del timestamp
    try:
        for household in households_due(timezone.now()):
            _queue_due(household)
    finally:
        _give_back()


def _queue_due(household: UUID) -> None:
    waiting = put_on_lists.configure(queueing_lock=f"recurring {household}")
    try:
        with transaction.atomic():
            waiting.defer(household=str(household))
    except AlreadyEnqueued:
        return


@household_task()
def put_on_lists(*, household: str) -> None:
    """Tried again it finds nothing due: each thing comes once a day, whoever asks."""
    put_due(Household.objects.get(pk=household), timezone.now())


@app.periodic(cron="3-59/10 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="shopping.tasks.find_trips", queueing_lock="shopping.find_trips")  # type: ignore[untyped-decorator]
def find_trips(timestamp: int) -> None:
    """Each ten minutes: trips that nobody ended, and ticks in a store by people who did not say that they go there."""
    del timestamp
    try:
        for household in households_with_trips(timezone.now()):
            look_after_trips.defer(household=str(household))
    finally:
        _give_back()


@household_task()
def look_after_trips(*, household: str) -> None:
    """Tried again it finds nothing left to end, nor to take as a trip."""
    here = Household.objects.get(pk=household)
    end_forgotten(here, timezone.now())
    take_as_trips(here, timezone.now())


def _give_back() -> None:
    """A worker's thread lives on: its connections go back to the pool with the task."""
    connections["owner"].close()
    if not connection.in_atomic_block:
        connection.close()
