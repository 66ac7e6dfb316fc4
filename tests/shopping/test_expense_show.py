"""shopping:expense.show, shopping:expense.confirm, and how a bill is split."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from shopping.models import Expense, ExpenseShare
from shopping.services.expense import Share, add_expense, confirm_share, split_equally
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.rows import on_list

cents = st.integers(min_value=1, max_value=10**9).map(lambda number: Decimal(number) / 100)


@given(total=cents, count=st.integers(min_value=1, max_value=30))
def test_no_cent_is_lost_and_none_is_unfair(total: Decimal, count: int) -> None:
    people = [User(name=str(number)) for number in range(count)]
    shares = split_equally(total, people)
    amounts = [share.amount for share in shares]
    assert sum(amounts) == total
    assert max(amounts) - min(amounts) <= Decimal("0.01")
    assert amounts == sorted(amounts, reverse=True)
    assert [share.user for share in shares] == people
    assert split_equally(total, people) == shares


@pytest.mark.parametrize(("total", "count"), [("0", 2), ("-1", 2), ("1.005", 2), ("10", 0)])
def test_what_cannot_be_paid_is_refused(total: str, count: int) -> None:
    with pytest.raises(DomainError):
        split_equally(Decimal(total), [User(name=str(number)) for number in range(count)])


@pytest.fixture
def dinner(household: Household, alice: User, bob: User) -> Expense:
    """31 euros and a cent, paid by Alice for both."""
    return split(household, alice, [alice, bob])


def split(household: Household, by: User, people: list[User], **more: Any) -> Expense:
    total = Decimal("31.01")
    with tenancy.scope(household=household.pk, person=by.pk):
        shares = split_equally(total, people)
        return add_expense(household, title="Dinner", total=total, paid_by=by, shares=shares, by=by, **more)


def url(expense: Expense, rest: str = "") -> str:
    return f"/h/{expense.household.code}/shopping/expenses/{expense.pk}/{rest}"


def test_says_who_paid_and_who_owes_what(dinner: Expense, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    page = client.get(url(dinner)).content.decode()
    assert "€\u00a031.01, paid by Alice" in page
    assert "Your share is €\u00a015.50, for Alice." in page
    for _ in range(2):
        assert client.post(url(dinner, "confirm/")).status_code == 302
    page = client.get(url(dinner)).content.decode()
    assert "Everybody has agreed." in page
    assert "Your share" not in page
    with as_owner():
        assert Activity.objects.filter(verb="expense.confirmed").count() == 1


def test_htmx_gets_the_bill_alone(dinner: Expense, bob: User, client_of: ClientOf) -> None:
    page = client_of(bob).post(url(dinner, "confirm/"), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert "has agreed" in page


def test_sent_twice_it_is_one_bill(household: Household, alice: User, bob: User) -> None:
    id = new_id()
    assert split(household, alice, [alice, bob], id=id) == split(household, alice, [alice, bob], id=id)
    with as_owner():
        assert ExpenseShare.objects.count() == 2


def test_nobody_agrees_for_another(dinner: Expense, alice: User, bob: User, carol: User, client_of: ClientOf) -> None:
    with tenancy.scope(household=dinner.household_id, person=alice.pk), pytest.raises(DomainError, match="own share"):
        confirm_share(dinner.shares.get(user=bob), by=alice)
    answer = client_of(carol).post(url(dinner, "confirm/"))
    assert answer.status_code == 422
    assert "You have no share of this bill." in answer.content.decode()


def test_shares_sum_up_to_the_bill(household: Household, alice: User, bob: User, guest: User, stranger: User) -> None:
    ten = Decimal(10)
    for shares, total in (
        ([Share(alice, ten)], Decimal(11)),
        ([Share(alice, ten), Share(bob, Decimal(-1))], Decimal(9)),
        ([Share(alice, ten), Share(alice, ten)], Decimal(20)),
        ([Share(alice, ten), Share(guest, ten)], Decimal(20)),
        ([Share(alice, ten), Share(stranger, ten)], Decimal(20)),
    ):
        with tenancy.scope(household=household.pk, person=alice.pk), pytest.raises(DomainError):
            add_expense(household, title="Odd", total=total, paid_by=alice, shares=shares, by=alice)
    with as_owner():
        assert not Expense.objects.exists()


def test_taken_back_while_nobody_has_agreed(household: Household, alice: User, bob: User) -> None:
    for agreed in (False, True):
        dinner = split(household, alice, [alice, bob])
        with tenancy.scope(household=household.pk, person=bob.pk):
            if agreed:
                confirm_share(dinner.shares.get(user=bob), by=bob)
        with tenancy.scope(household=household.pk, person=alice.pk):
            told = Activity.objects.get(verb="expense.added", subject=dinner.pk)
            if agreed:
                with pytest.raises(DomainError, match="talk to them"):
                    undo_activity(told, by=alice)
            else:
                undo_activity(told, by=alice)


def test_a_word_is_taken_back_by_who_gave_it(dinner: Expense, alice: User, bob: User) -> None:
    with tenancy.scope(household=dinner.household_id, person=bob.pk):
        share = confirm_share(dinner.shares.get(user=bob), by=bob)
        told = Activity.objects.get(verb="expense.confirmed")
        with pytest.raises(DomainError, match="own word"):
            undo_activity(told, by=alice)
        undo_activity(told, by=bob)
        share.refresh_from_db()
        assert share.confirmed_at is None


def test_guests_see_no_costs(dinner: Expense, guest: User, client_of: ClientOf) -> None:
    client = client_of(guest)
    assert client.get(url(dinner)).status_code == 403
    assert client.post(url(dinner, "confirm/")).status_code == 403
    for place in ("shopping/", "feed/", "search/?q=Dinner"):
        assert "31.01" not in client.get(f"/h/{dinner.household.code}/{place}", follow=True).content.decode()
    assert "/expenses/" not in client.get(f"/h/{dinner.household.code}/search/?q=Dinner").content.decode()


def test_strangers_find_nothing(
    dinner: Expense, stranger: User, other_household: Household, client_of: ClientOf
) -> None:
    client = client_of(stranger)
    assert client.get(url(dinner)).status_code == 404
    assert client.get(f"/h/{other_household.code}/shopping/expenses/{dinner.pk}/").status_code == 404


def test_search_finds_bills_lists_and_things(dinner: Expense, bob: User, saturday: Any, client_of: ClientOf) -> None:
    on_list(saturday, "Dinner candles")
    page = client_of(bob).get(f"/h/{dinner.household.code}/search/?q=dinner").content.decode()
    assert url(dinner) in page
    assert "on Saturday shop" in page
