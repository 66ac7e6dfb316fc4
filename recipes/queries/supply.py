"""The shelf as an index compares it with all recipes."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from pantry.catalogue import FoodFacts
from pantry.queries.foods import match
from recipes.index.judging import Supply
from recipes.index.keys import food_key, name_hash
from recipes.index.known import KINDS
from recipes.queries.card import quarters
from recipes.queries.shelf import Shelf, Stored
from recipes.queries.suiting import Table, fits

MEASURES = max(KINDS.values()) + 1


class There(NamedTuple):
    """`food` is None of what lies there under a name only."""

    key: int
    stored: Stored
    food: FoodFacts | None
    weighed_as: FoodFacts | None


def supply_of(shelf: Shelf, table: Table) -> Supply:
    """The most urgent first. Nothing that somebody of `table` must not have stands in for anything."""
    stored = sorted(_there(shelf), key=lambda one: (one.stored.due is None, one.stored.due or shelf.today))
    amounts = np.zeros((len(stored), MEASURES), np.float64)
    present = np.zeros(amounts.shape, np.uint8)
    for at, one in enumerate(stored):
        for kind, amount in one.stored.amounts(one.weighed_as).items():
            amounts[at, KINDS[kind]] = amount
            present[at, KINDS[kind]] = 1
    return Supply(
        keys=np.array([one.key for one in stored], np.int64),
        parents=np.array([(one.food.parent or 0) if one.food else 0 for one in stored], np.int64),
        amounts=amounts,
        present=present,
        vague=np.array([one.stored.vague for one in stored], bool),
        urgent=np.array([quarters(shelf.days_left(one.stored)) for one in stored], np.uint8),
        fit=np.array([one.food is not None and fits(one.food, table) for one in stored], bool),
    )


def _there(shelf: Shelf) -> Iterator[There]:
    """What lies there under a name only is weighed as lines of that name are."""
    for ref, one in shelf.foods.items():
        if one.lots:
            food = shelf.food(ref)
            yield There(food_key(ref), one, food, food)
    for name, one in shelf.names.items():
        if one.lots:
            yield There(name_hash(name), one, None, match(name).food)
