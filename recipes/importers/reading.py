"""Reads recipes out of anything: recognises what it is, and lets nothing but drafts and sentences out."""

from collections.abc import Iterator

import structlog
from django.utils.translation import gettext as _

from recipes.importers import clean
from recipes.importers.archive import members
from recipes.importers.draft import Draft, Failure, Reading
from recipes.importers.registry import READERS
from recipes.importers.source import (
    GZIP,
    LARGEST_ARCHIVE,
    LARGEST_TEXT,
    ZIP,
    Source,
    UnreadableError,
    text_of,
    unzipped,
)
from recipes.importers.tidy import tidied

# An archive of archives of packed recipes is known; what goes deeper is a trap.
DEEPEST = 3
MOST = 20_000

log = structlog.get_logger(__name__)


def read_recipes(data: bytes | str, *, name: str = "", url: str = "", wild: bool = False) -> Reading:
    """The recipes in a page, a text or a file, and for everything that could not be read a sentence.

    What it is shows in the content; `name` only names failures. `url` is where a page came from. `wild` reads
    pages without the readers for single sites. Never raises.
    """
    reading = Reading()
    for found in _found(data, name, url, 0, wild=wild):
        if isinstance(found, Failure):
            reading.failures.append(found)
        elif len(reading.recipes) < MOST:
            reading.recipes.append(found)
    if not reading.recipes and not reading.failures:
        reading.failures.append(Failure(clean.line(name, 200), _("There is no recipe in it.")))
    return reading


def _found(data: bytes | str, name: str, url: str, depth: int, *, wild: bool) -> Iterator[Draft | Failure]:
    try:
        if isinstance(data, bytes) and data.startswith(ZIP) and depth < DEEPEST:
            yield from _archive(data, name, depth, wild=wild)
        elif isinstance(data, bytes) and data.startswith(GZIP) and depth < DEEPEST:
            yield from _found(unzipped(data), name, url, depth + 1, wild=wild)
        else:
            yield from _read(Source(_text(data), name, url, wild))
    except UnreadableError as why:
        yield Failure(clean.line(name, 200), str(why))
    except Exception:
        # Whatever a stranger's file brings about, the others of the batch go on, and a person reads a sentence.
        log.exception("import.failed", kind=type(data).__name__, size=len(data))
        yield Failure(clean.line(name, 200), _("This could not be read."))


def _text(data: bytes | str) -> str:
    if isinstance(data, bytes):
        return text_of(data)
    if len(data) > LARGEST_TEXT:
        raise UnreadableError(_("The text is too long for a recipe."))
    return data


def _archive(data: bytes, name: str, depth: int, *, wild: bool) -> Iterator[Draft | Failure]:
    if len(data) > LARGEST_ARCHIVE:
        raise UnreadableError(_("The archive is too large."))
    any_found = False
    for member in members(data):
        if member.why:
            yield Failure(member.name, member.why)
            continue
        for found in _found(member.data, member.name, "", depth + 1, wild=wild):
            any_found = True
            if isinstance(found, Draft) and not found.source_file:
                found.source_file = clean.line(member.name, 200)
            yield found
    if not any_found:
        yield Failure(clean.line(name, 200), _("There is no recipe in this archive."))


def _read(source: Source) -> Iterator[Draft | Failure]:
    if not source.text.strip("\ufeff\0 \t\r\n"):
        raise UnreadableError(_("It is empty."))
    if source.is_broken_json:
        raise UnreadableError(_("The file is broken."))
    reader = next(reader for reader in READERS if reader.fits(source))
    for found in reader.read(source):
        yield _judged(found, source) if isinstance(found, Draft) else found


def _judged(draft: Draft, source: Source) -> Draft | Failure:
    """A draft with something to cook in it, or why not."""
    kept = tidied(draft)
    if not kept.ingredients and not kept.steps:
        return Failure(kept.title or clean.line(source.name, 200), _("It has neither ingredients nor steps."))
    if not kept.title:
        return Failure(clean.line(source.name, 200), _("The recipe has no name."))
    return kept
