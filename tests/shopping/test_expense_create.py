"""shopping:expense.index, shopping:expense.create, shopping:expense.edit, shopping:expense.delete."""

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
from shopping.services.expense_change import change_expense
from shopping.splitting import Money, equally
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.bills import costs, form, pay, split, typed


def shares_of(bill: Expense | None = None) -> dict[str, Decimal]:
    with as_owner():
        rows = ExpenseShare.objects.filter(expense=bill or Expense.objects.get())
        return {row.name: row.amount for row in rows}


@pytest.mark.parametrize(
    ("mode", "values", "shares"),
    [
        ("equal", [], ["42.25", "42.25"]),
        ("exact", ["60", "24,50"], ["60", "24.50"]),
        ("percent", ["66,6", "33.4%"], ["56.28", "28.22"]),
        ("shares", ["2", "1"], ["56.33", "28.17"]),
    ],
)
def test_each_way_to_split(
    mode: str, values: list[str], shares: list[str], household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    sent = form([alice, bob], alice, mode, values, id=str(new_id()))
    for _ in range(2):
        answer = client_of(alice).post(costs(household, "expenses/new/"), sent)
        assert answer.status_code == 302
    assert shares_of() == {"Alice": Decimal(shares[0]), "Bob": Decimal(shares[1])}
    page = client_of(bob).get(answer.url).content.decode()
    assert f"Your share is €\u00a0{Decimal(shares[1]):.2f}" in page


def things(alice: User, bob: User, **more: str) -> dict[str, Any]:
    named: dict[str, Any] = {"item-0-name": "Wine", "item-0-amount": "12", "item-0-people": str(alice.pk)}
    return form([alice, bob], alice, "items", [], id=str(new_id())) | named | more


def test_thing_by_thing_with_the_rest_for_all(
    household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    client, new = client_of(alice), costs(household, "expenses/new/")
    more = client.post(new, things(alice, bob, more="1"))
    assert more.status_code == 200, "nothing is wrong while it is filled in"
    assert 'name="item-2-name"' in more.content.decode()
    assert 'value="Wine"' in more.content.decode()
    assert client.post(new, things(alice, bob)).status_code == 302
    assert shares_of() == {"Alice": Decimal("48.25"), "Bob": Decimal("36.25")}
    with as_owner():
        assert ExpenseItem.objects.count() == 2


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"total": "0"}, "Give an amount that can be paid."),
        ({"total": "12,3456"}, "Give an amount that can be paid, such as"),
        ({"total": "12.345"}, "can be read in two ways: write 12345, or 12.35."),
        ({"title": " "}, "This field is required."),
        ({"title": "\u200b\u202e"}, "This field is required."),
        ({"paid_by": str(new_id())}, "Select a valid choice"),
        ({"item-0-amount": "84.51"}, "The things are €\u00a00.01 more than the bill."),
        ({"item-0-people": ""}, "Say whose it was."),
        ({"item-0-amount": ""}, "Say what it cost."),
        ({"item-0-amount": "lots"}, "Some of the amounts below are no numbers."),
    ],
)
def test_what_was_typed_stays_with_a_sentence(
    changed: dict[str, str], words: str, household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    answer = client_of(alice).post(costs(household, "expenses/new/"), things(alice, bob, **changed))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert 'value="Wine"' in page
    with as_owner():
        assert not Expense.objects.exists()


def test_amounts_and_percents_that_do_not_fit_are_told(
    household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    for mode, values, words in (
        ("exact", ["80", "4"], "€\u00a00.50 of the bill are nobody&#x27;s yet."),
        ("percent", ["60", "30"], "The percents make 90, not 100."),
        ("shares", ["0", ""], "Say between whom this is split."),
        ("shares", ["1e5", "1"], "Give a plain number"),
        ("nonsense", [], "Select a valid choice"),
    ):
        sent = form([alice, bob], alice, mode, values, id=str(new_id()))
        page = client_of(alice).post(costs(household, "expenses/new/"), sent)
        assert (page.status_code, words in page.content.decode()) == (422, True), words


def test_a_currency_without_cents(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    with as_owner():
        Household.objects.filter(pk=household.pk).update(currency="JPY")
    client, new = client_of(alice), costs(household, "expenses/new/")
    assert client.post(new, form([alice, bob], alice, "equal", [], "10.50", id=str(new_id()))).status_code == 422
    assert client.post(new, form([bob, alice], alice, "equal", [], "1,001", id=str(new_id()))).status_code == 302
    assert shares_of() == {"Alice": 501, "Bob": 500}


def test_changed_shares_are_asked_anew_and_the_change_is_taken_back(
    household: Household, alice: User, bob: User, carol: User, client_of: ClientOf
) -> None:
    bill = split(household, alice, [alice, bob, carol], "30.00")
    for person in (bob, carol):
        with tenancy.scope(household=household.pk, person=person.pk):
            confirm_share(bill.shares.get(user=person), by=person)
    url, client = costs(household, f"expenses/{bill.pk}/edit/"), client_of(alice)
    page = client.get(url).content.decode()
    assert 'value="Dinner"' in page
    values = ["10", "15", "5"]
    sent = form([alice, bob, carol], alice, "exact", values, "30.00", id=str(bill.pk), seen=typed(page, "seen"))
    assert client.post(url, sent).status_code == 302
    with as_owner():
        agreed = {row.name: row.confirmed_at is not None for row in bill.shares.all()}
    assert agreed == {"Alice": True, "Bob": False, "Carol": False}
    assert client.post(url, sent).status_code == 422, "the page that was filled in is not the bill any more"
    with tenancy.scope(household=household.pk, person=alice.pk):
        undo_activity(Activity.objects.get(verb="expense.changed"), by=alice)
    assert shares_of(bill) == {"Alice": 10, "Bob": 10, "Carol": 10}
    with as_owner():
        assert not bill.shares.filter(confirmed_at=None).exists(), "everybody's word on that is back"


def test_a_share_that_stays_stays_agreed(household: Household, alice: User, bob: User) -> None:
    bill = split(household, alice, [alice, bob], "30.00")
    with tenancy.scope(household=household.pk, person=bob.pk):
        confirm_share(bill.shares.get(user=bob), by=bob)
        told = {"title": "Supper", "total": bill.total, "split": equally(Money(bill.total), [alice, bob])}
        change_expense(bill, by=bob, paid_by=alice, **told)
        assert not bill.shares.filter(confirmed_at=None).exists()
        change_expense(bill, by=bob, paid_by=bob, **told)
        assert bill.shares.filter(confirmed_at=None).get().user == alice, "another is owed now"
        assert Activity.objects.filter(verb="expense.changed").count() == 2
        change_expense(bill, by=bob, paid_by=bob, **told)
        assert Activity.objects.filter(verb="expense.changed").count() == 2
        first = Activity.objects.filter(verb="expense.changed").order_by("number")[0]
        with pytest.raises(DomainError, match="changed again"):
            undo_activity(first, by=bob)


def test_deleted_with_a_way_back(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    bill, client = split(household, alice, [alice, bob]), client_of(bob)
    answer = client.post(costs(household, f"expenses/{bill.pk}/delete/"), follow=True).content.decode()
    assert "nobody owes anything for it" in answer
    assert "Dinner" not in client.get(costs(household)).content.decode()
    assert client.post(costs(household, f"expenses/{bill.pk}/delete/")).status_code == 404
    with tenancy.scope(household=household.pk, person=bob.pk):
        told = Activity.objects.get(verb="expense.deleted")
        undo_activity(told, by=bob)
        with pytest.raises(DomainError):
            undo_activity(told, by=bob)
    assert "Dinner" in client.get(costs(household)).content.decode()


def test_the_list_says_how_the_reader_stands(
    household: Household, alice: User, bob: User, carol: User, client_of: ClientOf
) -> None:
    assert "No shared bill yet" in client_of(alice).get(costs(household)).content.decode()
    split(household, alice, [alice, bob], "30.00")
    split(household, bob, [alice, bob, carol], "30.00", title="Taxi")
    pay(household, bob, alice, "5", by=bob)
    page = client_of(alice).get(costs(household)).content.decode()
    for words in ("you lent", "your share", "do you agree?", "waits for Bob", "Bob paid you", "did you get it?"):
        assert words in page
    assert "You are quits." in page
    assert "Carol owes Bob" in page
    assert "€\u00a010.00" in page
    page = client_of(carol).get(costs(household)).content.decode()
    assert "without you" in page
    assert "You owe" in page
    filled = client_of(carol).get(costs(household, "expenses/new/?title=Taxi&total=12")).content.decode()
    assert 'value="Taxi"' in filled
    assert "shopping/expenses/" in client_of(carol).get(costs(household, "?all"), follow=True).content.decode()
