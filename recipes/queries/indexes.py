"""The indexes that this process keeps: those of the households that were asked for last, within so many bytes.

What is read in a transaction that has written something may be rolled back, and is not kept.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Final
from uuid import UUID

from accounts.models import Household
from pantry.queries.foods import book
from recipes.index.index import Index
from recipes.index.judging import Judged, Supply, judge, spread
from recipes.index.known import Known, known_of
from recipes.queries.knowing import BookSource, said_of_foods
from recipes.queries.present import Asked, Present, present

MOST_BYTES: Final = 400_000_000
MOST_JUDGED: Final = 3


@dataclass(frozen=True)
class Kept:
    """An index with what is known of its foods, and what the household had said of foods then.

    The shelves are read with every request; while they are as they were, so is what was found out from them.
    """

    index: Index
    known: Known
    said: Hashable
    lately: dict[bytes, tuple[bytes, Judged]] = field(default_factory=dict, compare=False)

    @property
    def nbytes(self) -> int:
        return self.index.nbytes + self.known.nbytes

    def judged(self, supply: Supply) -> Judged:
        """All rows, against what is on the shelves."""
        # For whom something may stand in differs between those who eat here and guests.
        whom, shelves = supply.fit.tobytes(), supply.all
        before = self.lately.get(whom)
        if before is None or before[0] != shelves:
            if len(self.lately) >= MOST_JUDGED:
                self.lately.clear()
            found = judge(self.index, self.known, supply, spread(self.index, self.known, supply))
            before = self.lately[whom] = (shelves, found)
        return before[1]


class Indexes:
    """Thread safe: an index is never changed, only replaced by a newer one."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self._kept: OrderedDict[UUID, Kept] = OrderedDict()
        self._lock = Lock()
        self._making: dict[UUID, Lock] = {}

    def get(self, household: UUID) -> Kept | None:
        with self._lock:
            found = self._kept.get(household)
            if found is not None:
                self._kept.move_to_end(household)
            return found

    def keep(self, household: UUID, kept: Kept) -> None:
        """The newer one stays; what was asked for longest ago goes when there is too much."""
        with self._lock:
            there = self._kept.get(household)
            if there is None or there.index.version <= kept.index.version:
                self._kept[household] = kept
            self._kept.move_to_end(household)
            while len(self._kept) > 1 and sum(one.nbytes for one in self._kept.values()) > self.most_bytes:
                self._kept.popitem(last=False)

    def forget(self, household: UUID | None = None) -> None:
        with self._lock:
            for one in [household] if household else list(self._kept):
                self._kept.pop(one, None)

    def making(self, household: UUID) -> Lock:
        """One thread at a time adds to the words of a household."""
        with self._lock:
            return self._making.setdefault(household, Lock())


indexes: Final = Indexes()


def index_of(household: Household, asked: Asked = Asked()) -> tuple[Kept, Present]:  # noqa: B008 - is frozen
    """All recipes as they are now, and what else was asked: one statement, and that of the foods."""
    former = indexes.get(household.pk)
    now = present(household, asked, seen=former.index.version if former else 0)
    if former and now.change.version < former.index.version:
        # The database has gone back, to a backup: nothing of what was kept is sure.
        indexes.forget(household.pk)
        former, now = None, present(household, asked, seen=0)
    kept = renewed(household, former, now)
    if kept is not former and now.is_settled:
        indexes.keep(household.pk, kept)
    return kept, now


def renewed(household: Household, former: Kept | None, now: Present) -> Kept:
    foods = book()
    said = said_of_foods(foods)
    if former and now.change.version == former.index.version and said == former.said:
        return former
    with indexes.making(household.pk):
        index = (former.index if former else Index.empty()).patched(now.change)
        before = former.known if former and said == former.said else None
        return Kept(index, known_of(index, BookSource(foods), before), said)
