"""Numbers found by their keys: an array that is sorted, with what stands at each key."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.signedinteger[Any]]
NONE = -1
# From so many keys on they are first looked for by their highest bits.
MANY = 50_000
SHIFT = np.uint64(64 - 18)
SLOTS = 1 << 18


def no_keys() -> Keys:
    return np.empty(0, np.uint64)


def no_numbers() -> Numbers:
    return np.empty(0, np.int32)


@dataclass(frozen=True)
class Sorted:
    """Each key once. Nothing is changed in place: readers of an earlier one keep what they have."""

    keys: Keys = field(default_factory=no_keys)
    numbers: Numbers = field(default_factory=no_numbers)

    def find(self, keys: Keys) -> Numbers:
        """NONE for a key that is not there."""
        if not self.keys.size:
            return np.full(keys.size, NONE, np.int32)
        places = self._places(keys)
        places[places == self.keys.size] = 0
        return np.where(self.keys[places] == keys, self.numbers[places], np.int32(NONE))

    def _places(self, keys: Keys) -> npt.NDArray[np.intp]:
        """Of very many keys most are found by their first bits: halving a table for each costs ten times as much."""
        if keys.size < MANY:
            return np.searchsorted(self.keys, keys)
        slots = np.zeros(SLOTS, np.intp)
        slots[self.keys >> SHIFT] = np.arange(self.keys.size)
        places: npt.NDArray[np.intp] = slots[keys >> SHIFT]
        others = np.flatnonzero(self.keys[places] != keys)
        places[others] = np.searchsorted(self.keys, keys[others])
        return places

    def added(self, keys: Keys, numbers: Numbers) -> "Sorted":
        """With these keys; one that is there gets another number. No key may be given twice."""
        order = np.argsort(keys)
        keys, numbers = keys[order], numbers[order]
        places = np.searchsorted(self.keys, keys)
        there = np.zeros(keys.size, bool)
        inside = places < self.keys.size
        there[inside] = self.keys[places[inside]] == keys[inside]
        kept = self.numbers.copy()
        kept[places[there]] = numbers[there]
        new = ~there
        return Sorted(np.insert(self.keys, places[new], keys[new]), np.insert(kept, places[new], numbers[new]))


def distinct(keys: Keys) -> npt.NDArray[np.intp]:
    """Where each key stands once, in the order of the keys."""
    some = np.arange(keys.size)
    if keys.size >= MANY:
        slots = np.full(SLOTS, NONE, np.intp)
        slots[keys >> SHIFT] = some
        others = np.flatnonzero(keys[slots[keys >> SHIFT]] != keys)
        some = np.concatenate((slots[slots >= 0], others))
    found: npt.NDArray[np.intp] = some[np.unique(keys[some], return_index=True)[1]]
    return found


def mixed(*columns: npt.NDArray[np.integer]) -> Keys:
    """One key for several columns, spread over 64 bits so that two different ones do not meet."""
    found = np.zeros(columns[0].size, np.uint64)
    for column in columns:
        found ^= column.astype(np.uint64)
        found *= np.uint64(0x9E3779B97F4A7C15)
        found ^= found >> np.uint64(29)
    return found
