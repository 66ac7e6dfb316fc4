"""Open Food Facts as it is given away: CSV (commas or tabs) or JSON lines, packed with gzip or not; streamed."""

import csv
import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from pantry.barcodes.digits import is_right
from pantry.catalogue import name_key
from pantry.models import ReferenceFood, ReferenceSource
from pantry.openfoodfacts.figures import nutrition_of
from pantry.reference.writing import Brought, plain_text

LONGEST_LINE, SHORTEST = 4_000_000, 8
# Columns that other exports call otherwise.
CALLED = {
    "barcode": "code",
    "sugar_100g": "sugars_100g",
    "fibre_100g": "fiber_100g",
    "protein_100g": "proteins_100g",
    "carbohydrate_100g": "carbohydrates_100g",
    "saturated_fat_100g": "saturated-fat_100g",
}


def read_off(path: Path, brought: Brought) -> Iterator[ReferenceFood]:
    """Products with a name and a barcode; those without figures are known by their name and brand."""
    for where, told in products(path, brought):
        digits = "".join(one for one in str(told.get("code") or "") if one.isdigit())
        brand = plain_text(first(told.get("brands")), 80)
        name = plain_text(told.get("product_name") or told.get("product_name_en") or told.get("generic_name"), 200)
        if not name or not digits:
            brought.left_out += 1
            continue
        if len(digits) > 14:  # noqa: PLR2004 - a GTIN
            brought.blame(where, f"{digits[:30]} is no barcode")
            continue
        try:
            figures = nutrition_of(told) or {}
        except (ArithmeticError, ValueError, TypeError) as error:
            brought.blame(where, error)
            continue
        code = digits.zfill(14)
        yield ReferenceFood(
            source=ReferenceSource.OFF,
            code=code,
            name=name,
            name_key=name_key(f"{name} {brand}")[:200],
            brand=brand,
            barcode=code if len(digits) >= SHORTEST and is_right(code) else "",
            quantity=plain_text(told.get("quantity"), 60),
            nutrition={ours: f"{value.normalize():f}" for ours, value in figures.items()},
        )


def products(path: Path, brought: Brought) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Where each stands, and what is told of it: in one form, whichever the file has."""
    try:
        with opened(path) as file:
            begins = file.read(1)
        with opened(path) as file:
            yield from json_lines(file, path.name, brought) if begins == "{" else table(file, path.name, brought)
    except (OSError, EOFError, gzip.BadGzipFile) as error:
        raise DomainError(_("%(file)s cannot be read: %(why)s") % {"file": path.name, "why": error}) from error


def opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", errors="replace", newline="")
    return path.open(encoding="utf-8-sig", errors="replace", newline="")


def json_lines(file: IO[str], name: str, brought: Brought) -> Iterator[tuple[str, Mapping[str, Any]]]:
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        where = f"{name}, line {number}"
        try:
            told = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError) as error:
            brought.blame(where, f"no JSON ({type(error).__name__})")
            continue
        if isinstance(told, dict):
            yield where, told
        elif told is not None:
            brought.blame(where, "no product")


def table(file: IO[str], name: str, brought: Brought) -> Iterator[tuple[str, Mapping[str, Any]]]:
    csv.field_size_limit(LONGEST_LINE)
    head = file.readline(LONGEST_LINE)
    tabs = "\t" in head
    columns = [
        CALLED.get(one.strip(), one.strip()) for one in next(csv.reader([head], delimiter="\t" if tabs else ","), [])
    ]
    if not {"code", "product_name"} <= set(columns):
        raise DomainError(
            _("%(file)s is not from Open Food Facts: it has no columns code and product_name.") % {"file": name}
        )
    # The tables with tabs are written without quoting: a quote there is a letter.
    quoting: Any = csv.QUOTE_NONE if tabs else csv.QUOTE_MINIMAL
    rows = csv.reader(
        (line.replace("\0", "") for line in iter(lambda: file.readline(LONGEST_LINE), "")),
        delimiter="\t" if tabs else ",",
        quoting=quoting,
    )
    for row in readable(rows, name, brought):
        where = f"{name}, line {rows.line_num + 1}"
        if len(row) == len(columns):
            told = dict(zip(columns, row, strict=True))
            yield where, {**told, "nutriments": told}
        elif row:
            brought.blame(where, f"{len(row)} columns instead of {len(columns)}")


def readable(rows: Any, name: str, brought: Brought) -> Iterator[list[str]]:
    """The rows of a table but for those that cannot be parted."""
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            brought.blame(f"{name}, line {rows.line_num + 1}", error)
            continue
        yield row


def first(brands: Any) -> str:
    """Of several brands, told as text or as a list."""
    if isinstance(brands, list):
        return str(brands[0]) if brands else ""
    return str(brands or "").split(",")[0]
