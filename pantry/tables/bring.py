"""Files of tables, one or several: what each is shows in its columns, never in its name alone."""

import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from pantry.catalogue import name_key
from pantry.tables.foods import is_foods, read_foods
from pantry.tables.given import Given, GivenFood, GivenLine, Wrong
from pantry.tables.grocy import is_grocy, read_grocy
from pantry.tables.ledger import is_ledger, read_ledger
from pantry.tables.sheet import LARGEST, LONGEST_CELL, MOST_ROWS, Row, read_sheet, text_of
from pantry.tables.stock import is_stock, read_stock

MOST_FILES = 40
# Of all packed files together: a few KB can unpack to gigabytes.
MOST_UNPACKED = 2 * LARGEST


@dataclass
class Brought:
    """What came in, and what of it cannot: rows, or whole files at line 0."""

    stock: list[Given] = field(default_factory=list)
    foods: list[GivenFood] = field(default_factory=list)
    lines: list[GivenLine] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)


def read_files(files: Iterable[tuple[str, bytes]], today: date) -> Brought:
    """`files` are names with contents; a broken one is named, and the rest goes on."""
    brought = Brought()
    tables: list[tuple[str, str, list[Row]]] = []
    for name, data in _unpacked(list(files), brought):
        try:
            tables += ((key, name, rows) for key, rows in _tables(name, data).items())
        except DomainError as refusal:
            brought.wrong.append(Wrong(0, "", str(refusal), name))
    by_name: dict[str, list[Row]] = {}
    for key, _name, rows in tables:
        by_name.setdefault(key, []).extend(rows)
    if is_grocy(by_name):
        given, wrong = read_grocy(by_name, today)
        brought.stock += given
        brought.wrong += wrong
        return brought
    for _key, name, rows in tables:
        _take(brought, name, rows, today)
    return brought


def _take(brought: Brought, name: str, rows: list[Row], today: date) -> None:
    if not rows:
        brought.wrong.append(Wrong(0, "", _("There is no row in it."), name))
    elif is_ledger(rows[0]):
        lines, wrong = read_ledger(rows, today)
        brought.lines += lines
        brought.wrong += [replace(one, file=name) for one in wrong]
    elif is_foods(rows[0]):
        foods, wrong = read_foods(rows)
        brought.foods += foods
        brought.wrong += [replace(one, file=name) for one in wrong]
    elif is_stock(rows[0]):
        given, wrong = read_stock(rows, today)
        brought.stock += given
        brought.wrong += [replace(one, file=name) for one in wrong]
    else:
        why = _("Its columns are not known here: there should be one called name and one called amount.")
        brought.wrong.append(Wrong(0, "", why, name))


def _tables(name: str, data: bytes) -> dict[str, list[Row]]:
    """One, or all of a JSON object of lists; called as the file is."""
    if data.lstrip()[:1] not in (b"{", b"["):
        return {_called(name): read_sheet(data)}
    try:
        found = json.loads(text_of(data))
    except (ValueError, RecursionError) as error:
        raise DomainError(_("The file breaks off in the middle, or is no JSON.")) from error
    named = found if isinstance(found, dict) else {_called(name): found}
    return {name_key(key): list(_rows(rows)) for key, rows in named.items() if isinstance(rows, list)}


def _rows(rows: list[Any]) -> Iterator[Row]:
    for line, row in enumerate(rows[:MOST_ROWS], start=1):
        if isinstance(row, dict):
            said = {name_key(key): value for key, value in row.items() if isinstance(value, str | int | float)}
            yield Row(line, {key: " ".join(_kept(value).split())[:LONGEST_CELL] for key, value in said.items()})


def _kept(value: object) -> str:
    """Without what JSON can name and no database keeps: half a letter, and the letter zero."""
    return str(value).encode("utf-8", "replace").decode().replace("\0", "")


def _called(name: str) -> str:
    """The last part of a file's name in the form of names: "grocy_stock.csv" and "stock.csv" are both "stock"."""
    return name_key(PurePath(name).stem).removeprefix("grocy ") or name


def _unpacked(files: list[tuple[str, bytes]], brought: Brought) -> Iterator[tuple[str, bytes]]:
    room = MOST_UNPACKED
    for name, data in files:
        if not data.startswith(b"PK"):
            yield name, data
            continue
        try:
            for member, content in _members(data, room):
                room -= len(content)
                yield member, content
        except DomainError as refusal:
            brought.wrong.append(Wrong(0, "", str(refusal), name))
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
            why = _("The file breaks off in the middle, or is locked: pack it again.")
            brought.wrong.append(Wrong(0, "", why, name))


def _members(data: bytes, room: int) -> Iterator[tuple[str, bytes]]:
    """What a packed file holds, never more than one may be large; spreadsheets are packed files of another kind."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [one for one in archive.infolist() if not one.is_dir()]
        if any(one.filename == "[Content_Types].xml" for one in members):
            raise DomainError(_("This is a spreadsheet: save it as CSV where it comes from."))
        if sum(one.file_size for one in members[:MOST_FILES]) > room:
            raise DomainError(_("Unpacked, this is more than 10 MB: divide it."))
        for one in members[:MOST_FILES]:
            with archive.open(one) as member:
                yield one.filename, member.read(LARGEST + 1)
