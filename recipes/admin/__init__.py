"""The staff's tables of recipes: to look at, inside a household only."""

from recipes.admin import imports, index, rows, said

__all__ = ["imports", "index", "rows", "said"]
