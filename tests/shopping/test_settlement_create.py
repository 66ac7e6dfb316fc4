"""shopping:settlement.create, shopping:settlement.confirm, shopping:settlement.delete, and what is owed afterwards."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, Membership, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.queries.day import today_in
from shopping.models import Settlement
from shopping.queries.balance import balances_of
from shopping.services.expense import confirm_share
from shopping.services.settlement import confirm_settlement, record_settlement, remove_settlement
from tests.accounts.races import at_once
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.bills import costs, pay, split, typed


def owed(household: Household, reader: User, **more: Any) -> list[tuple[str, str, Decimal]]:
    with tenancy.scope(household=household.pk, person=reader.pk):
        found = balances_of(household, reader, **more)
    return [(one.payer.name, one.payee.name, one.exact) for one in found.payments]


def test_noted_once_and_confirmed_by_who_got_it(
    household: Household, alice: User, bob: User, carol: User, client_of: ClientOf
) -> None:
    split(household, alice, [alice, bob], "31.00")
    client, new = client_of(bob), costs(household, "settlements/new/")
    page = client.get(new).content.decode()
    assert "One payment settles everything" in page
    sent = {name: typed(page, name) for name in ("id", "currency", "payer", "payee", "amount", "paid_on")}
    assert [sent[name] for name in ("payer", "payee", "amount")] == [str(bob.pk), str(alice.pk), "15.50"]
    for _ in range(2):
        assert client.post(new, sent).status_code == 302
    with as_owner():
        noted = Settlement.objects.get()
    assert owed(household, bob) == []
    for person in (bob, carol):
        page = client_of(person).post(costs(household, f"settlements/{noted.pk}/confirm/"), follow=True)
        assert "nobody else" in page.content.decode()
    for _ in range(2):
        client_of(alice).post(costs(household, f"settlements/{noted.pk}/confirm/"))
    page = client.post(costs(household, f"settlements/{noted.pk}/delete/"), follow=True).content.decode()
    assert "Alice has confirmed it" in page
    assert "paid back, confirmed" in page
    with as_owner():
        assert Activity.objects.filter(verb="settlement.confirmed").count() == 1


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"amount": "0"}, "Give an amount that can be paid."),
        ({"amount": "x"}, "Give an amount that can be paid, such as"),
        ({"payee": "{bob}"}, "nobody pays themselves"),
        ({"payee": str(new_id())}, "Select a valid choice"),
        ({"paid_on": "{tomorrow}"}, "still to come"),
        ({"paid_on": "9999-12-31"}, "still to come"),
        ({"paid_on": "0001-01-01"}, "more than ten years ago"),
        ({"currency": "QQQ"}, "open the form again"),
    ],
)
def test_what_is_no_payment_is_refused(
    changed: dict[str, str], words: str, household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    today = today_in(household)
    told = {"bob": bob.pk, "tomorrow": today + timedelta(days=1)}
    sent = {"id": str(new_id()), "currency": "EUR", "payer": str(bob.pk), "payee": str(alice.pk), "amount": "5"}
    sent |= {"paid_on": today.isoformat(), **{name: value.format(**told) for name, value in changed.items()}}
    answer = client_of(bob).post(costs(household, "settlements/new/"), sent)
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    with as_owner():
        assert not Settlement.objects.exists()


def test_taken_back_by_the_feed_and_by_the_page(household: Household, alice: User, bob: User) -> None:
    split(household, alice, [alice, bob], "31.00")
    noted = pay(household, bob, alice, "15.50", by=bob)
    with tenancy.scope(household=household.pk, person=bob.pk):
        remove_settlement(noted, by=bob)
        remove_settlement(noted, by=bob)
        undo_activity(Activity.objects.get(verb="settlement.removed"), by=bob)
    with tenancy.scope(household=household.pk, person=alice.pk):
        confirm_settlement(noted, by=alice)
        with pytest.raises(DomainError, match="has confirmed it"):
            undo_activity(Activity.objects.get(verb="settlement.noted"), by=bob)
        with pytest.raises(DomainError, match="own word"):
            undo_activity(Activity.objects.get(verb="settlement.confirmed"), by=bob)
        undo_activity(Activity.objects.get(verb="settlement.confirmed"), by=alice)
        undo_activity(Activity.objects.get(verb="settlement.noted"), by=bob)
    assert owed(household, bob) == [("Bob", "Alice", Decimal("15.50"))]


def test_who_got_it_confirms_by_noting_it(household: Household, alice: User, bob: User) -> None:
    assert pay(household, bob, alice, "5", by=alice).confirmed_at is not None
    assert pay(household, bob, alice, "5", by=bob).confirmed_at is None
    assert owed(household, bob) == [("Alice", "Bob", Decimal(10))], "more than was owed is owed back"


def test_balances_of_a_conversation_and_of_other_currencies(
    household: Household, alice: User, bob: User, carol: User
) -> None:
    talk = new_id()
    split(household, alice, [alice, bob], "10.00", conversation=talk)
    split(household, bob, [bob, carol], "10.00")
    assert owed(household, alice) == [("Carol", "Alice", Decimal(5))], "one payment instead of two"
    assert owed(household, alice, conversation=talk) == [("Bob", "Alice", Decimal(5))]
    pay(household, bob, alice, "5", by=bob, conversation=talk)
    assert owed(household, alice, conversation=talk) == []
    assert pay(household, bob, alice, "5", by=bob, conversation=new_id()).conversation is None
    with as_owner():
        Household.objects.filter(pk=household.pk).update(currency="JPY")
        household = Household.objects.get(pk=household.pk)
    split(household, carol, [carol, alice], "100")
    with tenancy.scope(household=household.pk, person=alice.pk):
        found = [(one.currency, one.payer.name) for one in balances_of(household, alice).payments]
    assert ("JPY", "Alice") in found
    assert any(currency == "EUR" for currency, _name in found)


def test_who_moved_out_still_owes(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    split(household, alice, [alice, bob], "10.00")
    with as_owner():
        Membership.objects.filter(household=household, user=bob).delete()
    assert owed(household, alice) == [("Bob", "Alice", Decimal(5))]
    assert pay(household, User(pk=bob.pk, name="Bob"), alice, "5", by=alice)
    assert owed(household, alice) == []
    assert "Bob paid you" in client_of(alice).get(costs(household)).content.decode()


def test_strangers_and_guests(
    household: Household,
    alice: User,
    bob: User,
    guest: User,
    stranger: User,
    other_household: Household,
    client_of: ClientOf,
) -> None:
    noted = pay(household, bob, alice, "5", by=bob)
    for deed in ("confirm/", "delete/"):
        assert client_of(guest).post(costs(household, f"settlements/{noted.pk}/{deed}")).status_code == 403
        assert client_of(stranger).post(costs(household, f"settlements/{noted.pk}/{deed}")).status_code == 404
        assert client_of(stranger).post(costs(other_household, f"settlements/{noted.pk}/{deed}")).status_code == 404
    for payer, payee in ((stranger, alice), (alice, guest)):
        with pytest.raises(DomainError, match="who live here"):
            pay(household, payer, payee, "5", by=alice)


@pytest.mark.django_db(transaction=True)
def test_pressed_by_two_at_once_it_happens_once(household: Household, alice: User, bob: User) -> None:
    bill, id = split(household, alice, [alice, bob], "10.00"), new_id()
    with tenancy.scope(household=household.pk, person=bob.pk):
        share = bill.shares.select_related("household").get(user=bob)

    def confirm() -> Any:
        return bob, household, lambda ready: (ready(), confirm_share(share, by=bob))

    def note() -> Any:
        told = {"payer": bob, "payee": alice, "amount": Decimal(5), "by": bob, "id": id}
        return bob, household, lambda ready: (ready(), record_settlement(household, **told))

    assert at_once(confirm(), confirm(), note(), note()) == []
    with as_owner():
        noted = Settlement.objects.get()
        assert not bill.shares.filter(confirmed_at=None).exists()
        assert Activity.objects.filter(verb="expense.confirmed").count() == 1

    def got() -> Any:
        return alice, household, lambda ready: (ready(), confirm_settlement(noted, by=alice))

    assert at_once(got(), got()) == []
    with as_owner():
        assert Activity.objects.filter(verb="settlement.confirmed").count() == 1
