"""Plain text, the last resort; ChefTap writes its recipes so."""

import re
from dataclasses import replace

from recipes.importers import clean, lists
from recipes.importers.draft import Draft
from recipes.importers.outline import looks_measured
from recipes.importers.plain_text import read_plain_text
from recipes.importers.source import Source

ADDRESS = re.compile(r"^[ \t]*(https?://\S+)[ \t]*$", re.MULTILINE)
# A pattern that a program fills with recipes, not a recipe.
TEMPLATE = re.compile(r"\{%-?\s*\w+.{0,200}?%\}|\{\{\s*[\w.]+.{0,100}?\}\}")
BLANK = re.compile(r"\n\s*\n")
TITLE, INGREDIENTS, LONGEST = 1, 2, 80


def fits(source: Source) -> bool:
    return bool(source.text)


def read(source: Source) -> list[Draft]:
    """An address on a line of its own is where the recipe came from."""
    if TEMPLATE.search(source.head):
        return []
    address = ADDRESS.search(source.text)
    text = ADDRESS.sub("", source.text) if address else source.text
    draft = read_plain_text(text) or _by_paragraphs(text)
    if draft is None or address is None:
        return [] if draft is None else [draft]
    return [replace(draft, source_url=draft.source_url or clean.url(address[1]))]


def _by_paragraphs(text: str) -> Draft | None:
    """A title, a paragraph of short lines most of which are amounts, and what to do with them."""
    parts = [found for part in BLANK.split(clean.text(text)) if (found := clean.lines(part))]
    if len(parts) <= INGREDIENTS or len(parts[0]) > TITLE:
        return None
    lines = parts[1]
    is_list = all(len(line) < LONGEST for line in lines) and sum(map(looks_measured, lines)) * 2 > len(lines)
    steps = lists.sections(line for part in parts[2:] for line in part)
    return Draft(title=parts[0][0], ingredients=lists.sections(lines), steps=steps) if is_list else None
