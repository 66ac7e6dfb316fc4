"""What is in a zip archive, so far as it may be a recipe. Nothing is ever written to the disk."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from recipes.importers import clean
from recipes.importers.source import LARGEST_TEXT, UnreadableError

# Members looked at, and bytes of all of them together after unpacking.
MOST, LARGEST = 20_000, 400_000_000
PICTURES = {
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif", ".bmp", ".svg", ".ico", ".mp4", ".mov",
    ".pdf", ".css", ".js", ".ttf", ".woff", ".woff2",
}  # fmt: skip
NOISE = {"__macosx", ".ds_store", "thumbs.db", ".placeholder", "desktop.ini"}


@dataclass(frozen=True)
class Member:
    name: str
    data: bytes = b""
    why: str = ""


def members(data: bytes) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise UnreadableError(_("The archive is broken.")) from None
    with archive:
        wanted = [info for info in archive.infolist() if _is_wanted(info)]
        if len(wanted) > MOST:
            raise UnreadableError(_("There are too many files in the archive."))
        room = LARGEST
        for info in wanted:
            member = _member(archive, info, min(LARGEST_TEXT, room))
            room -= len(member.data)
            yield member
            if room <= 0:
                raise UnreadableError(_("The archive unpacks to more than recipes need."))


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    """Neither a folder nor a picture nor what systems leave behind."""
    path = PurePosixPath(info.filename.replace("\\", "/"))
    parts = {part.lower() for part in path.parts}
    return not (
        info.is_dir() or parts & NOISE or path.name.startswith("._") or path.suffix.lower() in PICTURES
    ) and bool(info.file_size)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, largest: int) -> Member:
    """One file. Its name is only ever shown, so that no `..` in it leads anywhere."""
    name = clean.line(info.filename, 200)
    try:
        with archive.open(info) as packed:
            found = packed.read(largest + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        return Member(name, why=_("The file is packed, and broken."))
    if len(found) > largest:
        return Member(name, why=_("The file is too large for a recipe."))
    return Member(name, found)
