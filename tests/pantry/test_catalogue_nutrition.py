"""What 100 g hold: whole, plausible, and from a source."""

import re
from collections.abc import Mapping
from decimal import Decimal

import pytest

from pantry.catalogue import NUTRIENTS, Nutrition, foods, nutrition

by_name = {one.name: one for one in foods()}
KNOWN: dict[str, Nutrition] = {one.name: known for one in foods() if (known := nutrition(one.number))}
GRAMS = [one.code for one in NUTRIENTS.values() if one.unit == "g"]
MILLIGRAMS = [one.code for one in NUTRIENTS.values() if one.unit == "mg"]
# Rounding, and laboratories that measure each by itself.
SLACK = Decimal("1.3")


def test_many_foods_have_it_and_others_none() -> None:
    assert len(KNOWN) >= 650
    assert nutrition(0) is None
    assert nutrition(by_name["ready meal"].number) is None


def test_each_says_its_source_and_is_of_a_food() -> None:
    assert all(re.fullmatch(r"sr28:\d{5}", one.source) for one in KNOWN.values())
    assert all({"energy", "protein", "carbohydrate", "fat"} <= set(one.values) for one in KNOWN.values())


def test_it_is_read_once() -> None:
    assert nutrition(1) is nutrition(1)


def is_possible(values: Mapping[str, Decimal]) -> bool:
    return (
        set(values) <= set(NUTRIENTS)
        and all(figure >= 0 for figure in values.values())
        and values["energy"] <= 902
        and values["protein"] + values["carbohydrate"] + values["fat"] <= 105
        and all(values.get(code, 0) <= 101 for code in GRAMS)
        and sum(values.get(code, 0) for code in MILLIGRAMS) <= 100_000
    )


def test_figures_are_possible() -> None:
    assert [name for name, known in KNOWN.items() if not is_possible(known.values)] == []


def test_a_part_is_no_more_than_the_whole() -> None:
    for name, known in KNOWN.items():
        for part in (one for one in NUTRIENTS.values() if one.part_of):
            assert known.values.get(part.code, 0) <= known.values[part.part_of] + SLACK, f"{name}: {part.code}"


def test_the_energy_is_that_of_its_parts() -> None:
    """Four kcal a gram, nine for fat; fibre gives less, acids give more, and laboratories have factors of their own."""
    for name, known in KNOWN.items():
        if by_name[name].category in {"alcohol", "baking", "spices"}:
            continue
        values = known.values
        counted = 4 * (values["protein"] + values["carbohydrate"]) + 9 * values["fat"]
        least = counted - 4 * values.get("fibre", 0)
        assert least * Decimal("0.7") - 15 <= values["energy"] <= counted * Decimal("1.15") + 25, name


@pytest.mark.parametrize(
    ("name", "energy", "code", "low", "high"),
    [
        ("olive oil", 884, "fat", 99, 100),
        ("sugar", 387, "sugars", 99, 100),
        ("milk", 61, "calcium", 100, 125),
        ("orange", 47, "vitamin_c", 50, 55),
        ("carrot", 41, "vitamin_a", 800, 860),
        ("lentils", 352, "iron", 6, 8),
        ("salt", 0, "sodium", 38_000, 39_000),
        ("salmon", 208, "vitamin_d", 10, 12),
        ("brazil nuts", 659, "selenium", 1900, 1920),
    ],
)
def test_known_foods(name: str, energy: int, code: str, low: int, high: int) -> None:
    values = KNOWN[name].values
    assert values["energy"] == energy
    assert low <= values[code] <= high


def test_what_has_no_fat_of_animals_has_no_cholesterol() -> None:
    vegan = [one for one in KNOWN if "vegan" in by_name[one].diets]
    assert [one for one in vegan if KNOWN[one].values.get("cholesterol", 0) > 5] == []
