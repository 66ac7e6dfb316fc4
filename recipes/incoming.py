"""What people bring along: addresses, a text, a page or files. Bounded and named; needs no database and no lock."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from kitchen.fetching import PUBLIC
from kitchen.fetching.page import checked
from recipes.import_source import PAGE, TEXT, marked
from recipes.models import ImportWay
from recipes.services.import_batch import Brought
from recipes.sources import host_of

MOST_FILES, MOST_ADDRESSES = 200, 100
LARGEST_ALL = 250_000_000
LONGEST_NAME = 80
PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b")
# What a name promises: text, or a packed file. Other names are read by what is in them.
TEXTS = {".txt", ".md", ".json", ".html", ".htm", ".xml", ".cook", ".csv", ".tsv", ".mmf", ".mxp", ".yaml", ".yml"}
ARCHIVES = {".zip", ".paprikarecipes", ".paprikarecipe", ".melarecipes", ".gz"}


def from_text(text: str) -> tuple[ImportWay, list[Brought]]:
    """What somebody wrote into the box: addresses, one a line, or else a recipe or the source of a page."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    addresses = [address for line in lines if (address := address_in(line))]
    if lines and len(addresses) == len(lines):
        return ImportWay.ADDRESS, from_addresses(addresses)
    first = next((line for line in lines if any(one.isalpha() for one in line) and not line.startswith("<")), "")
    name = first[:LONGEST_NAME].strip(" #*") or _("a pasted page")
    return ImportWay.TEXT, [Brought(name, [marked(text)], TEXT)]


def address_in(line: str) -> str:
    """The address of a line that is nothing else; people leave out how it begins."""
    if len(line.split()) != 1:
        return ""
    if host_of(line):
        return line
    host, _slash, path = line.partition("/")
    is_bare = "." in host.strip(".") and path and host.replace(".", "").replace("-", "").isalnum()
    return f"https://{line}" if is_bare else ""


def from_addresses(addresses: Iterable[str]) -> list[Brought]:
    """Those that nobody may fetch are refused at once; what else is wrong with one shows when its turn comes."""
    found = list(dict.fromkeys(addresses))
    if len(found) > MOST_ADDRESSES:
        sentence = _("These are %(count)s addresses; at most %(most)s come in at once.")
        raise DomainError(sentence % {"count": len(found), "most": MOST_ADDRESSES}, field="what")
    for address in found:
        try:
            checked(address, PUBLIC)
        except DomainError as refusal:
            raise DomainError(str(refusal), field="what") from refusal
    return [Brought(host_of(address)[:LONGEST_NAME], url=address) for address in found]


def from_page(html: str, url: str) -> list[Brought]:
    """A page as somebody's browser shows it."""
    address = url if host_of(url) else ""
    return [Brought(host_of(address)[:LONGEST_NAME] or _("a page"), [marked(html)], PAGE, address)]


def from_files(files: Iterable[Any]) -> list[Brought]:
    uploads = list(files)
    if len(uploads) > MOST_FILES:
        sentence = _("These are %(count)s files; at most %(most)s come in at once.")
        raise DomainError(sentence % {"count": len(uploads), "most": MOST_FILES}, field="uploads")
    if sum(upload.size for upload in uploads) > LARGEST_ALL:
        raise DomainError(_("These files are too large together: at most 250 MB come in at once."), field="uploads")
    for upload in uploads:
        _check(upload)
    return [Brought(called(upload), upload.chunks()) for upload in uploads]


def _check(upload: Any) -> None:
    ending = PurePath(str(upload.name)).suffix.lower()
    is_packed = upload.read(4).startswith(PACKED)
    upload.seek(0)
    if (ending in TEXTS and is_packed) or (ending in ARCHIVES and not is_packed):
        sentence = _("“%(name)s” is not what its name says. Save it again where it comes from.")
        raise DomainError(sentence % {"name": called(upload)}, field="uploads")


def called(upload: Any) -> str:
    """The name of the file as it can be shown."""
    name = "".join(letter for letter in PurePath(str(upload.name)).name if letter.isprintable())
    return name[-LONGEST_NAME:] or _("a file")
