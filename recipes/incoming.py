"""What people bring along: an address, a text or files. Bounded, looked at, read; needs no database and no lock."""

from collections.abc import Iterable
from pathlib import PurePath
from threading import BoundedSemaphore
from typing import Any

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from kitchen.fetching import fetch
from recipes.importers import Failure, Reading, read_recipes
from recipes.sources import host_of

MOST_FILES = 50
LARGEST_FILE, LARGEST_ALL = 20_000_000, 50_000_000
LONGEST_NAME = 80
PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b")
# What a name promises: text, or a packed file. Other names are read by what is in them.
TEXTS = {".txt", ".md", ".json", ".html", ".htm", ".xml", ".cook", ".csv", ".tsv", ".mmf", ".mxp", ".yaml", ".yml"}
# A request keeps its database connection while it waits for a page: some are left for everybody else.
FETCHES = BoundedSemaphore(4)
ARCHIVES = {".zip", ".paprikarecipes", ".paprikarecipe", ".melarecipes", ".gz"}


def read_address(url: str) -> Reading:
    """The recipes of a page; what keeps it from being fetched is a refusal. Takes seconds."""
    if not FETCHES.acquire(blocking=False):
        raise DomainError(_("Other pages are being fetched just now. Try again in a moment."), field="address")
    try:
        page = fetch(url)
    finally:
        FETCHES.release()
    reading = read_recipes(page.text, name=host_of(page.url), url=page.url)
    for draft in reading.recipes:
        draft.source_url = draft.source_url or page.url
    return reading


def read_text(text: str) -> Reading:
    """A pasted page or recipe; a pasted address is fetched."""
    text = text.strip()
    if host_of(text) and len(text.split()) == 1:
        return read_address(text)
    return read_recipes(text, name=_("the pasted text"))


def read_uploads(files: Iterable[Any]) -> Reading:
    """The recipes of all files; what is wrong with one of them stops no other."""
    uploads = list(files)
    check_all(uploads)
    reading = Reading()
    for upload in uploads:
        name = called(upload)
        try:
            found = read_recipes(content_of(upload), name=name)
        except DomainError as refusal:
            found = Reading(failures=[Failure(name, str(refusal))])
        reading.recipes += found.recipes
        reading.failures += found.failures
    return reading


def check_all(uploads: list[Any]) -> None:
    if len(uploads) > MOST_FILES:
        sentence = _("These are %(count)s files; at most %(most)s come in at once.")
        raise DomainError(sentence % {"count": len(uploads), "most": MOST_FILES}, field="uploads")
    if sum(upload.size for upload in uploads) > LARGEST_ALL:
        raise DomainError(_("These files are too large together: at most 50 MB come in at once."), field="uploads")


def content_of(upload: Any) -> bytes:
    """The bytes of one file, or why it is not looked into."""
    if upload.size > LARGEST_FILE:
        raise DomainError(_("The file is larger than 20 MB, which no recipes are."))
    data: bytes = upload.read()
    ending = PurePath(str(upload.name)).suffix.lower()
    is_packed = data.startswith(PACKED)
    if (ending in TEXTS and is_packed) or (ending in ARCHIVES and not is_packed):
        raise DomainError(_("The file is not what its name says. Save it again where it comes from."))
    return data


def called(upload: Any) -> str:
    """The name of the file as it can be shown."""
    name = "".join(letter for letter in PurePath(str(upload.name)).name if letter.isprintable())
    return name[:LONGEST_NAME] or _("a file")
