"""Figures of foods are plausible, and each says where it is from."""

import re
from decimal import Decimal

import pytest

from pantry.catalogue import FREEZER, FRIDGE, OPENED, OWN, PANTRY, SEALED, THAWED, FoodFacts, foods

by_name = {one.name: one for one in foods()}
SOURCE = re.compile(r"own|sr28:\d{5}|foodkeeper:\d{1,3}")


def test_each_figure_names_its_source_and_nothing_else_is_named() -> None:
    for one in foods():
        named = [pair.partition("=")[0] for pair in one.sources.split()]
        assert sorted(named) == sorted(one.figures), one.name
        assert all(SOURCE.fullmatch(one.source_of(figure)) for figure in one.figures), one.name


def test_a_source_is_told_for_a_figure() -> None:
    apple = by_name["apple"]
    assert apple.source_of("piece_small") == "sr28:09003"
    assert apple.source_of("fridge") == "foodkeeper:248"
    assert apple.source_of("clove") == ""
    assert apple.source_of("package_weight") == OWN
    assert apple.is_estimate("package_weight")
    assert not apple.is_estimate("piece_small")
    assert not apple.is_estimate("clove")


def test_usda_weighs_and_foodkeeper_tells_days() -> None:
    days = {"pantry", "fridge", "freezer", "pantry_opened", "fridge_opened", "freezer_opened", "thawed"}
    for one in foods():
        for figure in one.figures:
            wrong = "sr28" if figure in days else "foodkeeper"
            assert not one.source_of(figure).startswith(wrong), f"{one.name}: {figure}"


def sizes(one: FoodFacts) -> list[Decimal]:
    return [size for size in (one.piece_small, one.piece_weight, one.piece_large) if size is not None]


def test_small_is_less_than_large() -> None:
    for one in foods():
        assert sizes(one) == sorted(set(sizes(one))), one.name
        assert all(0 < size <= 8000 for size in sizes(one)), one.name


def test_a_package_holds_more_than_nothing() -> None:
    for one in foods():
        assert one.package_weight is None or Decimal("0.3") <= one.package_weight <= 2500, one.name


def test_densities_are_those_of_food() -> None:
    for one in foods():
        assert one.density is None or Decimal("0.03") <= one.density <= Decimal("1.5"), one.name


def test_what_was_thawed_does_not_keep_longer_than_fresh() -> None:
    for one in foods():
        thawed, fresh = one.shelf_life.get((FRIDGE, THAWED)), one.shelf_life.get((FRIDGE, SEALED))
        assert not thawed or not fresh or thawed <= fresh, one.name
        assert not thawed or (FREEZER, SEALED) in one.shelf_life, one.name


def test_what_is_open_does_not_keep_longer() -> None:
    for one in foods():
        for storage in (FREEZER, FRIDGE):
            sealed, opened = one.shelf_life.get((storage, SEALED)), one.shelf_life.get((storage, OPENED))
            assert not sealed or not opened or opened <= sealed, one.name


def test_the_freezer_keeps_longer_than_the_fridge_where_it_is_used_at_all() -> None:
    for one in foods():
        freezer, fridge = one.shelf_life.get((FREEZER, SEALED)), one.shelf_life.get((FRIDGE, SEALED))
        if freezer and fridge and one.category in {"meat", "fish"} and one.group not in {"cold-cuts", "smoked-fish"}:
            assert freezer > fridge, one.name


def test_meat_and_fish_that_go_into_the_freezer_say_how_long_they_keep_thawed() -> None:
    lacking = [
        one.name
        for one in foods()
        if one.category in {"meat", "fish"}
        and (FREEZER, SEALED) in one.shelf_life
        and (FRIDGE, THAWED) not in one.shelf_life
    ]
    assert lacking == []


@pytest.mark.parametrize("group", ["poultry", "beef-cuts", "pork-cuts", "lamb-cuts", "fresh-fish", "seafood"])
def test_raw_meat_and_fish_never_lie_in_the_cupboard(group: str) -> None:
    assert [one.name for one in foods() if one.group == group and (PANTRY, SEALED) in one.shelf_life] == []


@pytest.mark.parametrize(
    ("name", "weights"),
    [
        ("apple", (149, 182, 223)),
        ("onion", (70, 110, 150)),
        ("egg", (44, 50, 56)),
        ("potato", (170, 213, 369)),
        ("bell pepper", (74, 119, 164)),
    ],
)
def test_sizes(name: str, weights: tuple[int, ...]) -> None:
    assert tuple(sizes(by_name[name])) == weights


@pytest.mark.parametrize(
    ("name", "grams"), [("pasta", 500), ("milk", 1000), ("butter", 250), ("tinned tomatoes", 400), ("sugar", 1000)]
)
def test_packages(name: str, grams: int) -> None:
    assert by_name[name].package_weight == grams
