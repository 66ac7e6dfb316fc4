"""In which order somebody walks past the aisles of a shop, learned from the order of ticking.

The method is written in docs/decisions/0022-aisle-order-from-ticks.md. Asks no database.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

Pairs = dict[str, float]

# What is ticked so soon after the last belongs to the same stop; a stop at more aisles than these is the till.
SAME_STOP, MOST_AT_A_STOP = timedelta(seconds=4), 2
# So much of what was seen remains after the next trip past the same two aisles; less than FAINT is forgotten.
REMAINS, FAINT = 0.8, 0.05
# By so much trips must disagree with the order before something moves.
MARGIN = 0.5


@dataclass(frozen=True)
class Tap:
    """Somebody ticked an item or took the tick back; `aisle` is None for what stands nowhere known."""

    item: UUID
    aisle: int | None
    at: datetime
    ticked: bool = True


def stops_of(taps: Sequence[Tap]) -> list[frozenset[int]]:
    """Where somebody stopped, one after the other, each aisle once: the `taps` of one trip in the server's order."""
    taken_back = {tap.item for tap in taps if not tap.ticked}
    first = {tap.item: tap for tap in reversed(taps) if tap.ticked}
    counted = [tap for tap in taps if first.get(tap.item) is tap and tap.item not in taken_back]
    stops: list[frozenset[int]] = []
    seen: set[int] = set()
    for together in _together(counted):
        aisles = {tap.aisle for tap in together if tap.aisle is not None}
        new = frozenset(aisles - seen)
        seen |= aisles
        if new and len(aisles) <= MOST_AT_A_STOP:
            stops.append(new)
    return stops


def _together(taps: Sequence[Tap]) -> list[list[Tap]]:
    groups = [[tap] for tap in taps[:1]]
    for before, tap in pairwise(taps):
        if tap.at - before.at <= SAME_STOP:
            groups[-1].append(tap)
        else:
            groups.append([tap])
    return groups


def learned(pairs: Pairs, stops: Sequence[frozenset[int]]) -> Pairs:
    """What is known after one more trip: of two aisles that it went past, the older trips count for less."""
    walked = [
        (one, other) for at, here in enumerate(stops) for one in here for later in stops[at + 1 :] for other in later
    ]
    known = dict(pairs)
    for one, other in walked:
        known[key(one, other)] = round(known.get(key(one, other), 0) * REMAINS + 1, 3)
        known[key(other, one)] = round(known.get(key(other, one), 0) * REMAINS, 3)
    return {name: weight for name, weight in known.items() if weight >= FAINT}


def key(one: int, other: int) -> str:
    """How a pair is kept: `one` was walked past before `other`."""
    return f"{one}>{other}"


def complete(order: Iterable[int], catalogue: Sequence[int]) -> list[int]:
    """All aisles: those of `order` first to last, each of the others behind the one it follows in the catalogue."""
    known = set(catalogue)
    whole = [aisle for aisle in dict.fromkeys(order) if aisle in known]
    before: int | None = None
    for aisle in catalogue:
        if aisle not in whole:
            whole.insert(0 if before is None else whole.index(before) + 1, aisle)
        before = aisle
    return whole


def walk(order: Sequence[int], placed: Collection[int], pairs: Pairs) -> list[int]:
    """The order, with what trips disagree with moved; what was `placed` by hand keeps its place."""
    improving = _Walk(order, placed, pairs)
    while improving.step():
        pass
    return improving.order


class _Walk:
    """One move after the other, the best first. Each is worth at least MARGIN, so that it ends."""

    def __init__(self, order: Sequence[int], placed: Collection[int], pairs: Pairs) -> None:
        self.order, self.pairs = list(order), pairs
        self.free = [at for at, aisle in enumerate(self.order) if aisle not in placed]

    def step(self) -> bool:
        moves = [self._best_from(at, way) for at in range(len(self.free)) for way in (-1, 1)]
        gain, _far, at, to = max(moves, default=(0.0, 0, 0, 0))
        if gain < MARGIN:
            return False
        way = 1 if to > at else -1
        for here in range(at, to, way):
            self._swap(here, here + way)
        return True

    def _best_from(self, at: int, way: int) -> tuple[float, int, int, int]:
        """What it is worth to carry the free one at `at` so far; of two that are worth the same the nearer."""
        kept, total, best = list(self.order), 0.0, (0.0, 0, at, at)
        here = at
        while 0 <= here + way < len(self.free):
            low, high = sorted((here, here + way))
            total += self._worth(low, high)
            self._swap(low, high)
            here += way
            best = max(best, (round(total, 6), -abs(here - at), at, here))
        self.order = kept
        return best

    def _worth(self, low: int, high: int) -> float:
        """Of letting two neighbours among the free change places, across what was placed between them."""
        left, right = self.free[low], self.free[high]
        one, other = self.order[left], self.order[right]
        between = self.order[left + 1 : right]
        return self._first(other, one) + sum(self._first(other, fix) + self._first(fix, one) for fix in between)

    def _first(self, one: int, other: int) -> float:
        return self.pairs.get(key(one, other), 0) - self.pairs.get(key(other, one), 0)

    def _swap(self, low: int, high: int) -> None:
        left, right = self.free[low], self.free[high]
        self.order[left], self.order[right] = self.order[right], self.order[left]


def put(order: Sequence[int], aisle: int, to: int) -> list[int]:
    """The order with one aisle carried to the place `to`, counted from 0."""
    rest = [one for one in order if one != aisle]
    return [*rest[:to], aisle, *rest[to:]]
