"""What a list costs (shopping.queries.money, shopping.queries.price), and prices that are kept (services.price)."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from shopping.models import ItemState, PriceRecord, ShoppingList, ShoppingListItem
from shopping.queries.money import Money, money_of
from shopping.queries.price import estimate, paid_for, prices_of
from shopping.services.price import correct_price, drop_prices, keep_prices
from tests.database import as_owner
from tests.factories import StockItemFactory
from tests.factories.shopping import PriceRecordFactory, ShoppingListItemFactory, food_named
from tests.shopping.rows import on_list
from tests.shopping.shops import as_member, store

D = Decimal


def item(kept: ShoppingList, name: str, much: str = "", **fields: Any) -> ShoppingListItem:
    number, _space, unit = much.partition(" ")
    amount = {"quantity": D(number), "unit": unit} if much else {}
    made: ShoppingListItem = ShoppingListItemFactory(shopping_list=kept, name=name, linked=True, **amount, **fields)
    return made


def paid(household: Household, name: str, price: str, much: str = "", **fields: Any) -> PriceRecord:
    number, _space, unit = much.partition(" ")
    amount = {"quantity": D(number), "unit": unit} if much else {}
    made: PriceRecord = PriceRecordFactory(
        household=household, name=name, price=D(price), food=food_named(name), **amount, **fields
    )
    return made


def guess(one: ShoppingListItem, bob: User) -> Decimal | None:
    with as_member(one.household, bob):
        return estimate(one, paid_for(one, prices_of(one.household, [one])), one.household.currency)


@pytest.mark.parametrize(
    ("before", "now", "cost"),
    [
        ("1 l", "500 ml", "0.60"),
        ("", "", "1.20"),
        ("1 l", "", "1.20"),
        ("", "1 l", None),
        ("1 pack", "1 l", None),
        ("1 l", "2 piece", None),
        ("2 l", "3 l", "1.80"),
    ],
)
def test_what_it_will_cost(before: str, now: str, cost: str | None, saturday: ShoppingList, bob: User) -> None:
    paid(saturday.household, "Milk", "1.20", before)
    found = guess(item(saturday, "Milk", now), bob)
    assert found == (D(cost) if cost else None)


def test_the_newest_price_that_converts_counts_and_its_own_product_first(saturday: ShoppingList, bob: User) -> None:
    household = saturday.household
    paid(household, "Milk", "1.00", "1 l", paid_on=date(2026, 1, 1))
    paid(household, "Milk", "1.40", "1 l", paid_on=date(2026, 2, 1))
    paid(household, "Milk", "9.00", "1 box", paid_on=date(2026, 3, 1))
    assert guess(item(saturday, "Milk", "2 l"), bob) == D("2.80")
    StockItemFactory(
        household=household, name="Milk", food=food_named("Milk"), price=D("3.00"), price_amount=D(1), price_unit="l"
    )
    assert guess(item(saturday, "Milk", "2 l"), bob) == D("6.00")


def test_prices_in_another_currency_and_of_others_are_none(
    saturday: ShoppingList, other_household: Household, bob: User
) -> None:
    paid(saturday.household, "Milk", "1.00", "1 l", currency="CHF")
    paid(other_household, "Milk", "1.00", "1 l")
    assert guess(item(saturday, "Milk", "1 l"), bob) is None


def money(kept: ShoppingList, bob: User) -> Money | None:
    with as_member(kept.household, bob):
        return money_of(ShoppingList.objects.select_related("household").get(pk=kept.pk))


def test_the_sum_says_what_is_guessed_and_what_is_not_known(saturday: ShoppingList, bob: User) -> None:
    assert money(saturday, bob) is None
    paid(saturday.household, "Milk", "1.20", "1 l")
    item(saturday, "Milk", "10 l")
    on_list(saturday, "Cheese", price=D("20.50"), state=ItemState.TICKED)
    on_list(saturday, "Bread", "Jam")
    on_list(saturday, "Gone", price=D(100), state=ItemState.REMOVED)
    found = money(saturday, bob)
    assert found
    assert found.sentence == "about €\u00a033, 2 without a price"
    assert found.in_basket == "about €\u00a021 in the basket"
    with as_owner():
        ShoppingList.objects.filter(pk=saturday.pk).update(budget=30)
    found = money(saturday, bob)
    assert found
    assert found.sentence == "about €\u00a033 of €\u00a030, 2 without a price"
    assert (found.over, found.beyond, found.share, found.basket_share) == (True, "€\u00a02.50 over the budget", 100, 68)


def test_a_sum_of_prices_is_exact(saturday: ShoppingList, bob: User) -> None:
    on_list(saturday, "Cheese", price=D("20.50"))
    found = money(saturday, bob)
    assert found
    assert (found.sentence, found.over) == ("€\u00a020.50", False)


def bought(kept: ShoppingList, price: str | None, **fields: Any) -> ShoppingListItem:
    when = {"ticked_at": datetime(2026, 3, 7, 23, 30, tzinfo=UTC), "state": ItemState.PUT_AWAY, **fields}
    return item(kept, "Milk", "2 l", price=D(price) if price else None, **when)


def kept_prices() -> list[tuple[Decimal, date, Any]]:
    with as_owner():
        return list(PriceRecord.objects.values_list("price", "paid_on", "store__name"))


def test_a_price_is_kept_once_and_follows_its_item(saturday: ShoppingList, bob: User) -> None:
    household, one = saturday.household, bought(saturday, "2.40", store=store(saturday.household, name="Lidl"))
    free = bought(saturday, None)
    for _ in range(2):
        with as_member(household, bob):
            keep_prices(household, [one, free])
    assert kept_prices() == [(D("2.40"), date(2026, 3, 7), "Lidl")]
    with as_member(household, bob):
        correct_price(one, D("2.60"), by=bob)
    assert [price for price, *_ in kept_prices()] == [D("2.60")]
    with as_owner():
        line = Activity.objects.get(verb="price.corrected")
        assert ShoppingListItem.objects.get(pk=one.pk).price == D("2.60")
    with as_member(household, bob):
        undo_activity(line, by=bob)
    assert [price for price, *_ in kept_prices()] == [D("2.40")]
    with as_member(household, bob):
        drop_prices(household, [one])
    assert kept_prices() == []
