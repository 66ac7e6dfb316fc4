"""Reads recipes out of anything: recognises what it is, and lets nothing but drafts and sentences out."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import IO

import structlog
from django.utils.translation import gettext as _

from recipes.importers import clean
from recipes.importers.archive import Archive, Beside
from recipes.importers.draft import Draft, Extra, Failure, Original, Picture, Reading
from recipes.importers.source import (
    BEGINNING,
    GZIP,
    LARGEST_ARCHIVE,
    LARGEST_DATA,
    LARGEST_TEXT,
    XML,
    ZIP,
    Around,
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
Found = Iterator[Draft | Failure]
Data = bytes | str | IO[bytes]


def read_recipes(data: Data, *, name: str = "", url: str = "", wild: bool = False) -> Reading:
    """The recipes in a page, a text or a file, and for everything that could not be read a sentence.

    What it is shows in the content; `name` only names failures. `url` is where a page came from. `wild` reads
    pages without the readers for single sites. A file that is handed over open can be sought in, and stays open as
    long as pictures of it are wanted. Never raises.
    """
    reading = Reading()
    for found in iter_recipes(data, name=name, url=url, wild=wild, extras=reading.extras):
        if isinstance(found, Failure):
            reading.failures.append(found)
        else:
            reading.recipes.append(found)
    return reading


def iter_recipes(  # noqa: PLR0913  (each is a question of its own)
    data: Data,
    *,
    name: str = "",
    url: str = "",
    wild: bool = False,
    only: str = "",
    extras: list[Extra] | None = None,
) -> Found:
    """The same one by one, so that a library of thousands is never in memory at once. `only` is the one file of an
    archive that is looked at; what a backup holds beside recipes is put into `extras`.
    """
    reader = _Reading(url, wild, only, [] if extras is None else extras)
    some = False
    recipes = count(1)
    for found in reader.found(data, name):
        some = True
        if isinstance(found, Failure) or next(recipes) <= MOST:
            yield found
    if not some:
        yield Failure(clean.line(name, 200), _("There is no recipe in it."))


@dataclass(frozen=True)
class _Reading:
    url: str
    wild: bool
    only: str
    extras: list[Extra] = field(default_factory=list)

    def found(self, data: Data, name: str, around: Around | None = None, depth: int = 0, path: str = "") -> Found:
        """Whatever a stranger's file brings about, the others of the batch go on, and a person reads a sentence."""
        called = clean.line(name, 200)
        try:
            yield from self._found(data, name, around or Around(), depth, path)
        except UnreadableError as why:
            yield Failure(called, str(why), Original(path))
        except Exception:
            log.exception("import.failed", kind=type(data).__name__)
            yield Failure(called, _("This could not be read."), Original(path))

    def _found(self, data: Data, name: str, around: Around, depth: int, path: str) -> Found:
        if isinstance(data, str):
            return self._read(Source(_short(data), name, self.url, self.wild, around, self.extras), path)
        file = io.BytesIO(data) if isinstance(data, bytes) else data
        file.seek(0)
        head = file.read(4)
        if head.startswith(ZIP) and depth < DEEPEST:
            return self._archive(file, name, around, depth, path)
        file.seek(0)
        if head.startswith(GZIP) and depth < DEEPEST:
            packed = file.read(LARGEST_DATA + 1)
            return self._found(unzipped(packed), name, _Unpacked(around), depth + 1, path)
        return self._read(self._source(file, name, around), path)

    def _source(self, file: IO[bytes], name: str, around: Around) -> Source:
        """The text of a file. A library as one large XML is left where it is, and read piece by piece."""
        size = file.seek(0, io.SEEK_END)
        file.seek(0)
        beginning = file.read(BEGINNING)
        is_large = LARGEST_TEXT < size <= LARGEST_ARCHIVE and XML.match(beginning)
        text = text_of(beginning if is_large else beginning + file.read(LARGEST_DATA))
        return Source(text, name, self.url, self.wild, around, self.extras, file if is_large else None)

    def _archive(self, file: IO[bytes], name: str, around: Around, depth: int, path: str) -> Found:
        if file.seek(0, io.SEEK_END) > LARGEST_ARCHIVE:
            raise UnreadableError(_("The archive is too large."))
        archive = Archive(file, around.again if depth else None)
        any_found = False
        for member in archive.members(self.only.removeprefix(f"{path}/") if path else self.only):
            inner = f"{path}/{member.name}" if path else member.name
            if member.why:
                yield Failure(member.name, member.why, Original(inner))
                continue
            for found in self.found(member.data, member.name, Beside(archive, member.name), depth + 1, inner):
                any_found = True
                if isinstance(found, Draft) and not found.source_file:
                    found.source_file = clean.line(member.name, 200)
                yield found
        if not any_found:
            yield Failure(clean.line(name, 200), _("There is no recipe in this archive."), Original(path))

    def _read(self, source: Source, path: str) -> Found:
        if not source.text.strip("\ufeff\0 \t\r\n"):
            raise UnreadableError(_("It is empty."))
        if source.is_broken_json:
            raise UnreadableError(_("The file is broken."))
        from recipes.importers.registry import READERS

        reader = next(reader for reader in READERS if reader.fits(source))
        for number, found in enumerate(reader.read(source), 1):
            original = Original(path, number)
            if isinstance(found, Draft):
                yield replace(judged(found, source), original=original)
            else:
                yield replace(found, original=original)


@dataclass(frozen=True)
class _Unpacked(Around):
    """What lies beside a packed file, which is unpacked once more when it is wanted again."""

    packed: Around

    @property
    def is_alone(self) -> bool:  # type: ignore[override]
        return self.packed.is_alone

    def picture(self, reference: str, alt: str = "") -> Picture | None:
        return self.packed.picture(reference, alt)

    def pictures(self, folder: str = "", beginning: str = "") -> list[Picture]:
        return self.packed.pictures(folder, beginning)

    def again(self) -> bytes:
        found = self.packed.again()
        return unzipped(found) if found else found


def _short(text: str) -> str:
    if len(text) > LARGEST_TEXT:
        raise UnreadableError(_("The text is too long for a recipe."))
    return text


def judged(draft: Draft, source: Source) -> Draft | Failure:
    """A draft with something to cook in it, or why not."""
    kept = tidied(draft)
    if not kept.ingredients and not kept.steps:
        return Failure(kept.title or clean.line(source.name, 200), _("It has neither ingredients nor steps."))
    if not kept.title:
        return Failure(clean.line(source.name, 200), _("The recipe has no name."))
    return kept
