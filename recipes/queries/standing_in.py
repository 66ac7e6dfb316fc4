"""What can stand in for a food that is not there: its next of kin on the shelves."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from pantry.catalogue import FoodFacts
from recipes.queries.shelf import Shelf, Stored
from recipes.queries.suiting import Table, fits

Kin = tuple[FoodFacts, Stored]


@dataclass
class StandIns:
    """Foods on the shelves by what they are and by what they are a kind of, of several the most urgent."""

    by_food: dict[object, Kin] = field(default_factory=dict)
    by_parent: dict[int, Kin] = field(default_factory=dict)

    def find(self, wanted: FoodFacts | None) -> Kin | None:
        """What it is a kind of, else a kind of it, else another kind of the same."""
        if wanted is None:
            return None
        parent = wanted.parent
        nearest = self.by_food.get(parent) if parent else None
        kind_of_it = self.by_parent.get(wanted.id) if isinstance(wanted.id, int) else None
        return nearest or kind_of_it or (self.by_parent.get(parent) if parent else None)


def stand_ins_on(shelf: Shelf, table: Table) -> StandIns:
    """Nothing that somebody of `table` must not have."""
    found = StandIns()
    for food, stored in sorted(_kin(shelf), key=lambda kin: kin[1].due or date.max):
        if fits(food, table):
            found.by_food.setdefault(food.id, (food, stored))
            if food.parent:
                found.by_parent.setdefault(food.parent, (food, stored))
    return found


def _kin(shelf: Shelf) -> Iterator[Kin]:
    for ref, stored in shelf.foods.items():
        if stored.lots and (food := shelf.food(ref)):
            yield food, stored
