"""Which rows of a table a text speaks of: the longest words win, so that minced beef is mince and not beef."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol, TypeVar


class Worded(Protocol):
    @property
    def words(self) -> tuple[str, ...]: ...


Row = TypeVar("Row", bound=Worded)


def rows_in(text: str, rows: Sequence[Row]) -> list[Row]:
    """In the order in which they are named. Of words that lie inside of longer ones only those count."""
    found: list[tuple[int, int, Row]] = []
    for row in rows:
        found += [(at.start(), at.end(), row) for at in _pattern(row.words).finditer(text.casefold())]
    outer = [one for one in found if not any(_inside(one, other) for other in found)]
    return list({id(row): row for _start, _end, row in sorted(outer, key=lambda one: one[0])}.values())


def _inside(one: tuple[int, int, Row], other: tuple[int, int, Row]) -> bool:
    longer = other[1] - other[0] > one[1] - one[0]
    return longer and other[0] <= one[0] and one[1] <= other[1]


@lru_cache(maxsize=128)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
