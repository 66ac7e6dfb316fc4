"""All recipes of a household as arrays."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from uuid import UUID

import numpy as np
import numpy.typing as npt

from recipes.index.packing import END, HEAD, LINE
from recipes.index.sorted import NONE, Keys, Numbers, Sorted, distinct, mixed
from recipes.index.words import Words

Array = npt.NDArray[Any]
COUNTED = ("lines", "minutes", "difficulty", "rating")
# So many rows that have been replaced may lie between the others before all are put together anew.
LOOSE, LEAST_LOOSE = 4, 1000


@dataclass(frozen=True)
class Change:
    """Packed recipes that are newer than what one has, cut into their parts and strung together; ids of those gone.

    `numbers` are those under which they are found by their words, four bytes each, 0 for none.
    """

    version: int
    ids: bytes = b""
    numbers: bytes = b""
    heads: bytes = b""
    lines: bytes = b""
    tails: bytes = b""
    gone: bytes = b""


COLUMNS: dict[str, Any] = {
    "ids": "V16",
    "numbers": np.int32,
    "heads": HEAD,
    "alive": bool,
    "row_of": np.int32,
    "ask_of": np.intp,
    "amounts": np.float32,
    "flags": np.uint8,
    "word_rows": np.int32,
    "word_numbers": np.int32,
    "ask_names": np.uint32,
    "ask_units": np.uint8,
    "ask_foods": np.int32,
    "food_keys": np.int64,
}


@dataclass(frozen=True)
class Index:
    """A row is a recipe, replaced by a later one (`alive` says which count), an ask what a line asks for: a food or
    name in one unit. Never changed: a change makes another one, which shares what is the same. Rows and lines keep
    their numbers in one `generation`, asks and foods always do.
    """

    version: int
    generation: int
    words: Words
    ids: Array
    numbers: Array
    heads: Array
    alive: Array
    starts: Array
    # Of each line
    row_of: Array
    ask_of: Array
    amounts: Array
    flags: Array
    # Of each word of a recipe
    word_rows: Array
    word_numbers: Array
    # Of each ask
    ask_names: Array
    ask_units: Array
    ask_foods: Array
    # Of each food or name
    food_keys: Array
    # Where to find them
    rows: Sorted
    asks: Sorted
    foods: Sorted

    @classmethod
    def empty(cls) -> "Index":
        arrays = {name: np.empty(0, dtype) for name, dtype in COLUMNS.items()}
        return cls(0, 0, Words(), starts=np.zeros(1, np.int32), rows=Sorted(), asks=Sorted(), foods=Sorted(), **arrays)

    @property
    def size(self) -> int:
        return int(self.ids.size)

    @property
    def nbytes(self) -> int:
        arrays = [value for value in vars(self).values() if isinstance(value, np.ndarray)]
        tables = [array for table in (self.rows, self.asks, self.foods) for array in (table.keys, table.numbers)]
        return sum(array.nbytes for array in (*arrays, *tables))

    @cached_property
    def by_word(self) -> tuple[Array, Array]:
        """The rows of all words in the order of the words, and where those of each begin."""
        rows = self.word_rows[np.argsort(self.word_numbers, kind="stable")]
        counts = np.bincount(self.word_numbers)
        return rows.astype(np.intp), np.concatenate(([0], np.cumsum(counts)))

    @cached_property
    def places(self) -> Numbers:
        """Of each row, its place by name; of names with 40 equal letters, by id."""
        order = _told_apart(np.argsort(self.heads["name"], kind="stable"), self.heads["name"], self.ids)
        places = np.empty(self.size, np.int32)
        places[order] = np.arange(self.size, dtype=np.int32)
        return places

    @cached_property
    def numbered(self) -> Numbers:
        """By the number under which it is found by its words, the row; NONE for a number that means nothing now."""
        rows = np.full(int(self.numbers.max(initial=0)) + 1, NONE, np.int32)
        alive = np.flatnonzero(self.alive)
        rows[self.numbers[alive]] = alive
        rows[0] = NONE
        return rows

    def find_numbers(self, numbers: Array) -> tuple[Numbers, Array]:
        """The rows of these numbers, and their places among them; those that mean nothing are left out."""
        there = np.flatnonzero(numbers < self.numbered.size)
        rows = self.numbered[numbers[there]]
        return rows[rows >= 0], there[rows >= 0]

    @cached_property
    def columns(self) -> dict[str, Array]:
        """What stands in the heads, each by itself: so it is read quickly."""
        return {name: np.ascontiguousarray(self.heads[name]) for name in COUNTED}

    def id(self, row: int) -> UUID:
        return UUID(bytes=self.ids[row].tobytes())

    def find(self, ids: bytes) -> Numbers:
        """The rows of recipes, of which `ids` has 16 bytes each, in their order; those that are not here left out."""
        rows = self.rows.find(id_keys(ids))
        rows = rows[rows >= 0]
        return rows[self.alive[rows]]

    def patched(self, change: Change) -> "Index":
        index = _without(self, change.gone + change.ids)
        if change.ids:
            index = _with(index, change)
        index = replace(index, version=change.version)
        loose = index.size - int(index.alive.sum())
        return _compacted(index) if loose > LEAST_LOOSE + index.size // LOOSE else index


def _told_apart(order: Array, names: Array, ids: Array) -> Array:
    """The same order, but for runs of equal names, which are put in the order of their ids."""
    ordered = names[order]
    same = ordered[1:] == ordered[:-1]
    alike = np.flatnonzero(np.concatenate((same, [False])) | np.concatenate(([False], same)))
    if alike.size:
        halves = ids[order[alike]].view(">u8").reshape(-1, 2)
        order[alike] = order[alike][np.lexsort((halves[:, 1], halves[:, 0], ordered[alike]))]
    return order


def id_keys(ids: bytes) -> Keys:
    halves = np.frombuffer(ids, "<u8").reshape(-1, 2)
    return mixed(halves[:, 0], halves[:, 1])


def _without(index: Index, ids: bytes) -> Index:
    rows = index.find(ids)
    if not rows.size:
        return index
    alive = index.alive.copy()
    alive[rows] = False
    return replace(index, alive=alive)


def _with(index: Index, change: Change) -> Index:
    heads, lines = np.frombuffer(change.heads, HEAD), np.frombuffer(change.lines, LINE)
    ids, size = np.frombuffer(change.ids, "V16"), index.size
    numbers = np.arange(size, size + ids.size, dtype=np.int32)
    asked = mixed(lines["key"], lines["name"], lines["unit"])
    index = _asking(index, lines, asked)
    words = index.words.numbers(change.tails.decode().split(END)[:-1])
    word_rows = np.repeat(numbers, heads["words"])[words >= 0]
    return replace(
        index,
        ids=np.concatenate((index.ids, ids)),
        numbers=np.concatenate((index.numbers, np.frombuffer(change.numbers, ">i4").astype(np.int32))),
        heads=np.concatenate((index.heads, heads)),
        alive=np.concatenate((index.alive, np.ones(ids.size, bool))),
        starts=np.concatenate((index.starts, index.starts[-1] + np.cumsum(heads["lines"], dtype=np.int32))),
        row_of=np.concatenate((index.row_of, np.repeat(numbers, heads["lines"]))),
        ask_of=np.concatenate((index.ask_of, index.asks.find(asked))),
        amounts=np.concatenate((index.amounts, lines["amount"])),
        flags=np.concatenate((index.flags, lines["flags"])),
        word_rows=np.concatenate((index.word_rows, word_rows)),
        word_numbers=np.concatenate((index.word_numbers, words[words >= 0])),
        rows=index.rows.added(id_keys(change.ids), numbers),
    )


def _asking(index: Index, lines: Array, asked: Keys) -> Index:
    """With the asks, and their foods, that no line had yet."""
    firsts = distinct(asked)
    firsts = firsts[index.asks.find(asked[firsts]) < 0]
    asked, new = asked[firsts], lines[firsts]
    if not new.size:
        return index
    keys = np.unique(new["key"])
    keys = keys[index.foods.find(mixed(keys)) < 0]
    food_keys = np.concatenate((index.food_keys, keys))
    foods = index.foods.added(mixed(keys), np.arange(index.food_keys.size, food_keys.size, dtype=np.int32))
    count = index.ask_foods.size
    return replace(
        index,
        ask_names=np.concatenate((index.ask_names, new["name"])),
        ask_units=np.concatenate((index.ask_units, new["unit"])),
        ask_foods=np.concatenate((index.ask_foods, foods.find(mixed(new["key"])))),
        food_keys=food_keys,
        foods=foods,
        asks=index.asks.added(asked, np.arange(count, count + asked.size, dtype=np.int32)),
    )


def _compacted(index: Index) -> Index:
    """Without the rows that have been replaced or are gone; what was asked for stays known."""
    alive, numbers = index.alive, np.cumsum(index.alive, dtype=np.int32) - 1
    counts, lines, words = np.diff(index.starts)[alive], alive[index.row_of], alive[index.word_rows]
    here = alive[index.rows.numbers]
    return replace(
        index,
        generation=index.generation + 1,
        ids=index.ids[alive],
        numbers=index.numbers[alive],
        heads=index.heads[alive],
        alive=np.ones(int(alive.sum()), bool),
        starts=np.concatenate(([0], np.cumsum(counts))).astype(np.int32),
        row_of=numbers[index.row_of[lines]],
        ask_of=index.ask_of[lines],
        amounts=index.amounts[lines],
        flags=index.flags[lines],
        word_rows=numbers[index.word_rows[words]],
        word_numbers=index.word_numbers[words],
        rows=Sorted(index.rows.keys[here], numbers[index.rows.numbers[here]]),
    )
