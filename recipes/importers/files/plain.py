"""Plain text, the last resort; ChefTap writes its recipes so."""

import re
from dataclasses import replace

from recipes.importers import clean
from recipes.importers.draft import Draft
from recipes.importers.plain_text import read_plain_text
from recipes.importers.source import Source

ADDRESS = re.compile(r"^[ \t]*(https?://\S+)[ \t]*$", re.MULTILINE)
# A pattern that a program fills with recipes, not a recipe.
TEMPLATE = re.compile(r"\{%-?\s*\w+.{0,200}?%\}|\{\{\s*[\w.]+.{0,100}?\}\}")


def fits(source: Source) -> bool:
    return bool(source.text)


def read(source: Source) -> list[Draft]:
    """An address on a line of its own is where the recipe came from."""
    if TEMPLATE.search(source.head):
        return []
    address = ADDRESS.search(source.text)
    draft = read_plain_text(ADDRESS.sub("", source.text) if address else source.text)
    if draft is None or address is None:
        return [] if draft is None else [draft]
    return [replace(draft, source_url=draft.source_url or clean.url(address[1]))]
