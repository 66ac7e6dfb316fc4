"""chat:usage.show: what was taken, told honestly: in the household's days, and with what nobody knows said as such."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Household, User
from chat.models import AIModelResult
from tests.conftest import ClientOf
from tests.database import as_owner

pytestmark = pytest.mark.django_db


def taken(household: Household, by: User | None, at: datetime, **more: Any) -> None:
    about = {"source": "own", "model": "qwen3:8b", "outcome": "done", "milliseconds": 2000, "currency": "EUR"}
    about |= {"input_tokens": 900, "output_tokens": 100, "cost": Decimal("0.5")}
    with as_owner():
        made = AIModelResult.objects.create(household=household, asked_by=by, **{**about, **more})
        AIModelResult.objects.filter(pk=made.pk).update(created_at=at)


def page(household: Household, month: str = "2026-03") -> str:
    return f"/h/{household.code}/chat/usage/?month={month}"


@pytest.fixture
def in_berlin(household: Household) -> Household:
    with as_owner():
        household.time_zone, household.currency = "Europe/Berlin", "EUR"
        household.save()
    return household


def test_a_month_in_the_households_own_days(in_berlin: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    taken(in_berlin, alice, datetime(2026, 2, 28, 23, 30, tzinfo=UTC))  # the first of March in Berlin
    taken(in_berlin, bob, datetime(2026, 3, 14, 12, tzinfo=UTC), outcome="slow")
    taken(in_berlin, bob, datetime(2026, 3, 31, 22, 30, tzinfo=UTC))  # April there
    shown = client_of(bob).get(page(in_berlin)).text
    assert "2,000" in shown
    assert "€\u00a01.00" in shown
    assert "Sun 1" in shown
    assert "Sat 14" in shown
    assert "1 without an answer" in shown
    assert "1 was answered." in shown
    assert "Tue 31" not in shown


def test_what_nobody_knows_is_said(in_berlin: Household, alice: User, client_of: ClientOf) -> None:
    taken(in_berlin, alice, datetime(2026, 3, 2, 12, tzinfo=UTC), cost=None)
    assert "not known" in client_of(alice).get(page(in_berlin)).text
    taken(in_berlin, None, datetime(2026, 3, 3, 12, tzinfo=UTC), cost=Decimal("0.004"))
    shown = client_of(alice).get(page(in_berlin)).text
    assert "under €\u00a00.01 and more" in shown
    assert "Somebody who left" in shown
    taken(in_berlin, alice, datetime(2026, 3, 4, 12, tzinfo=UTC), cost=Decimal(3), currency="USD")
    assert "€\u00a03" not in client_of(alice).get(page(in_berlin)).text


def test_the_built_in_assistant_costs_nothing(in_berlin: Household, alice: User, client_of: ClientOf) -> None:
    free = {"source": "builtin", "model": "built-in", "cost": Decimal(0), "currency": ""}
    taken(in_berlin, alice, datetime(2026, 3, 2, 12, tzinfo=UTC), **free)
    shown = client_of(alice).get(page(in_berlin)).text
    assert "Built-in assistant" in shown
    assert "€\u00a00.00" in shown
    assert "not known" not in shown


@pytest.mark.parametrize("month", ["", "nonsense", "2026-13", "0001-01", "9999-12", "２０２６-03"])
def test_a_month_that_is_none_is_this_one(household: Household, alice: User, client_of: ClientOf, month: str) -> None:
    answer = client_of(alice).get(page(household, month))
    assert answer.status_code == 200
    assert "Nothing was asked in this month." in answer.text


def test_others_see_nothing_of_it(
    in_berlin: Household, guest: User, stranger: User, other_household: Household, client_of: ClientOf
) -> None:
    taken(in_berlin, None, datetime(2026, 3, 2, 12, tzinfo=UTC))
    assert client_of(guest).get(page(in_berlin)).status_code == 403
    assert client_of(stranger).get(page(in_berlin)).status_code == 404
    assert "qwen3" not in client_of(stranger).get(page(other_household)).text


def test_people_of_one_name_and_of_none_are_told_apart(
    in_berlin: Household, alice: User, bob: User, carol: User, client_of: ClientOf
) -> None:
    with as_owner():
        User.objects.filter(pk=carol.pk).update(name=bob.name)
        User.objects.filter(pk=alice.pk).update(name="", username=None)
    for day, person in enumerate((alice, bob, carol), start=2):
        taken(in_berlin, person, datetime(2026, 3, day, 12, tzinfo=UTC))
    shown = client_of(bob).get(page(in_berlin)).text.partition("By person")[2].partition("By day")[0]
    assert [shown.count(name) for name in (bob.name, alice.email.partition("@")[0], "Somebody who left")] == [2, 1, 0]
