"""Amounts turn into other units exactly, or it is said what is not known."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.units import SCALE, TOLERANCE, UNITS, CannotConvert, Facts, Quantity, convert, convertible, rounded

GARLIC = Facts(unit_weights={"clove": Decimal(5), "head": Decimal(50)})
MILK = Facts(density=Decimal("1.03"))
EGG = Facts(piece_weight=Decimal(53))
KNOWN = Facts(Decimal("0.53"), Decimal(120), dict.fromkeys(UNITS, Decimal(7)))
AMOUNTS = st.decimals(min_value="0.0001", max_value="10000000", places=4)


def q(amount: str, unit: str) -> Quantity:
    return Quantity(Decimal(amount), unit)


@pytest.mark.parametrize(
    ("amount", "unit", "to", "result"),
    [
        ("1.5", "kg", "g", "1500"),
        ("2", "dl", "ml", "200"),
        ("20", "dag", "g", "200"),
        ("3", "tsp", "tbsp", "1"),
        ("16", "tbsp", "cup", "1"),
        ("1", "cup", "ml", "236.5882365"),
        ("1", "gallon", "pint", "8"),
        ("1", "imp_pint", "ml", "568.26125"),
        ("1", "imp_gallon", "imp_pint", "8"),
        ("1", "imp_pint", "imp_fl_oz", "20"),
        ("1", "imp_gallon", "l", "4.54609"),
        ("1", "lb", "oz", "16"),
        ("1", "lb", "g", "453.59237"),
        ("2", "dozen", "piece", "24"),
        ("1", "inch", "cm", "2.54"),
        ("3", "tin", "tin", "3"),
    ],
)
def test_inside_a_family_it_is_exact(amount: str, unit: str, to: str, result: str) -> None:
    assert convert(q(amount, unit), to).amount == Decimal(result)


@pytest.mark.parametrize(
    ("quantity", "to", "facts", "result"),
    [
        (q("3", "clove"), "g", GARLIC, "15"),
        (q("100", "g"), "head", GARLIC, "2"),
        (q("1", "head"), "clove", GARLIC, "10"),
        (q("2", "l"), "kg", MILK, "2.06"),
        (q("12", "piece"), "g", EGG, "636"),
        (q("1", "dozen"), "g", EGG, "636"),
        (q("2", "tin"), "g", Facts(unit_weights={"tin": Decimal(400)}), "800"),
        (q("1", "cup"), "g", Facts(Decimal("0.2"), unit_weights={"cup": Decimal(30)}), "30"),
        (q("4", "piece"), "g", Facts(unit_weights={"piece": Decimal(90)}), "360"),
        (q("2", "large"), "g", Facts(piece_weight=Decimal(90), unit_weights={"large": Decimal(120)}), "240"),
        (q("2", "small"), "g", Facts(piece_weight=Decimal(90)), "180"),
        (q("2", "pack"), "g", Facts(package_weight=Decimal(250)), "500"),
        (q("2", "tin"), "g", Facts(unit_weights={"tin": Decimal(400)}, package_weight=Decimal(250)), "800"),
    ],
)
def test_between_families_it_goes_by_what_is_known(quantity: Quantity, to: str, facts: Facts, result: str) -> None:
    assert rounded(convert(quantity, to, facts).amount) == Decimal(result)


@pytest.mark.parametrize(
    ("quantity", "to", "facts", "says"),
    [
        (q("10", "bottle"), "oz", None, "bottle"),
        (q("10", "bottle"), "tin", None, "bottle"),
        (q("1", "cup"), "g", GARLIC, "volume"),
        (q("100", "g"), "piece", MILK, "piece"),
        (q("5", "cm"), "g", None, "cm"),
    ],
)
def test_a_refusal_says_what_is_not_known(quantity: Quantity, to: str, facts: Facts | None, says: str) -> None:
    assert not convertible(quantity, to, facts)
    with pytest.raises(CannotConvert) as refused:
        convert(quantity, to, facts)
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")


@settings(derandomize=True, database=None, deadline=None)
@given(AMOUNTS, st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)))
def test_there_and_back_is_the_same(amount: Decimal, unit: str, other: str) -> None:
    back = convert(convert(Quantity(amount, unit), other, KNOWN), unit, KNOWN)
    assert abs(back.amount - amount) <= amount * TOLERANCE
    assert rounded(back.amount) == amount


@settings(derandomize=True, database=None, deadline=None, max_examples=50)
@given(AMOUNTS, st.sampled_from(sorted(UNITS)))
def test_bottles_are_never_ounces(amount: Decimal, unit: str) -> None:
    """Without a weight of a bottle it turns into nothing but bottles."""
    assert convertible(Quantity(amount, "bottle"), unit) == (unit == "bottle")


def test_ounces_of_weight_are_not_ounces_of_volume() -> None:
    assert UNITS["oz"].kind == "mass"
    assert UNITS["fl_oz"].kind == "volume"
    assert not convertible(q("1", "fl_oz"), "oz")


def test_amounts_are_kept_at_one_scale() -> None:
    assert rounded(Decimal(1) / 3) == Decimal("0.3333")
    assert rounded(Decimal("0.00005")) == SCALE


def test_an_unknown_unit_is_no_quantity() -> None:
    with pytest.raises(KeyError):
        q("1", "firkin")
