"""What a household's own rows make of the catalogue: added, changed, merged and removed foods."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from pantry.catalogue import FoodFacts
from pantry.catalogue import food as plain_food
from pantry.catalogue import foods as plain_foods
from pantry.matching import Match
from pantry.matching.index import spelled
from pantry.matching.words import DROPPED
from pantry.models import FoodId, OwnFood
from pantry.queries.food_facts import facts_of_own


@dataclass(frozen=True)
class Book:
    """`rows` by their id, `changed` those of them that say something of a food of the catalogue, by its id."""

    rows: Mapping[UUID, OwnFood] = field(default_factory=dict)
    changed: Mapping[int, OwnFood] = field(default_factory=dict)
    matches: dict[str, Match] = field(default_factory=dict, compare=False)
    known: dict[FoodId, FoodFacts] = field(default_factory=dict, compare=False)

    def meant(self, ref: FoodId) -> FoodId:
        """The food that stands for this one: what it was merged into, and of a changed one the catalogue's number."""
        for _step in range(len(self.rows) + 1):
            row = self.row(ref)
            if row is None:
                return ref
            onward = row.merged_into_own_id or row.merged_into_id
            if onward is None:
                return row.base_id or row.pk
            ref = onward
        return ref

    def row(self, ref: FoodId) -> OwnFood | None:
        """What the household itself says of a food, if it does."""
        return self.rows.get(ref) if isinstance(ref, UUID) else self.changed.get(ref)

    def food(self, ref: FoodId) -> FoodFacts | None:
        """Of removed ones too: what is called so stays known."""
        if ref in self.known:
            return self.known[ref]
        meant = self.meant(ref)
        row, base = self.row(meant), plain_food(meant) if isinstance(meant, int) else None
        found = self.known.get(meant) or (facts_of_own(row, base) if row else base)
        if found is not None:
            self.known[ref] = self.known[meant] = found
        return found

    def is_out(self, ref: FoodId) -> bool:
        """Removed, or another stands for it."""
        row = self.row(ref)
        return row is not None and (row.removed_at is not None or self.meant(ref) != (row.base_id or row.pk))

    @cached_property
    def own(self) -> tuple[FoodFacts, ...]:
        """Those that the household added."""
        there = (row.pk for row in self.rows.values() if row.base_id is None and not self.is_out(row.pk))
        return tuple(one for ref in there if (one := self.food(ref)))

    @cached_property
    def foods(self) -> tuple[FoodFacts, ...]:
        """All that can be meant here, the household's own first."""
        if not self.rows:
            return plain_foods()
        there = (self.food(one.id) for one in plain_foods() if not self.is_out(one.id))
        return (*self.own, *(one for one in there if one))

    @cached_property
    def short_words(self) -> Mapping[str, FoodFacts]:
        """The same without words that say nothing of the food."""
        said = [*self.words.items()][::-1]
        return {" ".join(word for word in words.split() if word not in DROPPED): one for words, one in said}

    @cached_property
    def words(self) -> Mapping[str, FoodFacts]:
        """What the household itself calls its foods; a remembered word goes before a name."""
        found: dict[str, FoodFacts] = {}
        for row in self.rows.values():
            meant = self.food(row.pk)
            if meant and not self.is_out(meant.id):
                found |= {" ".join(spelled(word)): meant for word in (row.name, row.plural) if word}
        for row in self.rows.values():
            meant = self.food(row.pk)
            if meant and not self.is_out(meant.id):
                found |= {" ".join(spelled(word)): meant for word in row.aliases}
        return found


def book_of(rows: Iterable[OwnFood]) -> Book:
    found = list(rows)
    return Book({row.pk: row for row in found}, {row.base_id: row for row in found if row.base_id is not None})
