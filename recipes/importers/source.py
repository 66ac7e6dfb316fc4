"""One file or text that is read, after its bytes were understood."""

import codecs
import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import IO, Any

from django.utils.translation import gettext as _

from kitchen.fetching.encoding import decode
from recipes.importers.draft import Draft, Extra, Failure, Picture
from recipes.importers.mending import loads

# Bytes of one text, of one file of data (JSON, XML: a library may be one), of one picture, and of a whole archive.
LARGEST_TEXT, LARGEST_DATA, LARGEST_PICTURE, LARGEST_ARCHIVE = 20_000_000, 120_000_000, 30_000_000, 300_000_000
# Objects and values of one file of JSON: a thousand recipes have fifty thousand.
MOST_PARTS, MOST_VALUES = 3_000_000, 12_000_000
# Of a larger file of XML only the beginning is looked at before it is read piece by piece.
BEGINNING = 200_000
FIRST_LETTER = 32
BROKEN = re.compile(r"\{\s*\"|\[\s*\{|\{[^\n]{0,40}$")
DATA, XML = re.compile(rb"\s*(?:[\[{]|<\?xml)"), re.compile(rb"\s*<\?xml")
GZIP, ZIP = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")
NOT_TEXT = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*", b"%PDF", b"SQLite format", b"\x7fELF",
    b"MZ", b"Rar!", b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0", b"ID3", b"OggS", b"\0asm", b"\xfd7zXZ", b"BZh",
)  # fmt: skip


class UnreadableError(Exception):
    """Why a file cannot be read, in one sentence."""


class Around:
    """What lies beside a file in its archive. A file that comes alone has nothing."""

    is_alone = True

    def picture(self, reference: str, alt: str = "") -> Picture | None:
        del reference, alt
        return None

    def pictures(self, folder: str = "", beginning: str = "") -> list[Picture]:
        del folder, beginning
        return []

    def again(self) -> bytes:
        """The bytes of the file once more, for what was not kept of them the first time; nothing where it is alone."""
        return b""


@dataclass(frozen=True)
class Source:
    """One text with its name, the address of a page, whether readers for single sites are left out, what lies beside
    it, and where what is no recipe is put. Of a large file `text` is the beginning, and `file` the whole.
    """

    text: str
    name: str = ""
    url: str = ""
    wild: bool = False
    around: Around = field(default_factory=Around)
    extras: list[Extra] = field(default_factory=list)
    file: IO[bytes] | None = None

    @cached_property
    def data(self) -> Any:
        """The text as JSON, or None."""
        if self.head[:1] not in {"{", "["}:
            return None
        if self.text.count("{") + self.text.count("[") > MOST_PARTS or self.text.count(",") > MOST_VALUES:
            raise UnreadableError(_("The file is too large for a recipe."))
        return loads(self.text)

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
    """The text of a file's bytes, or UnreadableError. Data may be longer than what a person writes."""
    is_data = DATA.match(data[:200].removeprefix(codecs.BOM_UTF8)) is not None
    if len(data) > (LARGEST_DATA if is_data else LARGEST_TEXT):
        raise UnreadableError(_("The file is too large for a recipe."))
    if data.startswith(NOT_TEXT) or data[4:8] == b"ftyp" or _is_binary(data):
        raise UnreadableError(_("This is no text: it may be a picture, a document or a program."))
    return decode(data)


def _is_binary(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    head = data[:4000]
    return sum(byte < FIRST_LETTER and byte not in b"\t\n\r\f\x1a\x1b" for byte in head) * 50 > len(head)


def unzipped(data: bytes, largest: int = LARGEST_DATA) -> bytes:
    """What is in a file of gzip, at most so many bytes of it, or UnreadableError."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        found = unpacker.decompress(data, largest + 1)
    except zlib.error:
        raise UnreadableError(_("The file is packed, and broken.")) from None
    if len(found) > largest:
        raise UnreadableError(_("The file is too large for a recipe."))
    return found
