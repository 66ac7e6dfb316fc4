"""shopping:recurring.index, shopping:recurring.create, shopping:recurring.edit, shopping:recurring.pause,
shopping:recurring.resume, shopping:recurring.remove
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from pantry.queries.day import today_in
from shopping.models import RecurringItem, ShoppingList
from shopping.recurrence import as_period, later, next_after
from tests.conftest import ClientOf
from tests.database import as_owner


def url(household: Household, rest: str = "") -> str:
    return f"/h/{household.code}/shopping/recurring/{rest}"


def words(kept: ShoppingList, **others: Any) -> dict[str, Any]:
    said = {"id": new_id(), "name": "Milk", "amount": "2 l", "every": "2", "period": "week", "note": "the fresh one"}
    return {**said, "next_on": today_in(kept.household), "shopping_list": kept.pk, **others}


def undo(client: Client, household: Household) -> int:
    with as_owner():
        newest = Activity.objects.filter(household=household).latest("number")
    return client.post(f"/h/{household.code}/feed/{newest.pk}/undo/").status_code


def only() -> RecurringItem:
    with as_owner():
        return RecurringItem.objects.get()


def test_what_comes_regularly_is_said_once(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client, same, household = client_of(bob), words(saturday), saturday.household
    assert "Nothing comes by itself yet" in client.get(url(household)).content.decode()
    assert client.get(url(household, "new/")).status_code == 200
    assert [client.post(url(household, "new/"), same).status_code for _ in range(2)] == [302, 302]
    row = only()
    assert (row.name, row.quantity, row.unit, row.every, row.period) == ("Milk", Decimal(2), "l", 2, "week")
    assert row.food_id
    page = client.get(url(household)).content.decode()
    assert "every 2 weeks · next today, on Saturday shop" in " ".join(page.split())
    assert undo(client, household) == 302
    with as_owner():
        assert not RecurringItem.objects.exists()


def test_without_a_list_there_is_one(household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    assert 'name="shopping_list"' not in client.get(url(household, "new/")).content.decode()
    said = {"id": new_id(), "name": "Milk", "every": "1", "period": "month", "next_on": today_in(household)}
    assert client.post(url(household, "new/"), said).status_code == 302
    row = only()
    with as_owner():
        assert row.shopping_list_id == ShoppingList.objects.get().pk


def test_changed_and_taken_back(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client, household = client_of(bob), saturday.household
    client.post(url(household, "new/"), words(saturday))
    edit = url(household, f"{only().pk}/edit/")
    assert 'value="2 l"' in client.get(edit).content.decode()
    assert client.post(edit, words(saturday, name="Oat milk", amount="", every="10", period="day")).status_code == 302
    row = only()
    assert (row.name, row.quantity, row.every, row.period) == ("Oat milk", None, 10, "day")
    assert undo(client, household) == 302
    row = only()
    assert (row.name, row.quantity, row.every, row.period) == ("Milk", Decimal(2), 2, "week")


def test_paused_resumed_and_ended(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client, household = client_of(bob), saturday.household
    client.post(url(household, "new/"), words(saturday))
    row, today = only(), today_in(household)
    with as_owner():
        RecurringItem.objects.update(next_on=today - timedelta(days=20))
    assert [client.post(url(household, f"{row.pk}/pause/")).status_code for _ in range(2)] == [302, 302]
    assert only().stopped_at
    assert "paused" in client.get(url(household)).content.decode()
    # What it missed meanwhile does not come.
    client.post(url(household, f"{row.pk}/resume/"))
    assert (only().stopped_at, only().next_on) == (None, today + timedelta(days=8))
    assert client.post(url(household, f"{row.pk}/remove/")).status_code == 302
    with as_owner():
        assert not RecurringItem.objects.exists()
    assert undo(client, household) == 302
    assert (only().pk, only().next_on, only().note) == (row.pk, today + timedelta(days=8), "the fresh one")


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"amount": "much"},
        {"every": "0"},
        {"every": "366"},
        {"period": "year"},
        {"next_on": "2020-01-01"},
        {"shopping_list": "01a200ef-6d52-7480-9a34-c419bc1c1532"},
        {"id": "x"},
    ],
)
def test_bad_input_is_refused_and_what_was_typed_stays(
    wrong: dict[str, str], saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    answer = client_of(bob).post(url(saturday.household, "new/"), words(saturday, **wrong))
    assert answer.status_code == 422
    assert "the fresh one" in answer.content.decode()


def test_others_say_nothing_here(
    saturday: ShoppingList, bob: User, stranger: User, guest: User, client_of: ClientOf
) -> None:
    client_of(bob).post(url(saturday.household, "new/"), words(saturday))
    for path in ("new/", *(f"{only().pk}/{verb}/" for verb in ("edit", "pause", "resume", "remove"))):
        assert client_of(stranger).post(url(saturday.household, path), words(saturday)).status_code == 404
        assert client_of(guest).post(url(saturday.household, path), words(saturday)).status_code == 403
    assert only().stopped_at is None


@pytest.mark.parametrize(
    ("day", "every", "period", "then"),
    [
        (date(2026, 1, 31), 1, "month", date(2026, 2, 28)),
        (date(2026, 2, 28), 1, "month", date(2026, 3, 31)),
        (date(2026, 1, 30), 1, "month", date(2026, 2, 28)),
        (date(2026, 12, 15), 2, "month", date(2027, 2, 15)),
        (date(2026, 12, 29), 1, "week", date(2027, 1, 5)),
        (date(2028, 2, 28), 2, "day", date(2028, 3, 1)),
    ],
)
def test_days_weeks_and_months_are_those_of_the_calendar(day: date, every: int, period: str, then: date) -> None:
    assert later(day, every, period) == then


def test_what_was_missed_comes_once() -> None:
    assert next_after(date(2026, 1, 1), 1, "week", date(2026, 1, 1)) == date(2026, 1, 8)
    assert next_after(date(2026, 1, 1), 1, "week", date(2026, 3, 1)) == date(2026, 3, 5)
    assert [as_period(days) for days in (7, 14, 10, 30)] == [(1, "week"), (2, "week"), (10, "day"), (1, "month")]
