"""Numbers found by their keys: an array that is sorted, with what stands at each key."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int32]
NONE = -1


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
        places = np.searchsorted(self.keys, keys)
        places[places == self.keys.size] = 0
        return np.where(self.keys[places] == keys, self.numbers[places], np.int32(NONE))

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


def mixed(*columns: npt.NDArray[np.integer]) -> Keys:
    """One key for several columns, spread over 64 bits so that two different ones do not meet."""
    found = np.zeros(columns[0].size, np.uint64)
    for column in columns:
        found = (found ^ column.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        found ^= found >> np.uint64(29)
    return found
