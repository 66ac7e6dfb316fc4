"""What the pantry says of its tables for the file of a household."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from accounts.transfer.registries import Names, catalogues, checks
from accounts.transfer.values import BrokenError
from pantry.lot_fields import set_fields
from pantry.models import Category, Food, FoodAlias, OwnFood, Product, StockItem, StockMovement


def foods_meant() -> dict[str, int]:
    """By the word, or by another word for it: catalogues of other versions may call it otherwise."""
    others = dict(FoodAlias.objects.values_list("name_key", "food_id"))
    return others | dict(Food.objects.values_list("name_key", "pk"))


AMOUNTS = (
    ("amount", "unit"),
    ("pack_amount", "pack_unit"),
    ("price_amount", "price_unit"),
    ("minimum", "minimum_unit"),
)
FOODS = Names(lambda: dict(Food.objects.values_list("pk", "name_key")), foods_meant)
CATEGORIES = Names(
    lambda: dict(Category.objects.values_list("pk", "slug")), lambda: dict(Category.objects.values_list("slug", "pk"))
)


def check_amounts(row: OwnFood | Product | StockItem) -> None:
    for amount, unit in AMOUNTS:
        if getattr(row, amount, None) is not None and not getattr(row, unit):
            raise BrokenError("an amount of nothing")


def check_figures(row: OwnFood | Product) -> None:
    check_amounts(row)
    for name in ("unit_weights", "nutrition"):
        for figure in getattr(row, name, {}).values():
            if not Decimal(figure).is_finite():
                raise BrokenError("no number")
    if any(not isinstance(days, int) or days < 0 for days in row.shelf_life.values()):
        raise BrokenError("no days")


def check_movement(row: StockMovement) -> None:
    """Its changes can be put into a lot, there and back."""
    changes: Mapping[str, Any] = row.changes
    for name, (was, now) in changes.items():
        set_fields(StockItem(), {name: was})
        set_fields(StockItem(), {name: now})


def register() -> None:
    catalogues.register("pantry.Food", FOODS)
    catalogues.register("pantry.Category", CATEGORIES)
    checks.register("pantry.OwnFood", check_figures)
    checks.register("pantry.Product", check_figures)
    checks.register("pantry.StockItem", check_amounts)
    checks.register("pantry.StockMovement", check_movement)
