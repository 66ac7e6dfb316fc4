"""A page of HTML."""

import re

from recipes.importers.draft import Draft
from recipes.importers.pages.reader import read_page
from recipes.importers.source import Source

BEGINNING = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|script|article|main|div|h[1-6]|p|ul|ol|table)\b", re.IGNORECASE
)

ENOUGH = 5


def fits(source: Source) -> bool:
    return (source.head.startswith("<") and bool(BEGINNING.search(source.head))) or len(
        BEGINNING.findall(source.head)
    ) >= ENOUGH


def read(source: Source) -> list[Draft]:
    return read_page(source.text, source.url, wild=source.wild)
