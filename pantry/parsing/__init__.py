"""The one line by which things come into the pantry: "2 l milk fridge friday". Knows no database."""

from pantry.parsing.entry import Entry
from pantry.parsing.reading import parse_entries

__all__ = ["Entry", "parse_entries"]
