"""shopping:recurring.index: what is due goes on its list by the clock, once for each day of the household."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import Activity, Household, User
from kitchen import tenancy
from shopping.models import ItemState, ListOperation, RecurringItem, ShoppingList
from shopping.services.recurring_due import households_due, put_due
from shopping.tasks import find_due
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories.shopping import RecurringItemFactory
from tests.shopping.rows import on_list, rows

MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)


def milk(kept: ShoppingList, **more: Any) -> RecurringItem:
    said = {"name": "Milk", "quantity": Decimal(2), "unit": "l", "linked": True, "next_on": MONDAY, **more}
    made: RecurringItem = RecurringItemFactory(shopping_list=kept, **said)
    return made


def due(household: Household, now: datetime = NOON) -> int:
    with tenancy.scope(household=household.pk):
        return put_due(household, now)


def test_it_comes_once_a_day_and_joins_what_is_there(saturday: ShoppingList) -> None:
    row = milk(saturday)
    on_list(saturday, "Milk", quantity=1, unit="l", linked=True)
    assert [due(saturday.household) for _ in range(2)] == [1, 0]
    assert rows(saturday) == [("Milk", Decimal(3), "l")]
    with as_owner():
        assert RecurringItem.objects.get().next_on == MONDAY + timedelta(days=7)
        # As if the clock had run twice before the day was moved on.
        RecurringItem.objects.update(next_on=MONDAY)
    due(saturday.household)
    assert rows(saturday) == [("Milk", Decimal(3), "l")]
    with as_owner():
        told = Activity.objects.get(verb="item.recurred")
        assert told.actor is None
        assert ListOperation.objects.filter(operation=told.subject).count() == 1
    assert row.pk != told.subject


def test_what_nobody_has_bought_is_not_doubled(saturday: ShoppingList) -> None:
    milk(saturday)
    week = timedelta(days=7)
    due(saturday.household)
    due(saturday.household, NOON + week)
    assert rows(saturday) == [("Milk", Decimal(2), "l")]
    with as_owner():
        saturday.items.update(state=ItemState.PUT_AWAY)
    due(saturday.household, NOON + 2 * week)
    assert rows(saturday) == [("Milk", Decimal(2), "l")]


def test_after_a_long_time_it_comes_once(saturday: ShoppingList) -> None:
    milk(saturday, next_on=MONDAY - timedelta(days=30))
    due(saturday.household)
    assert rows(saturday) == [("Milk", Decimal(2), "l")]
    with as_owner():
        assert RecurringItem.objects.get().next_on == MONDAY + timedelta(days=5)


AUCKLAND, HONOLULU = datetime(2026, 11, 22, 11, tzinfo=UTC), datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.mark.parametrize(("zone", "midnight"), [("Pacific/Auckland", AUCKLAND), ("Pacific/Honolulu", HONOLULU)])
def test_the_day_is_the_household_s(zone: str, midnight: datetime, saturday: ShoppingList) -> None:
    with as_owner():
        saturday.household.time_zone = zone
        saturday.household.save()
    milk(saturday)
    assert [due(saturday.household, midnight + timedelta(minutes=by)) for by in (-1, 0)] == [0, 1]


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_only_households_where_something_is_due_are_woken(saturday: ShoppingList) -> None:
    """Neither what is paused nor what is of a list that was put aside comes."""
    row = milk(saturday)
    assert households_due(NOON - timedelta(days=1)) == []
    for model, field in ((RecurringItem, "stopped_at"), (ShoppingList, "archived_at")):
        with as_owner():
            model._default_manager.update(**{field: NOON})
        assert households_due(NOON) == []
        assert due(saturday.household) == 0
        with as_owner():
            model._default_manager.update(**{field: None})
    assert households_due(NOON) == [saturday.household_id]
    with as_owner():
        RecurringItem.objects.update(next_on=date(2020, 1, 1))
    find_due(timestamp=0)
    with as_owner():
        queued = ProcrastinateJob.objects.get(task_name="shopping.tasks.put_on_lists")
    assert queued.args == {"household": str(row.household_id)}


def test_what_came_can_be_taken_back(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    milk(saturday)
    due(saturday.household)
    feed = f"/h/{saturday.household.code}/feed/"
    assert "It is time for Milk" in client_of(bob).get(feed).content.decode()
    with as_owner():
        told = Activity.objects.get()
    assert client_of(bob).post(f"{feed}{told.pk}/undo/").status_code == 302
    assert rows(saturday) == []
    assert due(saturday.household) == 0
