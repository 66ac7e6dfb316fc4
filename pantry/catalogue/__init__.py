"""The foods that households buy and recipes name: foods.csv, read once into memory. Asks no database."""

from pantry.catalogue.categories import CATEGORIES, FoodCategory
from pantry.catalogue.facts import FREEZER, FRIDGE, OPENED, PANTRY, SEALED, FoodFacts
from pantry.catalogue.file import food, foods
from pantry.catalogue.keys import name_key

__all__ = [
    "CATEGORIES",
    "FREEZER",
    "FRIDGE",
    "OPENED",
    "PANTRY",
    "SEALED",
    "FoodCategory",
    "FoodFacts",
    "food",
    "foods",
    "name_key",
]
