"""The foods that households buy and recipes name: foods.csv, read once into memory. Asks no database."""

from pantry.catalogue.categories import AISLES, CATEGORIES, FoodCategory
from pantry.catalogue.facts import FREEZER, FRIDGE, OPENED, OWN, PANTRY, SEALED, THAWED, FoodFacts
from pantry.catalogue.file import food, foods
from pantry.catalogue.keys import name_key
from pantry.catalogue.nutrients import NUTRIENTS, Nutrient
from pantry.catalogue.nutrition_file import Nutrition, nutrition

__all__ = [
    "AISLES",
    "CATEGORIES",
    "FREEZER",
    "FRIDGE",
    "NUTRIENTS",
    "OPENED",
    "OWN",
    "PANTRY",
    "SEALED",
    "THAWED",
    "FoodCategory",
    "FoodFacts",
    "Nutrient",
    "Nutrition",
    "food",
    "foods",
    "name_key",
    "nutrition",
]
