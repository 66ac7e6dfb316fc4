"""Pictures that are written as letters inside of a file."""

import base64
import binascii
from functools import partial
from typing import Any

from recipes.importers import clean
from recipes.importers.draft import Picture
from recipes.importers.mending import loads
from recipes.importers.source import LARGEST_PICTURE, Around, Source, text_of

Row = dict[str, Any]
MARK = "base64,"
SHORTEST = 40


def embedded(encoded: Any, name: str = "") -> list[Picture]:
    """The picture of a text in base64, with or without "data:image/png;base64,"; of an address, the address."""
    if clean.url(encoded):
        return [Picture(name, url=clean.url(encoded))]
    data = decoded(encoded)
    return [Picture(name, data)] if data else []


def decoded(encoded: Any) -> bytes:
    if not isinstance(encoded, str) or not SHORTEST < len(encoded) < LARGEST_PICTURE * 2:
        return b""
    bare = encoded[encoded.find(MARK, 0, 100) + len(MARK) :] if MARK in encoded[:100] else encoded
    try:
        return base64.b64decode("".join(bare.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def in_row(source: Source, row: Row, *places: tuple[str | int, ...]) -> list[Picture]:
    """Pictures at places of a row. Where the row is a file of its own in an archive, they are read again when asked
    for, so that a library of them is not in memory.
    """
    found: list[Picture] = []
    for number, place in enumerate(places, 1):
        name = f"picture-{number}"
        value = _at(row, place)
        if source.data is row and not source.around.is_alone and _is_encoded(value):
            found.append(Picture(name, partial(_again, source.around, place)))
        else:
            found.extend(embedded(value, name))
    return found


def _is_encoded(value: Any) -> bool:
    return isinstance(value, str) and not clean.url(value) and bool(decoded(value[: SHORTEST * 4]))


def _again(around: Around, place: tuple[str | int, ...]) -> bytes:
    return decoded(_at(loads(text_of(around.again())), place))


def _at(value: Any, place: tuple[str | int, ...]) -> Any:
    for key in place:
        if isinstance(value, dict) and isinstance(key, str):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            return None
    return value
