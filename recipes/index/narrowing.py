"""Which rows have what somebody asks for, and how many would be left with one more wish."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from recipes.index.index import Index
from recipes.index.sorted import Numbers, mixed

Mask = npt.NDArray[np.bool_]


def given_rows(index: Index, rows: Numbers) -> Mask:
    mask = np.zeros(index.size, bool)
    mask[rows] = True
    return mask


def with_food(index: Index, keys: Iterable[int]) -> Mask:
    """Rows with a line that asks for one of these foods or names."""
    wanted = np.zeros(index.food_keys.size, bool)
    foods = index.foods.find(mixed(np.fromiter(keys, np.int64)))
    wanted[foods[foods >= 0]] = True
    lines = np.flatnonzero(wanted[index.ask_foods][index.ask_of])
    return given_rows(index, index.row_of[lines])


def with_word(index: Index, number: int | None) -> Mask:
    if number is None:
        return np.zeros(index.size, bool)
    return given_rows(index, index.word_rows[index.word_numbers == number])


def word_counts(index: Index, mask: Mask) -> npt.NDArray[np.int32]:
    """By the numbers of the words that stand in any row, in how many of these rows each does."""
    rows, begins = index.by_word
    total = np.zeros(rows.size + 1, np.int32)
    np.cumsum(np.take(mask, rows, mode="clip"), dtype=np.int32, out=total[1:])
    return np.diff(total[begins])


def but(masks: Sequence[Mask], leave_out: int | None = None) -> Any:
    """The rows that are in all of these, one of them left aside."""
    kept = [mask for place, mask in enumerate(masks) if place != leave_out]
    return np.logical_and.reduce(kept)
