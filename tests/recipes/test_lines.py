"""A written line becomes a row: what of it is kept, and how it is weighed."""

from decimal import Decimal

import pytest

from kitchen.units import Quantity, convert, convertible
from pantry.queries.foods import food
from recipes.lines import understood
from recipes.queries.shelf import measure


@pytest.mark.parametrize(
    ("text", "unit", "note"),
    [
        ("2 large onions, sliced", "large", "sliced"),
        ("2 small onions", "small", ""),
        ("2 onions, sliced", "", "sliced"),
        ("2 medium onions", "", "medium"),
    ],
)
def test_a_size_is_told_with_the_amount(text: str, unit: str, note: str) -> None:
    row = understood(1, "", text)
    assert (row.quantity, row.unit, row.name, row.note) == (Decimal(2), unit, "onions", note)


def test_large_ones_weigh_more_where_the_catalogue_knows_it() -> None:
    row = understood(1, "", "2 large onions")
    onion = food(row.food_ref)
    assert onion
    assert onion.piece_large
    grams = convert(Quantity(Decimal(2), row.unit), "g", onion.units).amount
    assert grams == 2 * onion.piece_large > convert(Quantity(Decimal(2), "piece"), "g", onion.units).amount


def test_a_size_that_is_not_known_weighs_as_a_piece() -> None:
    loaf = food(understood(1, "", "1 large baguette").food_ref)
    assert loaf
    assert loaf.piece_large is None
    one = convert(Quantity(Decimal(1), "large"), "g", loaf.units).amount
    assert one == convert(Quantity(Decimal(1), "piece"), "g", loaf.units).amount


def test_a_package_is_compared_as_a_usual_one() -> None:
    rice = food(understood(1, "", "1 pack rice").food_ref)
    assert rice
    assert rice.package_weight
    assert measure(rice.id, "pack") == ("mass", rice.package_weight)
    assert not convertible(Quantity(Decimal(1), "pack"), "g", rice.units)
