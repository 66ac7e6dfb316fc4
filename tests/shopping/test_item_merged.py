"""shopping:item.create: what is said where something joins what is on the list."""

from decimal import Decimal

import pytest

from kitchen.units import Quantity, find_unit
from pantry.matching import match
from shopping.wanted import Merged, summed


def amount(text: str) -> Quantity | None:
    if not text:
        return None
    number, _space, word = text.partition(" ")
    unit = find_unit(word or "piece")
    assert unit
    return Quantity(Decimal(number), unit.code)


@pytest.mark.parametrize(
    ("name", "before", "added", "said"),
    [
        ("Flour", "1 kg", "500 g", "Flour: 1 kg and 500 g are now 1.5 kg."),
        ("Flour", "500 g", "1 kg", "Flour: 500 g and 1 kg are now 1.5 kg."),
        ("Eggs", "6", "4", "Eggs: 6 and 4 are now 10."),
        ("Chopped tomatoes", "2 tins", "1 tin", "Chopped tomatoes: 2 tins and 1 tin are now 3 tins."),
        ("Milk", "1 l", "500 ml", "Milk: 1 l and 500 ml are now 1.5 l."),
        ("Milk", "", "1 l", "Milk is on the list already, from now on with an amount: 1 l."),
        ("Milk", "1 l", "", "Milk is on the list already: 1 l."),
        ("Milk", "", "", "Milk is on the list already."),
    ],
)
def test_amounts_that_convert(name: str, before: str, added: str, said: str) -> None:
    one, other = amount(before), amount(added)
    food = match(name).food
    after = summed(one, other, food.units if food else None) if one and other else one or other
    assert Merged(name, one, other, after).sentence == said


def test_pieces_become_a_weight_that_is_an_estimate() -> None:
    onion = match("onion").food
    assert onion
    one, other = amount("2"), amount("500 g")
    assert one
    assert other
    after = summed(one, other, onion.units)
    assert after
    assert after.unit == "g"
    assert Merged("Onions", one, other, after).sentence.startswith("Onions: 2 and 500 g are now about ")
