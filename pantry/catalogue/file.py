import csv
from functools import cache
from pathlib import Path

from pantry.catalogue.facts import FoodFacts, read_food

FILE = Path(__file__).with_name("foods.csv")


@cache
def foods() -> tuple[FoodFacts, ...]:
    """All of them, in the order of their ids."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(read_food(row) for row in csv.DictReader(file))


def food(id: int) -> FoodFacts | None:
    return _by_id().get(id)


@cache
def _by_id() -> dict[int, FoodFacts]:
    return {one.number: one for one in foods()}
