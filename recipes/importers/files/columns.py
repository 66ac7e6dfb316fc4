"""Which column of a table says what: guessed by the words of its head, in five languages."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from recipes.importers import clean

SIGNS = (",", ";", "\t", "|")
# A field of a person's table may be as long as a recipe.
LONGEST_FIELD = 200_000
EXAMPLES, BEGINNING = 3, 400_000
NEEDED = ("title", "ingredients")
KNOWN = Path(__file__).parent.parent / "words" / "columns.txt"
# The words are compared without case, accents, spaces and signs; the first that a table has wins.
WORDS = {
    name: words.split()
    for name, _colon, words in (line.partition(":") for line in KNOWN.read_text(encoding="utf-8").splitlines() if line)
}
FIELDS = tuple(WORDS)


@dataclass(frozen=True)
class Columns:
    """How a table is divided, what its columns are called, and which of them (from 0 on) each field is in."""

    delimiter: str = ""
    names: list[str] = field(default_factory=list)
    mapping: dict[str, int] = field(default_factory=dict)
    examples: list[list[str]] = field(default_factory=list)

    @property
    def is_recipes(self) -> bool:
        """Whether the head names enough to read it without asking."""
        return all(name in self.mapping for name in NEEDED)


def columns_of(text: str) -> Columns:
    """What parts the columns and what they say, as far as the head tells; nothing for a text that is no table."""
    head = text[:BEGINNING].lstrip("\ufeff \r\n").replace("\0", "")
    every = [found for sign in SIGNS if (found := _divided(head, sign))]
    return max(every, key=lambda one: (one.is_recipes, len(one.mapping), len(one.names)), default=Columns())


def rows(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_FIELD)
    return csv.reader(io.StringIO(text.lstrip("\ufeff \r\n").replace("\0", "")), delimiter=delimiter)


def key(name: str) -> str:
    """The bare letters of a column's name."""
    bare = unicodedata.normalize("NFKD", clean.line(name, 100).lower().replace("ł", "l").replace("ß", "ss"))
    return re.sub(r"[^a-z]", "", bare)


def _divided(head: str, sign: str) -> Columns | None:
    found = rows(head, sign)
    try:
        names = next(found, [])
        examples = [row for row, _number in zip(found, range(EXAMPLES), strict=False)]
    except csv.Error:
        return None
    if len(names) < len(NEEDED):
        return None
    return Columns(sign, [clean.line(name, 100) for name in names], _mapped(names), examples)


def _mapped(names: list[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, name in enumerate(names):
        places.setdefault(key(name), at)
    mapped: dict[str, int] = {}
    for told, words in WORDS.items():
        place = next((places[word] for word in words if word in places), None)
        if place is not None and place not in mapped.values():
            mapped[told] = place
    return mapped
