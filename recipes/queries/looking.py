"""Looking through all recipes of a household: which are left, what is here of each, and in which order they come."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

import numpy as np

from accounts.models import Household, User
from recipes.index.judging import Judged, Supply
from recipes.index.narrowing import Mask, but
from recipes.index.ordering import WAYS, inviting, keys_of, page_of
from recipes.index.sorted import Numbers
from recipes.queries.filtering import Given, masks_of
from recipes.queries.indexes import Kept, index_of
from recipes.queries.present import Asked
from recipes.queries.shelf import Shelf
from recipes.queries.supply import supply_of
from recipes.queries.text_search import find_text
from recipes.queries.wanted import MATCH, Wanted

LATEST = 0xFFFFFFFF


@dataclass
class Look:
    """`masks` are the rows that each filter leaves, by the name of the filter in the address."""

    given: Given
    shelf: Shelf
    masks: dict[str, Mask]
    kept: Kept

    @cached_property
    def supply(self) -> Supply:
        return supply_of(self.shelf, self.given.table)

    @cached_property
    def judged(self) -> Judged:
        """Of every row."""
        return self.kept.judged(self.supply)

    def is_whole(self, judged: Judged, rows: Any) -> Mask:
        """Of which nothing is missing; where nothing is written down nobody can say."""
        mask: Mask = (judged.missing == 0) & (self.given.index.columns["lines"][rows] > 0)
        return mask

    def narrow(self, name: str, mask: Mask) -> None:
        """Before any of the rows has been looked at."""
        self.masks[name] = mask

    @cached_property
    def mask(self) -> Mask:
        mask: Mask = but(list(self.masks.values()))
        return mask

    def mask_but(self, name: str) -> Mask:
        """The rows that would be left without one of the filters."""
        mask: Mask = but([mask for other, mask in self.masks.items() if other != name])
        return mask if name in self.masks else self.mask

    @cached_property
    def rows(self) -> Numbers:
        return np.flatnonzero(self.mask)

    def rows_but(self, name: str) -> Numbers:
        return np.flatnonzero(self.mask_but(name)) if name in self.masks else self.rows

    @cached_property
    def of_rows(self) -> Judged:
        """Of the rows that are left."""
        rows, every = self.rows, self.judged
        return Judged(every.missing[rows], every.urgent[rows], every.swapped[rows])

    @property
    def ready(self) -> int:
        """Of how many rows that are left everything is here."""
        return int(self.is_whole(self.of_rows, self.rows).sum())

    def page(self, start: int, stop: int) -> list[UUID]:
        """The ids of the rows from `start` to `stop` in their order."""
        return [self.given.index.id(row) for row in self.rows[page_of(self._keys(), start, stop)]]

    def _keys(self) -> Any:
        by, index, rows = self.given.wanted.sorted_by, self.given.index, self.rows
        if by == MATCH and self.given.found is not None:
            ordered = self._by_match()
        elif by in WAYS:
            ordered = WAYS[by](index, rows)
        else:
            ordered = inviting(index, rows, self.of_rows)
        return keys_of(index, rows, ordered, is_reversed=self.given.wanted.sort.is_reversed)

    def _by_match(self) -> tuple[Any, Any]:
        """The best first, then what was written last."""
        found, index = self.given.found, self.given.index
        levels = np.zeros(index.size, np.int64)
        if found is not None:
            rows, places = index.find_numbers(found.numbers)
            levels[rows] = found.levels[places]
        latest = LATEST - index.numbers[self.rows].astype(np.int64)
        return (levels[self.rows] << 32) | latest, np.zeros(self.rows.size, bool)


def look(household: Household, wanted: Wanted, shelf: Shelf, person: User | None = None) -> Look:
    kept, now = index_of(household, Asked(person, wanted.collection))
    found = find_text(household, wanted.q) if wanted.q else None
    said = None if found is None or found.says_nothing else found
    given = Given(wanted, kept.index, kept.known, now, shelf.today, said)
    looked = Look(given, shelf, masks_of(given), kept)
    if wanted.cookable:
        looked.narrow("cookable", looked.is_whole(looked.judged, slice(None)))
    return looked
