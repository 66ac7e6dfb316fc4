"""Recipes without any mark-up: read from what a person would see, headings and the lines below them."""

from recipes.importers import headings
from recipes.importers.blocks import Block
from recipes.importers.outline.ingredients import find_ingredients
from recipes.importers.outline.pairs import paired
from recipes.importers.outline.part import Part, looks_measured
from recipes.importers.outline.steps import find_steps

__all__ = ["Part", "find_parts", "looks_measured"]


def find_parts(blocks: list[Block]) -> tuple[Part | None, Part | None]:
    """The ingredients and the steps, each None where none are seen."""
    seen = paired([block for block in blocks if any(one.isalnum() for one in block.text)])
    kinds = [headings.kind(block.text, prominent=block.level > 0) for block in seen]
    ingredients = find_ingredients(seen, kinds)
    return ingredients, find_steps(seen, kinds, ingredients)
