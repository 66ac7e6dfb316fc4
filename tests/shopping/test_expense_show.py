"""shopping:expense.show, shopping:expense.confirm: a bill, its shares, and everybody's word on their own."""

from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from shopping.models import Expense, ExpenseItem, ExpenseShare
from shopping.services.expense import confirm_share
from shopping.splitting import Item, Money, Share, Split, by_items
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.bills import split
from tests.shopping.rows import on_list


@pytest.fixture
def dinner(household: Household, alice: User, bob: User) -> Expense:
    """31 euros and a cent, paid by Alice for both."""
    return split(household, alice, [alice, bob])


def url(expense: Expense, rest: str = "") -> str:
    return f"/h/{expense.household.code}/shopping/expenses/{expense.pk}/{rest}"


def test_says_who_paid_and_who_owes_what(dinner: Expense, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    page = client.get(url(dinner)).content.decode()
    assert "€\u00a031.01</strong>" in page
    assert "paid by Alice, split equally between 2" in page
    assert "Your share is €\u00a015.50, for Alice." in page
    for _ in range(2):
        # Nothing that is sent along leads elsewhere.
        assert client.post(url(dinner, "confirm/"), {"to": "//elsewhere.example"}).headers["location"] == url(dinner)
    page = client.get(url(dinner)).content.decode()
    assert "Everybody has agreed." in page
    assert "Your share" not in page
    with as_owner():
        assert Activity.objects.filter(verb="expense.confirmed").count() == 1


def test_says_what_was_on_it(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    told = by_items(Money(Decimal("31.01")), [Item("Wine", Decimal(12), (bob,))], [alice, bob])
    bill = split(household, alice, [], split=told)
    page = client_of(bob).get(url(bill)).content.decode()
    assert "Wine, the rest" in page
    assert "named by nobody, shared equally by everybody" in page
    assert "€\u00a021.51" not in page, "Alice paid and takes the odd cent"
    assert "€\u00a021.50" in page
    with as_owner():
        assert list(ExpenseItem.objects.values_list("name", "amount")) == [("Wine", 12), ("", Decimal("19.01"))]


def test_htmx_gets_the_bill_alone_and_a_card_where_it_asks_for_one(
    household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    talk = new_id()
    bill, client = split(household, alice, [alice, bob], conversation=talk), client_of(bob)
    card = client.get(url(bill) + "?card=1").content.decode()
    assert "<html" not in card
    assert "Agree to €\u00a015.50" in card
    assert "You owe Alice" in card
    page = client.post(url(bill, "confirm/"), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert "has agreed" in page
    assert "Agree to" not in client.get(url(bill) + "?card=1").content.decode()


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


def test_what_a_door_reckoned_is_reckoned_again(
    household: Household, alice: User, bob: User, guest: User, stranger: User
) -> None:
    ten = Decimal(10)
    odd = Item("Wine", Decimal(3), (alice,))
    for shares, items, total in (
        ([Share(alice, ten)], (), "11"),
        ([Share(alice, ten), Share(bob, Decimal(-1))], (), "9"),
        ([Share(alice, Decimal("9.995")), Share(bob, Decimal("0.005"))], (), "10"),
        ([Share(alice, ten), Share(alice, ten)], (), "20"),
        ([Share(alice, ten), Share(guest, ten)], (), "20"),
        ([Share(alice, ten), Share(stranger, ten)], (), "20"),
        ([Share(alice, ten)], (odd,), "10"),
        ([Share(alice, ten)], (Item("Wine", ten, (stranger,)),), "10"),
    ):
        with pytest.raises(DomainError):
            split(household, alice, [], total, split=Split("exact", tuple(shares), tuple(items)))
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
    client, home = client_of(guest), f"/h/{dinner.household.code}/"
    for page in (url(dinner), url(dinner) + "?card=1", f"{home}shopping/expenses/", f"{home}shopping/settlements/new/"):
        assert client.get(page).status_code == 403
    assert client.post(url(dinner, "confirm/")).status_code == 403
    for place in ("shopping/?all", "feed/", "search/?q=Dinner"):
        page = client.get(f"{home}{place}", follow=True).content.decode()
        assert "31.01" not in page
        assert "/expenses/" not in page


def test_strangers_find_nothing(
    dinner: Expense, stranger: User, other_household: Household, client_of: ClientOf
) -> None:
    client = client_of(stranger)
    for page in ("", "edit/"):
        assert client.get(url(dinner, page)).status_code == 404
        assert client.get(f"/h/{other_household.code}/shopping/expenses/{dinner.pk}/{page}").status_code == 404
    for deed in ("confirm/", "delete/"):
        assert client.post(f"/h/{other_household.code}/shopping/expenses/{dinner.pk}/{deed}").status_code == 404


def test_search_finds_bills_lists_and_things(dinner: Expense, bob: User, saturday: Any, client_of: ClientOf) -> None:
    on_list(saturday, "Dinner candles")
    page = client_of(bob).get(f"/h/{dinner.household.code}/search/?q=dinner").content.decode()
    assert url(dinner) in page
    assert "on Saturday shop" in page
