"""The dates of a lot, and for how long its product or food keeps."""

from dataclasses import fields

from pantry.dates import Dates, Lives, lives_of
from pantry.models import FoodId, Product, StockItem
from pantry.queries.foods import food

COLUMNS = tuple(field.name for field in fields(Dates))


def dates_of(lot: StockItem) -> Dates:
    return Dates(**{name: getattr(lot, name) for name in COLUMNS})


def set_dates(lot: StockItem, dates: Dates) -> None:
    """The lot is not saved."""
    for name in COLUMNS:
        setattr(lot, name, getattr(dates, name))


def keeps(ref: FoodId | None, product: Product | None = None) -> Lives:
    return lives_of(food(ref), product.shelf_life if product else None)


def keeps_of(lot: StockItem) -> Lives:
    return keeps(lot.food_ref, lot.product)
