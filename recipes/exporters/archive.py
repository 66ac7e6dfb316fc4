"""Our own zip: a folder a recipe with recipe.json and its pictures. It comes back as it was.

recipe.json holds "kitchen_recipe", the version of the format, "content", and what people added to it. A newer version
may add names; what changes the meaning of one is a new number, and the reader of importers/files/kitchen_recipe.py
knows all of them.
"""

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from recipes.exporters.recipe_out import RecipeOut
from recipes.importers.files.kitchen_recipe import MARK, VERSION

MEDIA_TYPE, ENDING = "application/zip", "zip"
LONGEST, PIECE = 60, 256_000
BESIDES = re.compile(r"[^a-z0-9]+")


def zip_of(recipes: Iterable[RecipeOut]) -> Iterator[bytes]:
    """The archive piece by piece: one recipe at a time is in memory, and one picture."""
    outlet = _Outlet()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, out in enumerate(recipes, 1):
            folder = folder_of(out, number)
            names = [f"{at}.{picture.ending}" for at, picture in enumerate(out.pictures, 1)]
            archive.writestr(
                _info(f"{folder}/recipe.json", out), json.dumps(told(out, names), ensure_ascii=False, indent=1)
            )
            for name, picture in zip(names, out.pictures, strict=True):
                archive.writestr(_info(f"{folder}/{name}", out, zipfile.ZIP_STORED), picture.read())
                yield from outlet.full()
            yield from outlet.full()
    yield outlet.take()


def told(out: RecipeOut, pictures: list[str]) -> dict[str, Any]:
    """What stands in recipe.json; amounts and days as text, as they are exact."""
    return {
        MARK: VERSION,
        "content": out.content.as_json(),
        "rating": None if out.stars is None else f"{out.stars.normalize():f}",
        "favourite": out.favourite,
        "collections": out.collections,
        "comments": [{"author": one.author, "text": one.text, "day": one.day.isoformat()} for one in out.comments],
        "cooked": [
            {
                "day": one.day.isoformat(),
                "servings": None if one.servings is None else f"{one.servings.normalize():f}",
                "note": one.note,
            }
            for one in out.cooked
        ],
        "created": out.created and out.created.isoformat(),
        "pictures": [{"file": name, "alt": picture.alt} for name, picture in zip(pictures, out.pictures, strict=True)],
    }


def slug_of(name: str) -> str:
    """A name in the plain letters that every system can have in a file's name."""
    bare = unicodedata.normalize("NFKD", name.lower().replace("ß", "ss").replace("ł", "l"))
    return BESIDES.sub("-", bare.encode("ascii", "ignore").decode()).strip("-")[:LONGEST].rstrip("-") or "recipe"


def folder_of(out: RecipeOut, number: int) -> str:
    """Two dishes may have one name: the number keeps them apart."""
    return f"recipes/{number:05d}-{slug_of(out.content.name)}"


def _info(name: str, out: RecipeOut, kind: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    day = (out.created.year, out.created.month, out.created.day, 0, 0, 0) if out.created else (1980, 1, 1, 0, 0, 0)
    info = zipfile.ZipInfo(name, max(day, (1980, 1, 1, 0, 0, 0)))
    info.compress_type = kind
    return info


class _Outlet(io.RawIOBase):
    """Where the archive is written to, and taken from before more is written."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[bytes] = []
        self.waiting = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.pieces.append(bytes(data))
        self.waiting += len(data)
        return len(data)

    def full(self) -> Iterator[bytes]:
        """What has gathered, where it is enough to be sent."""
        if self.waiting >= PIECE:
            yield self.take()

    def take(self) -> bytes:
        found, self.pieces, self.waiting = b"".join(self.pieces), [], 0
        return found
