"""What an import reads from: a kept file, or a page that is fetched once and kept then."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from accounts.models import StoredFile
from accounts.services.stored_file import open_file, store_file
from kitchen.fetching import fetch
from recipes.import_door import ImportDoor
from recipes.importers import Draft, Failure, iter_recipes
from recipes.importers.files.columns import Columns
from recipes.importers.mapped import BEGINNING, columns_to_name, iter_table
from recipes.importers.source import LARGEST_DATA
from recipes.models import ImportSource
from recipes.sources import host_of

PAGE, TEXT = "text/html", "text/plain"


@dataclass(frozen=True)
class Opened:
    """A source that can be read, with no transaction open. `mapping` says which column of a table is what."""

    file: IO[bytes]
    name: str
    url: str = ""
    mapping: dict[str, int] = field(default_factory=dict)

    def close(self) -> None:
        self.file.close()

    @property
    def columns_wanted(self) -> bool:
        """Whether it is a table of which nobody has said yet which column is what."""
        return not self.mapping and columns_of_file(self.file, self.name) is not None

    def read(self, *, wild: bool = False) -> Iterator[Draft | Failure]:
        if self.mapping:
            return iter_table(self.file.read(LARGEST_DATA + 1), self.mapping, self.name)
        return iter_recipes(self.file, name=self.name, url=self.url, wild=wild)


def open_source(source: ImportSource, door: ImportDoor) -> Opened:
    """Fetches what is only an address so far. Takes seconds: call it outside of a transaction."""
    kept = source.file or _fetch(source, door)
    with door.opened():
        file = open_file(kept)
    return Opened(file, source.name, source.url, source.mapping)


def columns_of_file(file: IO[bytes], name: str) -> Columns | None:
    """The columns that a person has to name, if it is such a table."""
    file.seek(0)
    found = columns_to_name(file.read(BEGINNING), name)
    file.seek(0)
    return found


def _fetch(source: ImportSource, door: ImportDoor) -> StoredFile:
    page = fetch(source.url)
    with door.opened():
        source.file = kept = store_file(source.household, [marked(page.text)], name=source.name, media_type=PAGE)
        source.url, source.name = page.url, source.name or host_of(page.url)
        source.save(update_fields=["file", "url", "name"])
    return kept


def marked(text: str) -> bytes:
    """A text as bytes that say how they are written, whatever the page says of itself."""
    return codecs.BOM_UTF8 + text.encode("utf-8", errors="replace")
