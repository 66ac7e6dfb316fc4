from decimal import Decimal
from typing import Any

import pytest

from kitchen.units import Quantity
from pantry.openfoodfacts import OffProduct
from pantry.openfoodfacts.figures import nutrition_of
from pantry.openfoodfacts.payloads import read_answer

GTIN = "04006381333931"
OLDER = {
    "nutriments": {
        "energy_100g": 1540,
        "fat_100g": "7.1",
        "saturated-fat_100g": 1.3,
        "carbohydrates_100g": 58.7,
        "sugars_100g": 0.7,
        "fiber_100g": 10,
        "proteins_100g": 13.5,
        "salt_100g": 0.02,
        "iron_100g": 0.0045,
        "nova-group_100g": 1,
    }
}
NEWER = {
    "nutrition": {
        "aggregated_set": {
            "per": "100g",
            "nutrients": {
                "energy-kcal": {"value": 368, "unit": "kcal", "source_per": "100g"},
                "energy": {"value": 1540, "unit": "kJ"},
                "fat": {"value": 7.1, "unit": "g"},
                "proteins": {"value": 13.5, "unit": "g"},
                "carbohydrates": {"value": 58.7, "unit": "g"},
                "sodium": {"value": 8, "unit": "mg"},
                "iron": {"value": 0.0045, "unit": "g", "source_per": "100g"},
                "zinc": {"value": 3, "unit": "% DV"},
            },
        }
    }
}


def read(**told: Any) -> OffProduct | None:
    return OffProduct.read(told, GTIN, "de")


def test_the_name_is_in_the_readers_language_else_any() -> None:
    names = {"product_name": "Oats", "product_name_de": "Haferflocken", "generic_name": "Rolled oats"}
    assert read(**names).name == "Haferflocken"  # type: ignore[union-attr]
    assert read(product_name_de=" ", product_name="Oats &amp; more\n\x07").name == "Oats & more"  # type: ignore[union-attr]
    assert read(generic_name="Rolled oats").name == "Rolled oats"  # type: ignore[union-attr]
    assert read(brands="Mill, Other").name == "Mill"  # type: ignore[union-attr]
    assert read() is None
    assert read(product_name=7, brands={"a": 1}) is None
    assert len(read(product_name="x" * 900, brands=["b" * 900]).name) == 120  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("told", "pack"),
    [
        ({"quantity": "500 g"}, Quantity(Decimal(500), "g")),
        ({"quantity": "500 g ℮"}, Quantity(Decimal(500), "g")),
        ({"quantity": "6 x 125 g"}, Quantity(Decimal(750), "g")),
        ({"quantity": "1,5 L"}, Quantity(Decimal("1.5"), "l")),
        ({"quantity": "33cl"}, Quantity(Decimal(33), "cl")),
        ({"quantity": "12 oz (340 g)"}, Quantity(Decimal(12), "oz")),
        ({"quantity": "a box", "product_quantity": "340", "product_quantity_unit": "g"}, Quantity(Decimal(340), "g")),
        ({"product_quantity": 1000, "product_quantity_unit": "ml"}, Quantity(Decimal(1000), "ml")),
        ({"quantity": "0 g"}, None),
        ({"quantity": "99999999 kg"}, None),
        ({"quantity": None, "product_quantity": "?", "product_quantity_unit": "g"}, None),
        ({}, None),
    ],
)
def test_what_one_package_holds(told: dict[str, Any], pack: Quantity | None) -> None:
    product = read(product_name="Oats", **told)
    assert product
    assert product.pack == pack


def test_kinds_go_from_the_most_exact_to_the_widest() -> None:
    product = read(
        product_name="Mill Best", categories_tags=["en:cereals", "en:rolled-oats", "fr:autre"], brands="Mill"
    )
    assert product
    assert product.kinds == ("rolled oats", "cereals")
    assert product.brand == "Mill"


def test_allergens_are_ours_and_the_rest_is_left_out() -> None:
    product = read(product_name="Oats", allergens_tags=["en:gluten", "en:sesame-seeds", "en:sunshine", 7])
    assert product
    assert product.allergens == ("gluten", "sesame")


def test_both_shapes_of_nutrition_say_the_same() -> None:
    older, newer = nutrition_of(OLDER), nutrition_of(NEWER)
    assert older
    assert newer
    assert older["energy"] == Decimal("368.069")
    assert newer["energy"] == 368
    for code, value in {"fat": "7.1", "protein": "13.5", "sodium": "8", "iron": "4.5"}.items():
        assert older[code] == newer[code] == Decimal(value)
    assert "zinc" not in newer
    assert older["saturated_fat"] == Decimal("1.3")


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"nutriments": []},
        {"nutriments": {"fat_100g": "much"}},
        {"nutriments": {"fat_100g": -3}},
        {"nutriments": {"energy-kcal_100g": 3680}},
        {"nutriments": {"fat_100g": 60, "carbohydrates_100g": 60}},
        {"nutriments": {"sugars_100g": 400}},
        {"nutriments": {"fat_100g": "1e99"}},
        {"nutriments": {"fat_100g": True}},
        {"nutriments": {"salt_100g": 150}},
        {"nutrition": {"aggregated_set": {"per": "serving", "nutrients": {"fat": {"value": 3, "unit": "g"}}}}},
        {"nutrition": {"aggregated_set": {"per": "100g", "nutrients": [1]}}},
        {"nutrition": {"aggregated_set": {"per": "100g", "nutrients": {"fat": {"value": 3, "source_per": "100kj"}}}}},
    ],
)
def test_figures_that_cannot_be_true_are_left_out(told: dict[str, Any]) -> None:
    assert nutrition_of(told) is None


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ({"status": 1, "product": {"code": "1"}}, {"product": {"code": "1"}}),
        ({"status": "success", "product": {}}, {"product": {}}),
        ({"status": 0}, {}),
        ({"status": "failure"}, {}),
        ({"status": 1}, None),
        ({"product": {}}, None),
        ([], None),
        (None, None),
    ],
)
def test_only_their_own_answers_count(told: Any, answer: dict[str, Any] | None) -> None:
    assert read_answer(told) == answer


ODD = [None, True, 0, -1, 1e308, float("nan"), "", "x" * 9_000, [], [1, None], {}, {"aggregated_set": {"nutrients": 1}}]
LISTED = ("quantity", "brands", "nutriments", "nutrition", "product_quantity", "categories_tags", "allergens_tags")


@pytest.mark.parametrize("field", LISTED)
def test_nothing_they_send_breaks_it(field: str) -> None:
    for odd in ODD:
        assert read(product_name="Oats", **{field: odd})
