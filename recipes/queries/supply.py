"""The shelf as an index compares it with all recipes."""

from collections.abc import Iterator

import numpy as np

from pantry.models import FoodId
from recipes.index.judging import Supply
from recipes.index.keys import food_key, name_hash
from recipes.index.known import KINDS
from recipes.queries.card import quarters
from recipes.queries.shelf import Shelf, Stored
from recipes.queries.suiting import Table, fits

MEASURES = max(KINDS.values()) + 1


def supply_of(shelf: Shelf, table: Table) -> Supply:
    """The most urgent first. Nothing that somebody of `table` must not have stands in for anything."""
    stored = sorted(_there(shelf), key=lambda one: (one[2].due is None, one[2].due or shelf.today))
    amounts = np.zeros((len(stored), MEASURES), np.float64)
    present = np.zeros(amounts.shape, np.uint8)
    foods = [shelf.food(ref) for _key, ref, _stored in stored]
    for at, (_key, _ref, one) in enumerate(stored):
        for kind, amount in one.amounts(foods[at]).items():
            amounts[at, KINDS[kind]] = amount
            present[at, KINDS[kind]] = 1
    urgent = [quarters(shelf.days_left(one)) for _key, _ref, one in stored]
    return Supply(
        keys=np.array([key for key, _ref, _stored in stored], np.int64),
        parents=np.array([(one.parent or 0) if one else 0 for one in foods], np.int64),
        amounts=amounts,
        present=present,
        vague=np.array([one.vague for _key, _ref, one in stored], bool),
        urgent=np.array(urgent, np.uint8),
        fit=np.array([one is not None and fits(one, table) for one in foods], bool),
    )


def _there(shelf: Shelf) -> Iterator[tuple[int, FoodId | None, Stored]]:
    for ref, one in shelf.foods.items():
        if one.lots:
            yield food_key(ref), ref, one
    for name, one in shelf.names.items():
        if one.lots:
            yield name_hash(name), None, one
