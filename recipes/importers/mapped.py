"""Tables whose columns a person named."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from recipes.importers.draft import Draft, Failure, Original
from recipes.importers.files import plain
from recipes.importers.files.columns import Columns, columns_of
from recipes.importers.files.tables import read_table
from recipes.importers.reading import judged
from recipes.importers.source import Source, UnreadableError, text_of

ENDINGS = {".csv", ".tsv", ".tab"}
BEGINNING = 200_000
# Rows of as many cells as the head has, and columns, that make a table of what says nothing of itself.
ROWS, COLUMNS = 2, 3


def columns_to_name(beginning: bytes, name: str) -> Columns | None:
    """The columns of a table whose head does not say enough; nothing for anything else. Of a file its beginning."""
    from recipes.importers.registry import READERS

    try:
        source = Source(text_of(beginning[:BEGINNING]), name)
        reader = next((one for one in READERS if one.fits(source)), None)
    except (UnreadableError, ValueError, RecursionError):
        return None
    columns = columns_of(source.text)
    if reader is None or reader.read is not plain.read or len(columns.names) < ROWS:
        return None
    regular = [row for row in columns.examples if len(row) == len(columns.names)]
    is_one = len(columns.names) >= COLUMNS and len(regular) >= ROWS and regular == columns.examples
    return columns if is_one or PurePath(name).suffix.lower() in ENDINGS else None


def iter_table(data: bytes, mapping: Mapping[str, int], name: str = "") -> Iterator[Draft | Failure]:
    """The recipes of a table; `mapping` says in which column each field stands, from 0 on."""
    source = Source(text_of(data), name)
    for number, found in enumerate(read_table(source.text, mapping), 1):
        kept = judged(found, source) if isinstance(found, Draft) else found
        yield replace(kept, original=Original("", number))
