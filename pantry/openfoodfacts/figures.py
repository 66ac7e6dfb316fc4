"""Nutrition as Open Food Facts tells it, in the shape that it had until 2025 and in the one that it has since."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

# Their names and ours; what is in grams there and in milligrams or micrograms here, times so many.
NAMES = {
    "energy-kcal": ("energy", 1),
    "proteins": ("protein", 1),
    "carbohydrates": ("carbohydrate", 1),
    "sugars": ("sugars", 1),
    "fiber": ("fibre", 1),
    "fat": ("fat", 1),
    "saturated-fat": ("saturated_fat", 1),
    "monounsaturated-fat": ("monounsaturated_fat", 1),
    "polyunsaturated-fat": ("polyunsaturated_fat", 1),
    "trans-fat": ("trans_fat", 1),
    "cholesterol": ("cholesterol", 1_000),
    "sodium": ("sodium", 1_000),
    "calcium": ("calcium", 1_000),
    "iron": ("iron", 1_000),
    "magnesium": ("magnesium", 1_000),
    "phosphorus": ("phosphorus", 1_000),
    "potassium": ("potassium", 1_000),
    "zinc": ("zinc", 1_000),
    "vitamin-a": ("vitamin_a", 1_000_000),
    "vitamin-b12": ("vitamin_b12", 1_000_000),
    "vitamin-c": ("vitamin_c", 1_000),
    "vitamin-d": ("vitamin_d", 1_000_000),
    "vitamin-e": ("vitamin_e", 1_000),
}
UNITS = {"g": Decimal(1), "mg": Decimal("0.001"), "µg": Decimal("0.000001"), "mcg": Decimal("0.000001")}
KJ_IN_KCAL, SALT_IN_SODIUM = Decimal("4.184"), Decimal("2.5")
MOST_KCAL, MOST_GRAMS = 900, 100
# What is rounded on a package sums up to a little more than it holds.
MOST_TOGETHER = 105
EXACT = Decimal("0.001")
MAIN = ("protein", "carbohydrate", "fat")


def nutrition_of(product: Mapping[str, Any]) -> dict[str, Decimal] | None:
    """Per 100 g or 100 ml, by our codes; None where nothing is told or where it cannot be true."""
    told = dict(_newer(product.get("nutrition"))) or dict(_older(product.get("nutriments")))
    found = {ours: told[name] * times for name, (ours, times) in NAMES.items() if name in told}
    if "energy" not in found and "energy-kj" in told:
        found["energy"] = told["energy-kj"] / KJ_IN_KCAL
    if "sodium" not in found and "salt" in told:
        found["sodium"] = told["salt"] / SALT_IN_SODIUM * 1_000
    return {code: value.quantize(EXACT).normalize() + 0 for code, value in found.items()} if _is_likely(found) else None


def _is_likely(found: Mapping[str, Decimal]) -> bool:
    together = sum(found.get(code, Decimal(0)) for code in MAIN)
    grams = (found.get(code, Decimal(0)) for code in (*MAIN, "sugars", "fibre", "saturated_fat"))
    sodium = found.get("sodium", Decimal(0))
    return (
        bool(found)
        and found.get("energy", Decimal(0)) <= MOST_KCAL
        and together <= MOST_TOGETHER
        and all(one <= MOST_GRAMS for one in grams)
        and sodium <= MOST_GRAMS * 1_000 / SALT_IN_SODIUM
    )


def _older(told: Any) -> Iterator[tuple[str, Decimal]]:
    """{"fat_100g": 5.2, "energy_100g": 1530, …}, in grams, energy in kJ."""
    for name in (*NAMES, "salt", "energy-kj") if isinstance(told, dict) else ():
        value = number(told.get(f"{name}_100g"))
        if value is not None:
            yield name, value
    if (
        isinstance(told, dict)
        and "energy-kj_100g" not in told
        and (value := number(told.get("energy_100g"))) is not None
    ):
        yield "energy-kj", value


def _newer(told: Any) -> Iterator[tuple[str, Decimal]]:
    """{"aggregated_set": {"per": "100g", "nutrients": {"fat": {"value": 5.2, "unit": "g"}, …}}}."""
    chosen = told.get("aggregated_set") if isinstance(told, dict) else None
    if not isinstance(chosen, dict) or chosen.get("per") not in {"100g", "100ml"}:
        return
    nutrients = chosen.get("nutrients")
    for name, one in nutrients.items() if isinstance(nutrients, dict) else ():
        value = number(one.get("value")) if isinstance(one, dict) else None
        if value is None or one.get("source_per", "100g") not in {"100g", "100ml", "serving"}:
            continue
        if name == "energy":
            yield "energy-kj", value
        elif name.startswith("energy-") or one.get("unit", "g") in UNITS:
            yield name, value * UNITS.get(one.get("unit", "g"), Decimal(1))


def number(told: Any) -> Decimal | None:
    """A number that is not below zero, also where it was sent as text."""
    if isinstance(told, bool) or not isinstance(told, int | float | str) or len(str(told)) > 30:  # noqa: PLR2004
        return None
    try:
        value = Decimal(str(told))
    except InvalidOperation:
        return None
    return value if value.is_finite() and 0 <= value < 1_000_000 else None  # noqa: PLR2004 - more no label says
