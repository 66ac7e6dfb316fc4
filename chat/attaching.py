"""What lies in a file that somebody puts beside a message, seen by its content alone; knows no database."""

import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from pantry.barcodes import Code, Link, PictureError
from recipes.importers import Draft
from recipes.importers.reading import iter_recipes
from recipes.pictures import MEDIA_TYPE, shrunk

MOST, LARGEST = 6, 20_000_000
# The longest side of a picture as it is kept, in pixels.
SIDE = 1600
LONGEST_NAME = 120
# An archive is given up after so many files without a recipe: what unpacks to no end costs no more than these.
PATIENCE = 5
UNKNOWN = "application/octet-stream"


@dataclass(frozen=True)
class Looked:
    """A file as it is kept. A picture is made anew from its points: nothing that a camera wrote beside them stays.

    `codes` are what a picture shows of barcodes and labels, `recipe` the name of the first recipe in a file.
    """

    name: str
    media_type: str
    data: bytes
    codes: tuple[Code | Link, ...] = ()
    recipe: str = ""

    @property
    def is_picture(self) -> bool:
        return self.media_type == MEDIA_TYPE


def look_at(upload: Any) -> Looked:
    """A file that was sent, or a refusal. Takes up to some seconds: call it where nothing is locked."""
    name = called(upload.name)
    if upload.size > LARGEST:
        raise DomainError(_("“%(name)s” is larger than 20 MB: take a smaller one.") % {"name": name})
    data = upload.read()
    if not data:
        raise DomainError(_("“%(name)s” is empty.") % {"name": name})
    picture = _picture(data)
    if picture is not None:
        return Looked(name, MEDIA_TYPE, picture, codes=tuple(_codes(data)))
    return Looked(name, _kind_of(name), data, recipe=next(_recipes(data, name), ""))


def called(told: object) -> str:
    """The name of a file as it can be shown: its end tells more than its beginning."""
    name = "".join(letter for letter in PurePath(str(told).replace("\\", "/")).name if letter.isprintable())
    return name[-LONGEST_NAME:].strip() or _("a file")


def _kind_of(name: str) -> str:
    """What the name says it is: only ever told, nothing is served as that."""
    return (mimetypes.guess_type(name)[0] or UNKNOWN)[:100]


def _picture(data: bytes) -> bytes | None:
    """None for what is no picture; a damaged or huge one is refused."""
    try:
        return shrunk(data, SIDE)
    except DomainError as refusal:
        if getattr(refusal.__cause__, "reason", "") == "no_picture":
            return None
        raise


def _codes(data: bytes) -> list[Code | Link]:
    from pantry.barcodes.decode import decode

    try:
        return decode(data)
    except PictureError:
        return []


def _recipes(data: bytes, name: str) -> Iterator[str]:
    for failures, found in enumerate(iter_recipes(data, name=name), 1):
        if isinstance(found, Draft):
            yield found.title
            return
        if failures >= PATIENCE:
            return
