"""Figures that name USDA or FoodKeeper are theirs: compared with the collections in the folder of KITCHEN_SAMPLES."""

import json
import os
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pantry.catalogue import FoodFacts, foods
from pantry.catalogue.facts import LIVES

SAMPLES = Path(os.environ.get("KITCHEN_SAMPLES", "/nonexistent"))
USDA, FOODKEEPER = SAMPLES / "usda-sr28", SAMPLES / "foodkeeper" / "foodkeeper-661.json"
pytestmark = pytest.mark.skipif(
    not (USDA.is_dir() and FOODKEEPER.is_file()),
    reason="KITCHEN_SAMPLES names no folder with USDA SR28 and FoodKeeper, so there is nothing to compare",
)
# What a household measure holds, in ml; the first that is found counts.
MEASURES = {
    "1/2 cup": 118.294,
    "cup": 236.588,
    "2 tbsp": 29.57353,
    "tbsp": 14.78676,
    "tablespoon": 14.78676,
    "tsp": 4.92892,
    "teaspoon": 4.92892,
    "fl oz": 29.57353,
}
COUNTED = re.compile(r"(\d+) .*? or (\d+) ")
IN_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365, "yea": 365}
ENDLESS = 1825
TOLD = {
    "pantry": ["from_date_of_purchase_pantry_{}", "pantry_{}"],
    "fridge": ["from_date_of_purchase_refrigerate_{}", "refrigerate_{}"],
    "freezer": ["from_date_of_purchase_freeze_{}", "freeze_{}"],
    "pantry_opened": ["pantry_after_opening_{}"],
    "fridge_opened": ["refrigerate_after_opening_{}"],
    "thawed": ["refrigerate_after_thawing_{}"],
}


@cache
def weights() -> dict[str, list[tuple[str, float]]]:
    """Of each food of SR28 by its number: household measures, and grams of one."""
    found = defaultdict(list)
    for line in (USDA / "WEIGHT.txt").read_text(encoding="latin-1").splitlines():
        number, _sequence, amount, measure, grams, *_rest = line.split("^")
        found[number.strip("~")].append((measure.strip("~").lower(), float(grams) / float(amount)))
    return found


@cache
def products() -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in json.loads(FOODKEEPER.read_text(encoding="utf-8"))["product_data"]}


def is_density(density: float, number: str) -> bool:
    for measure, grams in weights()[number]:
        held = next((held for name, held in MEASURES.items() if name in measure), None)
        if held and abs(grams / held - density) <= 0.012 * density + 0.0006:
            return True
    return False


def is_weight(grams: float, number: str) -> bool:
    known = [weight for _measure, weight in weights()[number]]
    # "2 large or 5 small" tells two weights at once.
    known += [
        weight / int(count) for name, weight in weights()[number] for each in COUNTED.findall(name) for count in each
    ]
    return any(abs(weight - grams) <= max(0.55 if grams > 5 else 0.15, 0.02 * grams) for weight in known)


def days(product: dict[str, Any], figure: str) -> int | None:
    """The shorter of a range of days, None where nothing is told."""
    for name in TOLD[figure]:
        told = product.get(name.format("output_display_only")) or ""
        if told.startswith("Indef"):
            return ENDLESS
        if found := re.match(r"(\d+)(?: - \d+)? (\w+)", told):
            return int(int(found[1]) * IN_DAYS[found[2].lower().removesuffix("s")]) or None
    return None


def figure_of(one: FoodFacts, figure: str) -> float:
    if figure in one.unit_weights:
        return float(one.unit_weights[figure])
    return float(getattr(one, figure))


def cited(collection: str) -> list[tuple[FoodFacts, str, str]]:
    """Foods, figures, and the number in the collection."""
    told = [(one, figure, one.source_of(figure).partition(":")) for one in foods() for figure in one.figures]
    return [(one, figure, number) for one, figure, (named, _colon, number) in told if named == collection]


def test_what_names_usda_weighs_what_usda_says() -> None:
    wrong = [
        f"{one.name}: {figure} {number}"
        for one, figure, number in cited("sr28")
        if not (is_density if figure == "density" else is_weight)(figure_of(one, figure), number)
    ]
    assert wrong == []


def test_what_names_foodkeeper_keeps_as_long_as_foodkeeper_says() -> None:
    wrong = [
        f"{one.name}: {figure} {number}"
        for one, figure, number in cited("foodkeeper")
        if days(products()[number], figure) != one.shelf_life[LIVES[figure]]
    ]
    assert wrong == []
