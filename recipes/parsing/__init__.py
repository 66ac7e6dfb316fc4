"""Ingredient lines: how much of what. Knows no database."""

from recipes.parsing.line import Line
from recipes.parsing.reading import parse_line

__all__ = ["Line", "parse_line"]
