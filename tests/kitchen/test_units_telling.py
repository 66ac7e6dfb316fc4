"""Amounts are told as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.units import UNITS, Quantity, suited, tell, tell_range, unit_name


@pytest.mark.parametrize(
    ("amount", "unit", "told"),
    [
        ("1500", "g", "1.5 kg"),
        ("0.25", "kg", "250 g"),
        ("1000000", "mg", "1 kg"),
        ("750", "ml", "750 ml"),
        ("2000", "ml", "2 l"),
        ("250.0000", "g", "250 g"),
        ("12.34", "g", "12.3 g"),
        ("453.6", "g", "454 g"),
        ("0.0004", "g", "0.0004 g"),
        ("0", "g", "0 g"),
        ("0.5", "tsp", "½ tsp"),
        ("1.3333", "cup", "1⅓ cups"),
        ("2.6667", "tbsp", "2⅔ tbsp"),
        ("0.75", "cup", "¾ cup"),
        ("3", "piece", "3"),
        ("0.5", "piece", "½"),
        ("1", "tin", "1 tin"),
        ("2", "tin", "2 tins"),
        ("0.5", "jar", "½ jar"),
        ("1.5", "bunch", "1½ bunches"),
        ("1", "lb", "454 g"),
        ("2.2", "tin", "2.2 tins"),
    ],
)
def test_metric(amount: str, unit: str, told: str) -> None:
    assert tell(Quantity(Decimal(amount), unit)) == told


@pytest.mark.parametrize(
    ("amount", "unit", "told"),
    [
        ("8", "oz", "8 oz"),
        ("0.5", "lb", "8 oz"),
        ("453.59237", "g", "1 lb"),
        ("236.5882365", "ml", "1 cup"),
        ("59.1470591", "ml", "¼ cup"),
        ("1", "l", "1.06 quarts"),
        ("5", "ml", "1 tsp"),
        ("2.54", "cm", "1 in"),
        ("3", "clove", "3 cloves"),
    ],
)
def test_american(amount: str, unit: str, told: str) -> None:
    assert tell(Quantity(Decimal(amount), unit), "us") == told


def test_ranges_are_told_in_one_unit() -> None:
    assert tell_range(Decimal(4), Decimal(5), "clove") == "4–5 cloves"
    assert tell_range(Decimal(800), Decimal(1200), "g") == "0.8–1.2 kg"
    assert tell_range(Decimal(2), None, "tbsp") == "2 tbsp"


def test_every_unit_has_a_name() -> None:
    assert [code for code in UNITS if not unit_name(code)] == []
    assert [unit_name(code) for code in ("kg", "fl_oz", "tin", "piece")] == ["kg", "fl oz", "tin", "piece"]
    assert unit_name("leaf", 2) == "leaves"


@settings(derandomize=True, database=None, deadline=None)
@given(
    st.decimals(min_value=0, max_value="1e20", allow_nan=False),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from(["metric", "us"]),
)
def test_every_amount_can_be_told(amount: Decimal, unit: str, system: str) -> None:
    assert tell(Quantity(amount, unit), system)
    assert suited(Quantity(amount, unit), system).measure.family == UNITS[unit].family
