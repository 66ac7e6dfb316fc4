"""What somebody looks for in a collection, as an address says it."""

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

# By what is here and must be eaten, by name, by age, by time, by rating, by when it was last cooked.
SORTS: Final = ("here", "name", "newest", "time", "rating", "cooked")
# What was typed is the order while there are words and nothing else is asked for.
MATCH: Final = "match"


@dataclass(frozen=True)
class Sort:
    """One of SORTS, "" where none was asked for, and whether from the other end.

    What is not known (no time, no rating, never cooked) comes last from either end.
    """

    by: str = ""
    is_reversed: bool = False


@dataclass(frozen=True)
class Wanted:
    """Which dishes, in which order.

    `ingredients` and `without` are words: a food, or a kind of food ("nuts", "meat"). All of `ingredients` and all of
    `tags` must be in a dish. `not_cooked_for` is days. `cookable`: everything is here; `for_everybody`: suits all who
    eat here, which is only for people of the table to ask; of them only `eaters` (names), where some are named.
    """

    q: str = ""
    ingredients: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    cuisine: str = ""
    category: str = ""
    max_minutes: int | None = None
    difficulty: int | None = None
    diet: str = ""
    min_rating: int | None = None
    favourites: bool = False
    collection: UUID | None = None
    not_cooked_for: int | None = None
    cookable: bool = False
    for_everybody: bool = False
    eaters: tuple[str, ...] = ()
    sort: Sort = field(default_factory=Sort)
    page: int = 1

    @property
    def sorted_by(self) -> str:
        """The order that is used: one of SORTS, or MATCH."""
        return self.sort.by or (MATCH if self.q else SORTS[0])
