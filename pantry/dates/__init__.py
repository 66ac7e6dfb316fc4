"""Until when a lot is good, and how it came to that date. Pure: asks no database and changes no row."""

from pantry.catalogue import OPENED, SEALED, THAWED
from pantry.dates.lives import Lives, lives_of
from pantry.dates.rules import bought, frozen, moved, opened, printed, said, thawed
from pantry.dates.state import FROZEN, Dates

__all__ = [
    "FROZEN",
    "OPENED",
    "SEALED",
    "THAWED",
    "Dates",
    "Lives",
    "bought",
    "frozen",
    "lives_of",
    "moved",
    "opened",
    "printed",
    "said",
    "thawed",
]
