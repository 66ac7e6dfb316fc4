"""Plain text, the last resort."""

from recipes.importers.draft import Draft
from recipes.importers.plain_text import read_plain_text
from recipes.importers.source import Source


def fits(source: Source) -> bool:
    return bool(source.text)


def read(source: Source) -> list[Draft]:
    draft = read_plain_text(source.text)
    return [] if draft is None else [draft]
