"""The order of rows as one number each, the smallest first, and a page of it without sorting all."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from recipes.index.index import Index
from recipes.index.judging import Judged
from recipes.index.sorted import Numbers

Keys = npt.NDArray[np.int64]
# From the left: whether it is unknown, the value, the place by name. No value is wider than VALUE bits.
VALUE, PLACE = 42, 20
MOST_MINUTES, MOST_STARS, MOST_QUARTERS = (1 << 19) - 1, (1 << 9) - 1, (1 << 12) - 1
# A missing ingredient is worth so many quarters; what must be eaten may make a dish better than one that lacks nothing.
QUARTERS, BETTER = 4, 8
# What is left of microseconds, so that they fit.
ROUGHLY = 10


def inviting(index: Index, rows: Numbers, judged: Judged) -> tuple[Keys, Any]:
    """Fewest missing weighed with what must be eaten, then the shorter time, then the better rating."""
    quarters = judged.missing * QUARTERS + judged.swapped - judged.urgent + BETTER
    quarters = np.minimum(quarters, MOST_QUARTERS).astype(np.int64)
    minutes = index.heads["minutes"][rows].astype(np.int64)
    minutes = np.where((minutes < 0) | (minutes > MOST_MINUTES), MOST_MINUTES, minutes)
    value = (quarters << 28) | (minutes << 9) | (MOST_STARS - np.minimum(index.heads["rating"][rows], MOST_STARS))
    return value, index.heads["lines"][rows] == 0


def by_name(_index: Index, rows: Numbers) -> tuple[Keys, Any]:
    return np.zeros(rows.size, np.int64), np.zeros(rows.size, bool)


def newest(index: Index, rows: Numbers) -> tuple[Keys, Any]:
    return _late_first(index.heads["created"][rows]), np.zeros(rows.size, bool)


def by_time(index: Index, rows: Numbers) -> tuple[Keys, Any]:
    minutes = index.heads["minutes"][rows].astype(np.int64)
    return minutes, minutes < 0


def best_rated(index: Index, rows: Numbers) -> tuple[Keys, Any]:
    """Of equal ratings first the one that more people gave."""
    rating, people = index.heads["rating"][rows].astype(np.int64), index.heads["rating_count"][rows].astype(np.int64)
    return ((MOST_STARS - np.minimum(rating, MOST_STARS)) << 20) | (0xFFFFF - np.minimum(people, 0xFFFFF)), rating == 0


def last_cooked(index: Index, rows: Numbers) -> tuple[Keys, Any]:
    cooked = index.heads["cooked"][rows]
    return _late_first(cooked), cooked == 0


WAYS: dict[str, Callable[[Index, Numbers], tuple[Keys, Any]]] = {
    "name": by_name,
    "newest": newest,
    "time": by_time,
    "rating": best_rated,
    "cooked": last_cooked,
}


def _late_first(moments: npt.NDArray[np.int64]) -> Keys:
    late_first: Keys = ((1 << VALUE) - 1) - np.clip(moments >> ROUGHLY, 0, (1 << VALUE) - 1)
    return late_first


def keys_of(index: Index, rows: Numbers, ordered: tuple[Keys, Any], *, is_reversed: bool) -> Keys:
    """One number a row, no two alike. What is unknown comes last from either end."""
    value, unknown = ordered
    key = (np.where(unknown, 0, value) << PLACE) | index.places[rows]
    if is_reversed:
        key = ((1 << (VALUE + PLACE)) - 1) - key
    keys: Keys = key | (unknown.astype(np.int64) << (VALUE + PLACE))
    return keys


def page_of(keys: Keys, start: int, stop: int) -> Numbers:
    """The places in `keys` of the smallest from `start` to `stop`, in their order."""
    stop = min(stop, keys.size)
    if stop < keys.size // 4:
        first = np.argpartition(keys, stop)[:stop]
        return first[np.argsort(keys[first])][start:].astype(np.int32)
    return np.argsort(keys)[start:stop].astype(np.int32)
