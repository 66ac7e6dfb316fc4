"""For how many days something keeps: as its package says, else as its food usually does."""

from collections.abc import Mapping
from typing import TypeAlias

from pantry.catalogue import FREEZER, FRIDGE, OPENED, PANTRY, SEALED, THAWED, FoodFacts

# Days by where it lies and in which state: ("fridge", "opened").
Lives: TypeAlias = Mapping[tuple[str, str], int]
# What lies in the fridge after thawing, and what was thawed outside it, where nobody knows better.
THAWED_DAYS, THAWED_OUTSIDE = 2, 1


def lives_of(food: FoodFacts | None, package: Mapping[str, int] | None = None) -> Lives:
    """`package` are days by "fridge.opened", as a product says them."""
    known = dict(food.shelf_life) if food else {}
    for name, days in (package or {}).items():
        storage, _dot, state = name.partition(".")
        known[storage, state] = int(days)
    return known


def opened_days(lives: Lives, storage: str) -> int | None:
    """Of what keeps in the fridge only, nobody says how long it keeps open elsewhere: not longer than there."""
    days = lives.get((storage, OPENED))
    return lives.get((FRIDGE, OPENED)) if days is None and storage == PANTRY else days


def frozen_days(lives: Lives, *, opened: bool) -> int | None:
    days = lives.get((FREEZER, OPENED)) if opened else None
    return lives.get((FREEZER, SEALED)) if days is None else days


def thawed_days(lives: Lives, storage: str, *, opened: bool) -> int:
    found = [lives.get((storage, THAWED)), lives.get((storage, OPENED))]
    if storage == PANTRY:
        found.append(lives.get((PANTRY, SEALED)))
    days = next((one for one in found if one is not None), THAWED_DAYS if storage == FRIDGE else THAWED_OUTSIDE)
    other = lives.get((storage, OPENED)) if opened else None
    return days if other is None else min(days, other)
