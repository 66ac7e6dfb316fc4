"""The staff's tables of recipes: to look at, inside a household only."""

from recipes.admin import rows

__all__ = ["rows"]
