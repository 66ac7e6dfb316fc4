"""What is on the shelves against what every recipe asks for, in few passes over all lines."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from recipes.index.index import Index
from recipes.index.keys import NAMED
from recipes.index.known import Known
from recipes.index.packing import AGAIN, OPTIONAL
from recipes.index.sharing import shared_lines, short_of
from recipes.index.sorted import NONE, Numbers, Sorted, mixed

Array = npt.NDArray[Any]
# How much is there of what is not there at all, so that no amount at all is more than that.
ABSENT = -1.0
# Amounts are compared with seven digits.
ALMOST = np.float32(1 + 1e-5)
# What an ask is marked with: quarters of urgency, and whether another food stands in.
URGENT, SWAPPED = 7, 8
MOST_URGENT = 6


@dataclass(frozen=True)
class Supply:
    """The foods on the shelves, the most urgent first. `amounts` has a column for each kind of measure.

    `urgent` is what using it up is worth, in quarters of a missing ingredient; `vague` what nobody has measured.
    `fit` are those that all who eat may have: others do not stand in for anything.
    """

    keys: Array
    parents: Array
    amounts: Array
    present: Array
    vague: Array
    urgent: Array
    fit: Array

    @property
    def all(self) -> bytes:
        """Everything in it: two that are alike are compared by this."""
        return b"".join(array.tobytes() for array in vars(self).values())


@dataclass(frozen=True)
class Judged:
    """Of each row: how many lines are missing, quarters of urgency, how many are swapped."""

    missing: Array
    urgent: Array
    swapped: Array


@dataclass(frozen=True)
class Spread:
    """Of each ask: how much there is, in its unit, marks, and the food on the shelves that is used, NONE for none."""

    there: Array
    marks: Array
    used: Array


def spread(index: Index, known: Known, supply: Supply) -> Spread:
    stored_of = _stored_of_foods(index, supply)
    stored = stored_of[index.ask_foods]
    _find_by_name(index, supply, stored)
    swapped = _swaps(index, known, supply, stored_of)[index.ask_foods]
    swapped[stored >= 0] = NONE
    used = np.where(stored >= 0, stored, swapped)
    there = np.full(stored.size, ABSENT, np.float32)
    there[known.staples[index.ask_foods]] = np.inf
    marks = np.zeros(stored.size, np.uint8)
    asks = np.flatnonzero(used >= 0)
    if asks.size:
        lots, kinds = used[asks], known.kinds[asks]
        fills = supply.present[lots, kinds]
        cannot_say = supply.vague[lots] | (supply.present.sum(1, dtype=np.uint8)[lots] > fills)
        amounts = (supply.amounts[lots, kinds] / known.factors[asks]).astype(np.float32)
        there[asks] = np.maximum(there[asks], np.where(cannot_say, np.float32(np.inf), amounts * ALMOST))
        marks[asks] = supply.urgent[lots] | np.where(swapped[asks] >= 0, SWAPPED, 0).astype(np.uint8)
    return Spread(there, marks, used)


def _stored_of_foods(index: Index, supply: Supply) -> Numbers:
    found = index.foods.find(mixed(supply.keys))
    stored = np.full(index.food_keys.size, NONE, np.int32)
    stored[found[found >= 0]] = np.flatnonzero(found >= 0)
    return stored


def _find_by_name(index: Index, supply: Supply, stored: Numbers) -> None:
    """What lies there under the name of a line, where nothing of its food does."""
    named = np.flatnonzero(supply.keys >= NAMED)
    if named.size:
        hashes = (supply.keys[named] & 0xFFFFFFFF).astype(np.uint32)
        asks = np.flatnonzero(np.isin(index.ask_names, hashes) & (stored < 0) & (index.ask_names > 0))
        stored[asks] = [named[np.flatnonzero(hashes == name)[0]] for name in index.ask_names[asks]]


def _swaps(index: Index, known: Known, supply: Supply, stored: Numbers) -> Numbers:
    """Of each food that is not there, what can stand in: what it is a kind of, a kind of it, then one of the same."""
    found = np.full(stored.size, NONE, np.int32)
    lacking = np.flatnonzero(known.is_known & (stored < 0) & ~known.staples)
    lots = np.flatnonzero(supply.fit)
    if not lots.size or not lacking.size:
        return found
    keys, parents = mixed(index.food_keys[lacking]), mixed(known.parents[lacking])
    parents[known.parents[lacking] == 0] = 0
    by_key = _first(mixed(supply.keys[lots]), lots)
    kinds = lots[supply.parents[lots] != 0]
    by_parent = _first(mixed(supply.parents[kinds]), kinds)
    standing = [by_key.find(parents), by_parent.find(keys), by_parent.find(parents)]
    found[lacking] = np.select([one >= 0 for one in standing], standing, NONE)
    return found


def _first(keys: npt.NDArray[np.uint64], numbers: Array) -> Sorted:
    """Of several with one key the first."""
    unique, firsts = np.unique(keys, return_index=True)
    return Sorted(unique, numbers[firsts].astype(np.int32))


def judge(index: Index, known: Known, supply: Supply, given: Spread) -> Judged:
    """All rows."""
    short = known.needs > np.take(given.there, index.ask_of, mode="clip")
    lines = np.flatnonzero(np.take(given.marks > 0, index.ask_of, mode="clip"))
    asks, flags = index.ask_of[lines], index.flags[lines]
    marks, again = given.marks[asks], flags & AGAIN > 0
    # What stands in must be enough of it to count at all, also where the line may be left out.
    lacks = short.copy()
    lacks[lines] |= index.amounts[lines] > given.there[asks]
    shared = shared_lines(index, known, given.used, lines[marks & SWAPPED > 0])
    if shared.lines.size:
        lacks[shared.lines] = short_of(index, known, supply.amounts, given.there, shared)
        short[shared.lines] = lacks[shared.lines] & (index.flags[shared.lines] & OPTIONAL == 0)
        again &= ~np.isin(lines, shared.lines)
        again |= np.isin(lines, shared.later(lacks, given.marks[index.ask_of[shared.lines]] & SWAPPED > 0))
    counts = ~again & ((marks & SWAPPED == 0) | ~lacks[lines])
    return _counted(short, index, index.row_of[lines[counts]], marks[counts])


def _counted(short: Array, index: Index, rows: Array, marks: Array) -> Judged:
    total = np.zeros(short.size + 1, np.int32)
    np.cumsum(short, dtype=np.int32, out=total[1:])
    urgent = np.bincount(rows, weights=marks & URGENT, minlength=index.size)
    swapped = np.bincount(rows[marks & SWAPPED > 0], minlength=index.size)
    missing = np.diff(total[index.starts])
    return Judged(missing, np.minimum(urgent, MOST_URGENT).astype(np.int32), swapped.astype(np.int32))
