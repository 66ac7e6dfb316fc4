"""Helps the tests of importers: packs archives, and reads what must come in whole."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from recipes.importers import Draft, read_recipes


def archive(members: Mapping[str, Any]) -> bytes:
    """A zip of names and what lies there, bytes or text."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return packed.getvalue()


def read_whole(data: str | bytes, count: int = 1) -> Draft:
    """The first of so many recipes that came in without a failure, from a file whose name says nothing."""
    reading = read_recipes(data, name="anything.bin")
    assert not reading.failures
    assert len(reading.recipes) == count
    return reading.recipes[0]
