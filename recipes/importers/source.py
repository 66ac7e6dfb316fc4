"""One file or text that is read, after its bytes were understood."""

import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from kitchen.fetching.encoding import decode
from recipes.importers.draft import Draft, Failure
from recipes.importers.mending import loads

# Bytes of one text. An archive may be larger, because of its pictures, which are not looked at.
LARGEST_TEXT, LARGEST_ARCHIVE = 20_000_000, 300_000_000
FIRST_LETTER = 32
BROKEN = re.compile(r"\{\s*\"|\[\s*\{|\{[^\n]{0,40}$")
GZIP, ZIP = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")
NOT_TEXT = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*", b"%PDF", b"SQLite format", b"\x7fELF",
    b"MZ", b"Rar!", b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0", b"ID3", b"OggS", b"\0asm", b"\xfd7zXZ", b"BZh",
)  # fmt: skip


class UnreadableError(Exception):
    """Why a file cannot be read, in one sentence."""


@dataclass(frozen=True)
class Source:
    text: str
    name: str = ""
    url: str = ""
    wild: bool = False

    @cached_property
    def data(self) -> Any:
        """The text as JSON, or None."""
        return loads(self.text) if self.text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["} else None

    @property
    def is_broken_json(self) -> bool:
        return self.data is None and BROKEN.match(self.head) is not None

    @cached_property
    def head(self) -> str:
        """The beginning, for those who look what it is."""
        return self.text[:20_000].lstrip("\ufeff \t\r\n")


Found = Iterable[Draft | Failure]


@dataclass(frozen=True)
class Reader:
    """`fits` looks at the content, never at the name of the file."""

    fits: Callable[[Source], bool]
    read: Callable[[Source], Found]


def text_of(data: bytes) -> str:
    """The text of a file's bytes, or UnreadableError."""
    if len(data) > LARGEST_TEXT:
        raise UnreadableError(_("The file is too large for a recipe."))
    if data.startswith(NOT_TEXT) or data[4:8] == b"ftyp" or _is_binary(data):
        raise UnreadableError(_("This is no text: it may be a picture, a document or a program."))
    return decode(data)


def _is_binary(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    head = data[:4000]
    return sum(byte < FIRST_LETTER and byte not in b"\t\n\r\f\x1a\x1b" for byte in head) * 50 > len(head)


def unzipped(data: bytes, largest: int = LARGEST_TEXT) -> bytes:
    """What is in a file of gzip, at most so many bytes of it, or UnreadableError."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        found = unpacker.decompress(data, largest + 1)
    except zlib.error:
        raise UnreadableError(_("The file is packed, and broken.")) from None
    if len(found) > largest:
        raise UnreadableError(_("The file is too large for a recipe."))
    return found
