"""Adding to a list: what merges, what is new, what arrives twice."""

from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from shopping.services.item import Added, Wanted, add_items, tick_item
from shopping.services.list import default_list
from tests.accounts.races import at_once


def add(kept: ShoppingList, by: User, *wanted: Wanted, **more: Any) -> Added:
    with tenancy.scope(household=kept.household_id, person=by.pk):
        return add_items(kept, wanted, by=by, **more)


def rows(kept: ShoppingList, by: User) -> list[tuple[str, Decimal | None, str]]:
    with tenancy.scope(household=kept.household_id, person=by.pk):
        items = ShoppingListItem.objects.filter(shopping_list=kept, state=ItemState.OPEN).order_by("name")
        return [(item.name, item.quantity, item.unit) for item in items]


def test_the_same_food_is_one_row_with_the_sum(saturday: ShoppingList, alice: User) -> None:
    add(saturday, alice, Wanted("Milk", Decimal(1), "l"))
    done = add(saturday, alice, Wanted("milk", Decimal(500), "ml"), Wanted("Bread"))
    assert rows(saturday, alice) == [("Bread", None, ""), ("Milk", Decimal("1.5"), "l")]
    assert [one.sentence for one in done.merged] == ["Milk: 1 l and 500 ml are now 1.5 l."]


def test_units_that_do_not_convert_stay_two_rows(saturday: ShoppingList, alice: User) -> None:
    add(saturday, alice, Wanted("Glow sticks", Decimal(2), "pack"), Wanted("glow sticks", Decimal(300), "g"))
    assert rows(saturday, alice) == [
        ("Glow sticks", Decimal(2), "pack"),
        ("glow sticks", Decimal(300), "g"),
    ]


def test_what_is_counted_and_weighed_is_summed_by_weight(saturday: ShoppingList, alice: User) -> None:
    add(saturday, alice, Wanted("Onions", Decimal(2), "piece"))
    add(saturday, alice, Wanted("Onion", Decimal(500), "g"))
    ((name, quantity, unit),) = rows(saturday, alice)
    assert (name, unit) == ("Onions", "g")
    assert quantity is not None
    assert quantity > 600


@pytest.mark.parametrize(
    ("first", "then", "says"),
    [
        (Wanted("Salt"), Wanted("salt"), "Salt is on the list already."),
        (Wanted("Salt", Decimal(1), "pack"), Wanted("salt"), "Salt is on the list already: 1 pack."),
        (Wanted("Salt"), Wanted("salt", Decimal(500), "g"), "from now on with an amount: 500 g"),
    ],
)
def test_says_what_was_there(saturday: ShoppingList, alice: User, first: Wanted, then: Wanted, says: str) -> None:
    add(saturday, alice, first)
    done = add(saturday, alice, then)
    assert says in done.merged[0].sentence
    assert len(rows(saturday, alice)) == 1


def test_what_lies_in_the_basket_is_bought_again(saturday: ShoppingList, alice: User) -> None:
    done = add(saturday, alice, Wanted("Milk", Decimal(1), "l"))
    with tenancy.scope(household=saturday.household_id, person=alice.pk):
        tick_item(done.items[0], by=alice)
    add(saturday, alice, Wanted("Milk", Decimal(1), "l"))
    assert rows(saturday, alice) == [("Milk", Decimal(1), "l")]


def test_what_is_sent_twice_is_added_once(saturday: ShoppingList, alice: User) -> None:
    operation = new_id()
    add(saturday, alice, Wanted("Milk", Decimal(1), "l"))
    for _ in range(2):
        add(saturday, alice, Wanted("Milk", Decimal(1), "l"), Wanted("Bread"), operation=operation)
    assert rows(saturday, alice) == [("Bread", None, ""), ("Milk", Decimal(2), "l")]


@pytest.mark.parametrize("wrong", [Wanted(" "), Wanted("x" * 121), Wanted("Rice", Decimal(10) ** 9, "kg")])
def test_refuses_what_no_shop_has(saturday: ShoppingList, alice: User, wrong: Wanted) -> None:
    with pytest.raises(DomainError):
        add(saturday, alice, wrong)
    assert rows(saturday, alice) == []


def test_guests_add_nothing(saturday: ShoppingList, guest: User) -> None:
    with pytest.raises(DomainError, match="role"):
        add(saturday, guest, Wanted("Milk"))


def undo(kept: ShoppingList, by: User) -> None:
    with tenancy.scope(household=kept.household_id, person=by.pk):
        undo_activity(Activity.objects.filter(verb="item.added").latest("number"), by=by)


def test_undo_takes_away_what_came_and_no_more(saturday: ShoppingList, alice: User, bob: User) -> None:
    add(saturday, alice, Wanted("Milk", Decimal(1), "l", note="organic"))
    add(saturday, alice, Wanted("milk", Decimal(1), "l", note="for Mia"), Wanted("Bread"))
    undo(saturday, bob)
    assert rows(saturday, alice) == [("Milk", Decimal(1), "l")]
    with tenancy.scope(household=saturday.household_id, person=alice.pk):
        assert ShoppingListItem.objects.get(state=ItemState.OPEN).note == "organic"


def test_undo_refuses_when_somebody_has_it_in_the_basket(saturday: ShoppingList, alice: User, bob: User) -> None:
    done = add(saturday, alice, Wanted("Milk"))
    with tenancy.scope(household=saturday.household_id, person=bob.pk):
        tick_item(done.items[0], by=bob)
    with pytest.raises(DomainError, match="since"):
        undo(saturday, alice)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one_row(saturday: ShoppingList, alice: User, bob: User) -> None:
    def work(by: User) -> Any:
        def run(ready: Any) -> None:
            ready()
            add_items(saturday, [Wanted("Milk", Decimal(1), "l")], by=by)

        return by, saturday.household, run

    assert at_once(work(alice), work(bob)) == []
    assert rows(saturday, alice) == [("Milk", Decimal(2), "l")]


@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one_first_list(household: Household, alice: User, bob: User) -> None:
    def run(by: User) -> Any:
        return by, household, lambda ready: (ready(), default_list(household, by=by))

    assert at_once(run(alice), run(bob)) == []
    with tenancy.scope(household=household.pk, person=alice.pk):
        assert ShoppingList.objects.count() == 1
