"""A page of HTML. One that was saved with its pictures, or exported with them, brings them along."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from recipes.importers.draft import Draft, Picture
from recipes.importers.pages.reader import read_page
from recipes.importers.source import Source

BEGINNING = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|script|article|main|div|h[1-6]|p|ul|ol|table)\b", re.IGNORECASE
)
IMAGE = re.compile(r"<img\b[^<>]{0,500}?\bsrc\s*=\s*[\"']([^\"'<>]{1,500})[\"'][^<>]{0,500}>", re.IGNORECASE)
MARK = re.compile(r"itemprop|photo|recipe", re.IGNORECASE)

ENOUGH, MOST = 5, 200


def fits(source: Source) -> bool:
    return (source.head.startswith("<") and bool(BEGINNING.search(source.head))) or len(
        BEGINNING.findall(source.head)
    ) >= ENOUGH


def read(source: Source) -> list[Draft]:
    found = read_page(source.text, source.url, wild=source.wild)
    if source.around.is_alone or len(found) != 1:
        return found
    return [replace(found[0], pictures=[*found[0].pictures, *_pictures(source)])]


def _pictures(source: Source) -> Iterator[Picture]:
    """Those of the archive that the page shows as the recipe's."""
    for image in islice(IMAGE.finditer(source.text), MOST):
        picture = source.around.picture(image[1]) if MARK.search(image[0]) else None
        if picture is not None:
            yield picture
