"""One food on the shelves for several lines of a recipe: for its own line, and where it stands in.

Lines that name the same food have been added up when they were packed; these are found when it is known what stands in.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from recipes.index.index import Index
from recipes.index.known import Known

Array = npt.NDArray[Any]
ALMOST = 1 + 1e-5


@dataclass(frozen=True)
class Shared:
    """Lines by recipe and by the food that is `used`; `rows` are their recipes, `kinds` their measures."""

    lines: Array
    rows: Array
    used: Array
    kinds: Array

    def later(self, lacks: Array, swapped: Array) -> Array:
        """The lines that use a food which one before them uses already. What does not stand in after all uses none."""
        using = np.flatnonzero(~(lacks[self.lines] & swapped))
        using = using[np.lexsort((self.lines[using], self.used[using], self.rows[using]))]
        same = (self.rows[using[1:]] == self.rows[using[:-1]]) & (self.used[using[1:]] == self.used[using[:-1]])
        later: Array = self.lines[using[1:][same]]
        return later


def shared_lines(index: Index, known: Known, used: Array, swapped: Array) -> Shared:
    """Of recipes with a line in which another food stands in: the lines that use a food which others use too."""
    has_swap = np.zeros(index.size, bool)
    has_swap[index.row_of[swapped]] = True
    lines = np.flatnonzero(np.take(has_swap, index.row_of, mode="clip"))
    lines = lines[used[index.ask_of[lines]] >= 0]
    rows, foods, kinds = index.row_of[lines], used[index.ask_of[lines]], known.kinds[index.ask_of[lines]]
    order = np.lexsort((lines, kinds, foods, rows))
    lines, rows, foods, kinds = lines[order], rows[order], foods[order], kinds[order]
    several = np.zeros(lines.size, bool)
    same = (rows[1:] == rows[:-1]) & (foods[1:] == foods[:-1])
    several[1:] |= same
    several[:-1] |= same
    return Shared(lines[several], rows[several], foods[several], kinds[several])


def short_of(index: Index, known: Known, amounts: Array, there: Array, shared: Shared) -> Array:
    """Whether each of these lines, also one that may be left out, is short, with what the lines before it take."""
    asks = index.ask_of[shared.lines]
    wanted = index.amounts[shared.lines].astype(np.float64) * known.factors[asks]
    begins = np.ones(shared.lines.size, bool)
    begins[1:] = (shared.rows[1:] != shared.rows[:-1]) | (shared.used[1:] != shared.used[:-1])
    begins[1:] |= shared.kinds[1:] != shared.kinds[:-1]
    firsts = np.flatnonzero(begins)
    total = np.cumsum(wanted)
    before = np.repeat(total[firsts] - wanted[firsts], np.diff(np.concatenate((firsts, [wanted.size]))))
    short: Array = total - before > amounts[shared.used, shared.kinds] * ALMOST
    return short & (wanted > 0) & np.isfinite(there[asks])
