"""Tables of recipes as text (CSV): My Recipe Box, Plan to Eat, and whatever a person says of their own."""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice

from django.utils.translation import gettext as _

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Failure
from recipes.importers.files import nutrition
from recipes.importers.files.batch import one_by_one
from recipes.importers.files.columns import FIELDS, Columns, columns_of, rows
from recipes.importers.mending import loads
from recipes.importers.source import Source, UnreadableError

__all__ = ["FIELDS", "Columns", "columns_of", "fits", "read", "read_table"]

Row = dict[str, str]
MOST = 20_000
SECTION = re.compile(r"^,\s*(?=\S)")
PARTS = re.compile(r"\\n|\s*[|;]\s*(?=\S)|<br\s*/?>")
SEPARATE = re.compile(r"[\n,;]")
ENOUGH = 2
YES = {"1", "true", "yes", "y", "x", "ja", "oui", "si", "sí", "tak"}


def fits(source: Source) -> bool:
    return columns_of(source.head).is_recipes


def read(source: Source) -> Iterator[Draft | Failure]:
    return read_table(source.text, columns_of(source.head).mapping)


def read_table(text: str, mapping: Mapping[str, int], delimiter: str = "") -> Iterator[Draft | Failure]:
    """A recipe each row, `mapping` saying in which column (from 0 on) which of FIELDS stands."""
    columns = columns_of(text)
    told = _rows(text, mapping, columns.names, delimiter or columns.delimiter or ",")
    return one_by_one(told, _drafts, lambda row: row.get("title"))


def _rows(text: str, mapping: Mapping[str, int], names: list[str], delimiter: str) -> Iterator[Row]:
    """The cells of each row by their fields; those that nobody named by their columns, as figures may be among them."""
    by_place = {at: f"column {name}" for at, name in enumerate(names)} | {at: name for name, at in mapping.items()}
    try:
        for cells in islice(rows(text, delimiter), 1, MOST):
            if any(cell.strip() for cell in cells):
                yield {by_place.get(at, f"column {at}"): cell for at, cell in enumerate(cells)}
    except csv.Error:
        raise UnreadableError(_("The table is broken.")) from None


def _drafts(row: Row) -> list[Draft]:
    told = partial(_told, row)
    words, source = clean.line(told("servings")), clean.line(told("source"))
    return [
        Draft(
            title=clean.line(told("title")),
            description=clean.text(told("description")),
            ingredients=lists.sections(SECTION.sub("# ", line) for line in _lines(told("ingredients"))),
            steps=lists.sections(_lines(told("steps"))),
            servings=figures.servings(words),
            servings_words=words,
            prep_minutes=figures.minutes(told("prep")),
            cook_minutes=figures.minutes(told("cook")),
            rest_minutes=figures.minutes(told("rest")),
            total_minutes=figures.minutes(told("total")),
            difficulty=figures.difficulty(told("difficulty")),
            image=clean.url(told("image")),
            author=clean.line(told("author")),
            source_url=clean.url(told("url")) or clean.url(source),
            source_name="" if clean.url(source) else source,
            cuisine=clean.line(told("cuisine")),
            category=clean.line(told("category")),
            tags=SEPARATE.split(told("tags")),
            equipment=SEPARATE.split(told("equipment")),
            notes=clean.text(told("notes")),
            nutrients=_nutrients(row),
            rating=figures.stars(told("rating")),
            favourite=told("favourite").lower() in YES,
            created=figures.day(told("created")),
        )
    ]


def _told(row: Row, name: str) -> str:
    return row.get(name, "").strip()


def _lines(cell: str) -> list[str]:
    """The lines of a cell, whatever parts them: line ends, bars, semicolons, a list of JSON."""
    listed = loads(cell) if cell[:1] == "[" and cell[-1:] == "]" and '"' in cell else None
    if isinstance(listed, list) and all(isinstance(one, str) for one in listed):
        return [line for one in listed for line in clean.lines(one)]
    found, parts = clean.lines(cell), PARTS.split(cell)
    # "1 lb haddock; boned" is one ingredient.
    is_list = len(found) == 1 and ("|" in cell or len(parts) > ENOUGH)
    return [line for part in parts for line in clean.lines(part)] if is_list else found


def _nutrients(row: Row) -> dict[str, str]:
    """Lines of "fat : 5 g", or columns of their own."""
    columns = [(name.removeprefix("column "), value) for name, value in row.items() if name.startswith("column ")]
    return nutrition.read(row.get("nutrition", "")) or nutrition.named(columns)
