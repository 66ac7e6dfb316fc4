"""What is in a zip archive: texts that may be recipes, and pictures that are read when asked for. Nothing of it is ever
written to the disk, and no name in it leads anywhere: names are only compared and shown.
"""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO
from urllib.parse import unquote

from django.utils.translation import gettext as _

from recipes.importers import clean
from recipes.importers.draft import Picture
from recipes.importers.source import LARGEST_DATA, LARGEST_PICTURE, Around, UnreadableError

# Members looked at, bytes of all of them together after unpacking, and of the list of contents.
MOST, LARGEST, LARGEST_CONTENTS = 20_000, 400_000_000, 40_000_000
PICTURES = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif", ".bmp"}
NO_RECIPES = PICTURES | {".svg", ".ico", ".mp4", ".mov", ".pdf", ".css", ".js", ".ttf", ".woff", ".woff2", ".db"}
NOISE = {"__macosx", ".ds_store", "thumbs.db", ".placeholder", "desktop.ini"}
UTF8, LOCKED = 0x800, 0x1
END, END64, SIZE_IN_END64, TAIL = b"PK\x05\x06", b"PK\x06\x06", 0xFFFFFFFF, 66_000
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError)


@dataclass(frozen=True)
class Member:
    name: str
    data: bytes = b""
    why: str = ""


class Archive:
    """One zip file. `again` opens it anew where it lies in another, so that its pictures need not stay in memory."""

    def __init__(self, file: IO[bytes], again: Callable[[], bytes] | None = None) -> None:
        _check_contents(file)
        try:
            self.zip = zipfile.ZipFile(file)
        except BROKEN:
            raise UnreadableError(_("The archive is broken.")) from None
        self.again = again
        self.contents = {_path(info): info for info in self.zip.infolist() if not _is_noise(info)}
        self.named: dict[str, list[str]] = {}
        self.folders: dict[str, list[str]] = {}
        for path in sorted(self.contents):
            if PurePosixPath(path).suffix.lower() in PICTURES:
                self.named.setdefault(PurePosixPath(path).name.lower(), []).append(path)
                self.folders.setdefault(str(PurePosixPath(path).parent), []).append(path)

    def members(self, only: str = "") -> Iterator[Member]:
        wanted = [path for path in self.contents if PurePosixPath(path).suffix.lower() not in NO_RECIPES]
        if len(wanted) > MOST:
            raise UnreadableError(_("There are too many files in the archive."))
        if wanted and all(self.contents[path].flag_bits & LOCKED for path in wanted):
            raise UnreadableError(_("The archive is locked with a password. Export it again without one."))
        room = LARGEST
        for path in wanted:
            if only and path != only and not only.startswith(f"{path}/"):
                continue
            member = self._member(path, min(LARGEST_DATA, room))
            room -= len(member.data)
            yield member
            if room <= 0:
                raise UnreadableError(_("The archive unpacks to more than recipes need."))

    def _member(self, path: str, largest: int) -> Member:
        try:
            return Member(path, self.read(path, largest))
        except UnreadableError as why:
            return Member(path, why=str(why))

    def read(self, path: str, largest: int) -> bytes:
        """The bytes of one file, not more than so many."""
        info = self.contents[path]
        if info.flag_bits & LOCKED:
            raise UnreadableError(_("The file is locked with a password."))
        try:
            with self.zip.open(info) as packed:
                found = packed.read(largest + 1)
        except BROKEN:
            raise UnreadableError(_("The file is packed, and broken.")) from None
        if len(found) > largest:
            raise UnreadableError(_("The file is too large for a recipe."))
        return found

    def picture(self, path: str, alt: str = "") -> Picture:
        return Picture(PurePosixPath(path).name, lambda: self._picture(path), alt=alt)

    def _picture(self, path: str) -> bytes:
        if self.again is None:
            return self.read(path, LARGEST_PICTURE)
        return Archive(io.BytesIO(self.again())).read(path, LARGEST_PICTURE)


@dataclass(frozen=True)
class Beside(Around):
    """The pictures of an archive, as one file of it calls them."""

    archive: Archive
    path: str
    is_alone = False

    def picture(self, reference: str, alt: str = "") -> Picture | None:
        """The one that the file means: by its path from here or from the top, else by a name that only one has."""
        bare = unquote(reference).replace("\\", "/").lstrip("./")
        here = PurePosixPath(self.path).parent
        for path in (str(here / bare), bare):
            if path in self.archive.contents and PurePosixPath(path).suffix.lower() in PICTURES:
                return self.archive.picture(path, alt)
        named = self.archive.named.get(PurePosixPath(bare).name.lower(), []) if bare else []
        return self.archive.picture(named[0], alt) if len(named) == 1 else None

    def pictures(self, folder: str = "", beginning: str = "") -> list[Picture]:
        """Those in the file's own folder, or in one below it, whose names begin so; by their names."""
        inside = self.archive.folders.get(str(PurePosixPath(self.path).parent / folder), [])
        return [self.archive.picture(path) for path in inside if PurePosixPath(path).name.lower().startswith(beginning)]

    def again(self) -> bytes:
        archive = self.archive if self.archive.again is None else Archive(io.BytesIO(self.archive.again()))
        return archive.read(self.path, LARGEST_DATA)


def _is_noise(info: zipfile.ZipInfo) -> bool:
    """Folders, what systems leave behind, and what is empty."""
    path = PurePosixPath(info.filename.replace("\\", "/"))
    return (
        info.is_dir()
        or not info.file_size
        or bool({part.lower() for part in path.parts} & NOISE)
        or path.name.startswith("._")
    )


def _path(info: zipfile.ZipInfo) -> str:
    """Its name; where the archive does not say in which letters it is written, UTF-8 is tried first."""
    name = info.filename
    if not info.flag_bits & UTF8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    return clean.line(name.replace("\\", "/"), 200)


def _check_contents(file: IO[bytes]) -> None:
    """Refuses a list of contents that is longer than any archive of recipes has, before it is read into memory."""
    file.seek(0, io.SEEK_END)
    file.seek(max(0, file.tell() - TAIL))
    tail = file.read(TAIL)
    file.seek(0)
    end, end64 = tail.rfind(END), tail.rfind(END64)
    size = int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
    if size == SIZE_IN_END64 and end64 >= 0:
        size = int.from_bytes(tail[end64 + 40 : end64 + 48], "little")
    if size > LARGEST_CONTENTS:
        raise UnreadableError(_("There are too many files in the archive."))
