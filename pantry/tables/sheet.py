"""A file of comma-separated values as rows: any usual encoding, any usual separator."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from pantry.catalogue import name_key
from pantry.tables.given import Wrong
from pantry.tables.writing import FORMULAS

T = TypeVar("T")

SEPARATORS = ",;\t|"
ENCODINGS = ("utf-8-sig", "cp1252")
LARGEST, LONGEST_CELL, MOST_ROWS = 5_000_000, 2_000, 20_000
BROKEN = "\x00"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"%PDF", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class Row:
    """`cells` by the normal form of their heads; `line` counts as an editor does, the heads being line 1.

    `broken` says why it cannot be read.
    """

    line: int
    cells: dict[str, str]
    broken: str = ""

    @property
    def text(self) -> str:
        return ", ".join(cell for cell in self.cells.values() if cell)[:200]

    def cell(self, *heads: str) -> str:
        """The first of these columns that says something."""
        return next((found for head in heads if (found := self.cells.get(head, ""))), "")


def each(rows: Iterable[Row], read: Callable[[Row], T]) -> tuple[list[T], list[Wrong]]:
    """Each row for itself: what is wrong with one keeps no other out."""
    given: list[T] = []
    wrong: list[Wrong] = []
    for row in rows:
        try:
            given.append(read(row))
        except DomainError as refusal:
            wrong.append(Wrong(row.line, row.text, str(refusal)))
    return given, wrong


def read_sheet(data: bytes) -> list[Row]:
    """Raises a refusal for what is no table; a row of too many cells keeps those that have a head."""
    text = text_of(data)
    separator = _separator(text)
    try:
        return list(_rows(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)))
    except csv.Error:
        # A quotation mark that is not closed would take all that follows into one cell: then each line for itself.
        return list(_rows(_each(text, separator)))


def _each(text: str, separator: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        try:
            yield next(csv.reader([line], delimiter=separator, strict=True), [])
        except csv.Error:
            yield [BROKEN, line[:LONGEST_CELL]]


def text_of(data: bytes) -> str:
    if len(data) > LARGEST:
        raise DomainError(_("The file is larger than 5 MB: divide it."))
    if data.startswith(PICTURES) or b"\0" in data[:4096]:
        raise DomainError(_("This is no table: save it as CSV where it comes from."))
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding).replace("\0", "")
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def unguarded(cell: str) -> str:
    """Without the mark that keeps a spreadsheet from reckoning with a text (pantry/tables/writing.py)."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULAS) else cell


def _separator(text: str) -> str:
    """The one that the line of heads has most of."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=head.count)


def _rows(lines: Iterable[list[str]]) -> Iterator[Row]:
    heads: list[str] = []
    for count, found in enumerate(lines):
        if count > MOST_ROWS:
            raise DomainError(_("The table has more than 20,000 rows: divide it."))
        line = getattr(lines, "line_num", count + 1)
        cells = [" ".join(unguarded(cell).split())[:LONGEST_CELL] for cell in found]
        if not any(cells):
            continue
        if not heads:
            heads = [name_key(cell) for cell in cells]
        elif found[0] == BROKEN:
            yield Row(line, {"": cells[1]}, broken=_("A quotation mark in it is not closed."))
        else:
            yield Row(line, dict(zip(heads, cells, strict=False)))
