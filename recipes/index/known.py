"""What is known of the foods in an index, laid beside its foods, asks, lines and rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from kitchen.units import UNITS
from recipes.index.index import Index
from recipes.index.keys import NAMED
from recipes.index.packing import OPTIONAL, SHARED
from recipes.index.packing import UNITS as CODES

Array = npt.NDArray[Any]
# The measures in which amounts are compared; a package is one of its own, by the number of its unit.
KINDS = {"mass": 0, "volume": 1, "length": 2, "count": 3}
KINDS |= {code: len(KINDS) + number for number, code in enumerate(CODES) if code not in KINDS}
PLAIN = [UNITS.get(code or "piece", UNITS["piece"]) for code in CODES]
PLAIN_KINDS = np.array([KINDS[unit.family] for unit in PLAIN], np.uint8)
PLAIN_FACTORS = np.array([float(unit.factor) for unit in PLAIN], np.float32)
# What a line needs that may be left out: never more than there is.
NOTHING_NEEDED = -2.0


class Traits(NamedTuple):
    """`parent` is the key of the food that this one is a kind of, 0 for none; a bit for each allergen and diet."""

    parent: int
    is_staple: bool
    allergens: int
    diets: int


class Source(Protocol):
    """Who knows foods, by their keys; units by their numbers in packing."""

    def traits(self, key: int) -> Traits | None: ...

    def measure(self, key: int, unit: int) -> tuple[int, float]: ...


@dataclass(frozen=True)
class Known:
    """For one state of an index. `diets` of a row are those that all its known foods suit; `unsure` that it has others.

    `needs` of a line is in its own unit; what lines before it take of the same food is added.
    """

    generation: int
    # Of each food
    is_known: Array
    parents: Array
    staples: Array
    food_allergens: Array
    food_diets: Array
    # Of each ask
    kinds: Array
    factors: Array
    # Of each line
    needs: Array
    # Of each row
    allergens: Array
    diets: Array
    unsure: Array

    @property
    def nbytes(self) -> int:
        return sum(value.nbytes for value in vars(self).values() if isinstance(value, np.ndarray))


def known_of(index: Index, source: Source, former: Known | None = None) -> Known:
    """`former` is what was known of an earlier state, by the same source: only what came after it is asked for."""
    foods = _foods(index, source, 0 if former is None else former.is_known.size)
    asks = _asks(index, source, foods, former)
    foods, asks = _joined(former, FOODS, foods), _joined(former, ASKS, asks)
    same = former if former and former.generation == index.generation else None
    rows = _rows(index, foods, asks, 0 if same is None else same.allergens.size)
    return Known(index.generation, *foods, *asks, *_joined(same, ROWS, rows))


FOODS = ("is_known", "parents", "staples", "food_allergens", "food_diets")
ASKS = ("kinds", "factors")
ROWS = ("needs", "allergens", "diets", "unsure")


def _joined(former: Known | None, names: Sequence[str], new: Sequence[Array]) -> list[Array]:
    if former is None:
        return list(new)
    return [np.concatenate((getattr(former, name), array)) for name, array in zip(names, new, strict=True)]


def _foods(index: Index, source: Source, start: int) -> list[Array]:
    keys = index.food_keys[start:].tolist()
    traits = [source.traits(key) if key < NAMED else None for key in keys]
    known = [one or Traits(0, is_staple=False, allergens=0, diets=0) for one in traits]
    return [
        np.array([one is not None for one in traits], bool),
        np.array([one.parent for one in known], np.int64),
        np.array([one.is_staple for one in known], bool),
        np.array([one.allergens for one in known], np.uint32),
        np.array([one.diets for one in known], np.uint16),
    ]


def _asks(index: Index, source: Source, new_foods: Sequence[Array], former: Known | None) -> list[Array]:
    """Each food with each of its units is asked for once."""
    start = 0 if former is None else former.kinds.size
    is_known = _joined(former, FOODS[:1], new_foods[:1])[0]
    foods, units = index.ask_foods[start:], index.ask_units[start:]
    kinds, factors = PLAIN_KINDS[units], PLAIN_FACTORS[units]
    mine = np.flatnonzero(is_known[foods])
    pairs, inverse = np.unique(foods[mine].astype(np.int64) * len(CODES) + units[mine], return_inverse=True)
    keys, numbers = index.food_keys[pairs // len(CODES)].tolist(), (pairs % len(CODES)).tolist()
    measures = [source.measure(key, unit) for key, unit in zip(keys, numbers, strict=True)]
    if measures:
        kinds[mine] = np.array([kind for kind, _factor in measures], np.uint8)[inverse]
        factors[mine] = np.array([factor for _kind, factor in measures], np.float32)[inverse]
    return [kinds, factors]


def _rows(index: Index, foods: Sequence[Array], asks: Sequence[Array], start: int) -> list[Array]:
    is_known, _parents, _staples, allergens, diets = foods
    first = int(index.starts[start])
    food_of = index.ask_foods[index.ask_of[first:]]
    starts, size = index.starts[start:] - first, index.size - start
    held, suited, unsure = np.zeros(size, np.uint32), np.full(size, 0xFFFF, np.uint16), np.zeros(size, bool)
    full = np.flatnonzero(np.diff(starts))
    if full.size:
        begins = starts[full]
        held[full] = np.bitwise_or.reduceat(allergens[food_of], begins)
        suited[full] = np.bitwise_and.reduceat(np.where(is_known, diets, np.uint16(0xFFFF))[food_of], begins)
        unsure[full] = np.logical_or.reduceat(~is_known[food_of], begins)
    return [_needs(index, asks, first), held, suited, unsure]


def _needs(index: Index, asks: Sequence[Array], first: int) -> Array:
    kinds, factors = asks
    needs, flags, ask_of = index.amounts[first:].copy(), index.flags[first:], index.ask_of[first:]
    shared = np.flatnonzero((flags & SHARED > 0) & (needs > 0))
    if shared.size:
        ask, row = ask_of[shared], index.row_of[first:][shared]
        order = np.lexsort((shared, kinds[ask], index.ask_foods[ask], row))
        shared, ask, row = shared[order], ask[order], row[order]
        grams = needs[shared] * factors[ask]
        same = (row[1:] == row[:-1]) & (index.ask_foods[ask[1:]] == index.ask_foods[ask[:-1]])
        same &= kinds[ask[1:]] == kinds[ask[:-1]]
        begins = np.concatenate(([0], np.flatnonzero(~same) + 1))
        total = np.cumsum(grams, dtype=np.float64)
        before = np.repeat(total[begins] - grams[begins], np.diff(np.concatenate((begins, [shared.size]))))
        needs[shared] = (total - before) / factors[ask]
    needs[flags & OPTIONAL > 0] = NOTHING_NEEDED
    return needs
