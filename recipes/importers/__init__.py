"""Recipes out of pages, texts and files of other programs. Knows no database."""

from recipes.importers.draft import Draft, Failure, Reading, Section
from recipes.importers.reading import read_recipes

__all__ = ["Draft", "Failure", "Reading", "Section", "read_recipes"]
