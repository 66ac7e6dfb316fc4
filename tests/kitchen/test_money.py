from decimal import Decimal

import pytest
from django.utils import translation

from kitchen.money import smallest, tell_money


@pytest.mark.parametrize(
    ("amount", "currency", "told"),
    [
        ("12.5", "EUR", "€ 12.50"),
        ("1234567.891", "USD", "$ 1,234,567.89"),
        ("0.005", "GBP", "£ 0.01"),
        ("-3", "EUR", "−€ 3.00"),
        ("-0.001", "EUR", "€ 0.00"),
        ("1500.5", "JPY", "¥ 1,501"),
        ("7", "CHF", "CHF 7.00"),
    ],
)
def test_money_in_words(amount: str, currency: str, told: str) -> None:
    assert tell_money(Decimal(amount), currency) == told.replace(" ", "\u00a0")


def test_the_decimal_sign_is_that_of_the_language() -> None:
    with translation.override("de"):
        assert "12,50" in tell_money(Decimal("12.5"), "EUR")


def test_not_every_currency_has_cents() -> None:
    assert (smallest("EUR"), smallest("JPY")) == (Decimal("0.01"), Decimal(1))
