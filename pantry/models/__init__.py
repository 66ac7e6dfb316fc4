from pantry.models.category_setting import CategorySetting
from pantry.models.food import Category, Food, FoodAlias, LifeState, ShelfLife, Storage
from pantry.models.movement import MovementKind, StockMovement, WasteReason
from pantry.models.of_food import FoodId, OfFood, food_text, of_foods, read_food_ref
from pantry.models.own_food import OwnFood
from pantry.models.place import Place
from pantry.models.product import InStore, Product, ProductBarcode, ProductSource
from pantry.models.reference_food import ReferenceFood, ReferenceSource
from pantry.models.stock import DateKind, DateWhy, Rough, StockItem

__all__ = [
    "Category",
    "CategorySetting",
    "DateKind",
    "DateWhy",
    "Food",
    "FoodAlias",
    "FoodId",
    "InStore",
    "LifeState",
    "MovementKind",
    "OfFood",
    "OwnFood",
    "Place",
    "Product",
    "ProductBarcode",
    "ProductSource",
    "ReferenceFood",
    "ReferenceSource",
    "Rough",
    "ShelfLife",
    "StockItem",
    "StockMovement",
    "Storage",
    "WasteReason",
    "food_text",
    "of_foods",
    "read_food_ref",
]
