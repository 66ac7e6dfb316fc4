"""Recipes marked up by the names of classes: hRecipe and its follower, h-recipe."""

from recipes.importers.draft import Draft
from recipes.importers.pages.document import Document, Element
from recipes.importers.pages.marked import Dialect, items
from recipes.importers.schema.recipe import draft_of

ROOTS = {"hrecipe", "h-recipe"}
OLD = {
    "fn": "name",
    "ingredient": "recipeIngredient",
    "instructions": "recipeInstructions",
    "instruction": "recipeInstructions",
    "yield": "recipeYield",
    "preptime": "prepTime",
    "cooktime": "cookTime",
    "duration": "totalTime",
    "photo": "image",
    "summary": "description",
    "author": "author",
    "category": "recipeCategory",
    "tag": "keywords",
}
NEW = {
    "p-name": "name",
    "p-ingredient": "recipeIngredient",
    "e-instructions": "recipeInstructions",
    "p-instructions": "recipeInstructions",
    "p-yield": "recipeYield",
    "dt-duration": "totalTime",
    "u-photo": "image",
    "p-summary": "description",
    "p-author": "author",
    "p-category": "keywords",
}
KNOWN = OLD | NEW


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").lower().split()


def _types(element: Element) -> list[str]:
    return ["Recipe"] if ROOTS.intersection(_classes(element)) else []


def _names(element: Element) -> list[str]:
    return list(dict.fromkeys(KNOWN[one] for one in _classes(element) if one in KNOWN))


CLASSES = Dialect(_types, _names)


def read_microformat(document: Document) -> list[Draft]:
    """Those that are whole: the words of classes are of themes too, where they mean little."""
    found = [draft_of(node, document.url) for node in items(document, CLASSES)]
    return [draft for draft in found if draft.is_complete]
