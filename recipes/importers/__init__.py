"""Recipes out of pages, texts and files of other programs. Knows no database."""

from recipes.importers.draft import Comment, Cooked, Draft, Extra, Failure, Original, Picture, Reading, Section
from recipes.importers.reading import iter_recipes, read_recipes

__all__ = [
    "Comment", "Cooked", "Draft", "Extra", "Failure", "Original", "Picture", "Reading", "Section", "iter_recipes",
    "read_recipes",
]  # fmt: skip
