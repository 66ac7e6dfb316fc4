from pantry.models.food import Category, Food, FoodAlias, ShelfLife, Storage
from pantry.models.movement import MovementKind, StockMovement, WasteReason
from pantry.models.place import Place
from pantry.models.stock import DateKind, Rough, StockItem

__all__ = [
    "Category",
    "DateKind",
    "Food",
    "FoodAlias",
    "MovementKind",
    "Place",
    "Rough",
    "ShelfLife",
    "StockItem",
    "StockMovement",
    "Storage",
    "WasteReason",
]
