from uuid import UUID

from django.utils import timezone

from accounts.models import Household
from kitchen.tasks import household_task, queue_once, task
from shopping.models import ShoppingList
from shopping.queries.forgotten import households_with_trips
from shopping.queries.settling import quiet_baskets
from shopping.services.learned_order import take_as_trips
from shopping.services.recurring_due import households_due, put_due
from shopping.services.settling import settle_quiet_basket
from shopping.services.trip import end_forgotten


@task(cron="*/10 * * * *")
def find_baskets(timestamp: int) -> None:
    """Each ten minutes: a task for every basket that may be put away without asking, by the clock as it is now."""
    del timestamp
    for household, kept in quiet_baskets(timezone.now()):
        queue_once(settle, f"basket {kept}", household=str(household), shopping_list=str(kept))


@household_task()
def settle(*, household: str, shopping_list: str) -> None:
    """Tried again it finds nothing left: what is put away is in the basket no more."""
    lists = ShoppingList.objects.select_related("household").filter(household=UUID(household))
    kept = lists.filter(pk=UUID(shopping_list)).first()
    if kept is not None:
        settle_quiet_basket(kept, timezone.now())


@task(cron="*/10 * * * *")
def find_due(timestamp: int) -> None:
    """Each ten minutes: a task for every household whose day has begun and brings what is bought regularly."""
    del timestamp
    for household in households_due(timezone.now()):
        queue_once(put_on_lists, f"recurring {household}", household=str(household))


@household_task()
def put_on_lists(*, household: str) -> None:
    """Tried again it finds nothing due: each thing comes once a day, whoever asks."""
    put_due(Household.objects.get(pk=household), timezone.now())


@task(cron="3-59/10 * * * *")
def find_trips(timestamp: int) -> None:
    """Each ten minutes: trips that nobody ended, and ticks in a store by people who did not say that they go there."""
    del timestamp
    for household in households_with_trips(timezone.now()):
        look_after_trips.defer(household=str(household))


@household_task()
def look_after_trips(*, household: str) -> None:
    """Tried again it finds nothing left to end, nor to take as a trip."""
    here = Household.objects.get(pk=household)
    end_forgotten(here, timezone.now())
    take_as_trips(here, timezone.now())
