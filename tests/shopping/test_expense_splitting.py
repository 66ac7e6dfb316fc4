"""How a bill becomes shares: never a coin lost, in any way to split, and the fewest payments afterwards."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from kitchen.errors import DomainError
from kitchen.typed_money import read_money
from shopping.payments import fewest_payments
from shopping.splitting import (
    Item,
    Money,
    Split,
    apportion,
    by_amounts,
    by_items,
    by_percent,
    by_shares,
    equally,
    payer_first,
)

CENT, YEN = Decimal("0.01"), Decimal(1)
coins = st.integers(min_value=1, max_value=10**7)
currencies = st.sampled_from([("EUR", CENT), ("JPY", YEN)])
weights = st.lists(st.integers(min_value=0, max_value=10**6), min_size=1, max_size=12).filter(any)


def people(count: int) -> list[User]:
    return [User(name=str(number)) for number in range(count)]


def check(split: Split, money: Money) -> None:
    assert sum(share.amount for share in split.shares) == money.total
    assert all(share.amount >= 0 and not share.amount % money.part for share in split.shares)


@given(number=coins, kind=currencies, count=st.integers(min_value=1, max_value=30))
def test_equal_parts_differ_by_a_coin_at_most(number: int, kind: tuple[str, Decimal], count: int) -> None:
    currency, part = kind
    money = Money(number * part, currency, part)
    split = equally(money, everybody := people(count))
    check(split, money)
    amounts = [share.amount for share in split.shares]
    assert max(amounts) - min(amounts) <= part
    assert amounts == sorted(amounts, reverse=True)
    assert equally(money, everybody) == split


@given(number=coins, kind=currencies, given_weights=weights)
def test_weighed_parts_are_within_a_coin_of_what_is_exact(
    number: int, kind: tuple[str, Decimal], given_weights: list[int]
) -> None:
    currency, part = kind
    total = number * part
    amounts = apportion(total, [Fraction(one) for one in given_weights], part)
    assert sum(amounts) == total
    for amount, weight in zip(amounts, given_weights, strict=True):
        assert abs(Fraction(amount) - Fraction(total) * weight / sum(given_weights)) < part
    money = Money(total, currency, part)
    told = [(who, Decimal(one) / 1000) for who, one in zip(people(len(given_weights)), given_weights, strict=True)]
    check(by_shares(money, told), money)


@given(number=coins, cuts=st.lists(st.integers(min_value=0, max_value=100_000), max_size=6))
def test_percents_make_a_hundred(number: int, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), 100_000]
    parts = [Decimal(after - before) / 1000 for before, after in pairwise(edges)]
    money = Money(number * CENT)
    check(by_percent(money, list(zip(people(len(parts)), parts, strict=True))), money)


@given(data=st.data(), count=st.integers(min_value=1, max_value=6), kind=currencies)
def test_things_and_their_rest_make_the_bill(data: st.DataObject, count: int, kind: tuple[str, Decimal]) -> None:
    currency, part = kind
    everybody = people(count)
    some = st.lists(st.sampled_from(everybody), min_size=1, unique=True).map(tuple)
    items = data.draw(
        st.lists(st.builds(Item, st.just("Thing"), coins.map(lambda n: n * part), some), min_size=1, max_size=8)
    )
    rest = data.draw(st.integers(min_value=0, max_value=10**6)) * part
    money = Money(sum(item.amount for item in items) + rest, currency, part)
    split = by_items(money, items, everybody)
    check(split, money)
    assert sum(item.amount for item in split.items) == money.total
    assert ([item.amount for item in split.items if not item.name] or [Decimal(0)]) == [rest]


def test_the_wine_was_mine_and_the_rest_is_everybodys() -> None:
    me, bob, carol = everybody = people(3)
    split = by_items(Money(Decimal("84.50")), [Item("Wine", Decimal(12), (me,))], everybody)
    assert {share.user: share.amount for share in split.shares} == {
        me: Decimal("36.17"),
        bob: Decimal("24.17"),
        carol: Decimal("24.16"),
    }
    assert [(item.name, item.amount) for item in split.items] == [("Wine", Decimal(12)), ("", Decimal("72.50"))]


def test_odd_coins_go_to_who_paid() -> None:
    alice, bob = people(2)
    assert payer_first([alice, bob, alice], bob) == [bob, alice]
    shares = equally(Money(Decimal(5), "JPY", YEN), [bob, alice]).shares
    assert [share.amount for share in shares] == [3, 2]


@pytest.mark.parametrize(
    ("total", "values", "words"),
    [("10", ["4", "5"], "nobody's yet"), ("10", ["4", "7"], "more than"), ("10", ["-1", "11"], "less than nothing")],
)
def test_amounts_that_do_not_make_the_bill_are_told(total: str, values: list[str], words: str) -> None:
    parts = list(zip(people(2), map(Decimal, values), strict=True))
    with pytest.raises(DomainError, match=words):
        by_amounts(Money(Decimal(total)), parts)


@pytest.mark.parametrize("total", ["0", "-1", "1.005", "1000000000"])
def test_what_cannot_be_paid_is_refused(total: str) -> None:
    with pytest.raises(DomainError):
        equally(Money(Decimal(total)), people(2))
    with pytest.raises(DomainError, match="not 100"):
        by_percent(Money(Decimal(10)), list(zip(people(2), [Decimal(60), Decimal(30)], strict=True)))


@given(st.lists(st.integers(min_value=-1000, max_value=1000), min_size=1, max_size=9))
def test_payments_settle_everything(numbers: list[int]) -> None:
    balances = {str(at): Decimal(number) for at, number in enumerate([*numbers, -sum(numbers)])}
    payments = fewest_payments(balances)
    assert len(payments) <= max(0, sum(1 for amount in balances.values() if amount) - 1)
    for payment in payments:
        assert payment.amount > 0
        balances[payment.payer] += payment.amount
        balances[payment.payee] -= payment.amount
    assert not any(balances.values())


def test_those_who_are_quits_among_themselves_save_a_payment() -> None:
    balances = {"a": 50, "b": -30, "c": -20, "d": 25, "e": -25}
    payments = fewest_payments({key: Decimal(amount) for key, amount in balances.items()})
    assert {(one.payer, one.payee, int(one.amount)) for one in payments} == {
        ("e", "d", 25),
        ("b", "a", 30),
        ("c", "a", 20),
    }


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("84.50", "84.50"),
        ("84,5", "84.50"),
        ("€ 1.234,50", "1234.50"),
        ("1,234", "1234"),
        ("1 234", "1234"),
        (",50", "0.50"),
        ("12.345.678", "12345678"),
        ("1,234.5", "1234.50"),
        ("0,125", None),
        ("1 2", None),
        ("5€20", None),
        ("CHF 20", "20"),
        ("-3", None),
        ("1.2.3", None),
        ("ten", None),
        ("", None),
        ("1e9", None),
        ("9" * 40, None),
    ],
)
def test_money_is_read_as_it_is_typed(text: str, amount: str | None) -> None:
    assert read_money(text) == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize(
    ("typed", "places", "words"),
    [("12.345", 2, "12345, or 12.35"), ("€ 1.250", 2, "1250, or 1.25"), ("1,125", 4, "1125, or 1.125")],
)
def test_money_that_is_read_in_two_ways_is_asked_about(typed: str, places: int, words: str) -> None:
    with pytest.raises(DomainError, match=words):
        read_money(typed, places)


def test_prices_of_parts_of_a_coin_are_read_the_same_way() -> None:
    assert read_money("0,125", 4) == read_money("0.125", 4) == Decimal("0.125")
