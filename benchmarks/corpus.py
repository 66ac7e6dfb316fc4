"""Published recipes as dishes: those of a folder of samples, which is no part of the project."""

import gzip
import json
import os
import random
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from benchmarks.dishes import Dish, Line
from pantry.matching import match
from recipes.parsing import parse_line

NAME = "recipes-20k.jsonl.gz"
LONGEST = 160


def corpus(count: int) -> Iterator[Dish]:
    """So many; where there are fewer they come again."""
    chance = random.Random(count)
    with gzip.open(Path(os.environ["KITCHEN_SAMPLES"]) / NAME, "rt", encoding="utf-8") as file:
        read = [_dish(json.loads(row), chance) for row in islice(file, count)]
    return islice(cycle(read), count)


def _dish(told: dict[str, list[str]], chance: random.Random) -> Dish:
    return Dish(
        name=str(told["title"])[:LONGEST] or "Dish",
        minutes=chance.choice((15, 30, 45, 60, 90, None)),
        difficulty=None,
        cuisine="",
        category="",
        tags=[tag[:40] for tag in told.get("tags") or []],
        lines=[_line(text) for text in told["ingredients"] if text.strip()],
        steps=[step for step in told["directions"] if step.strip()] or ["Cook it."],
        stars=0,
        cooked=None,
    )


def _line(text: str) -> Line:
    line = parse_line(text)
    name = (line.name or text)[:120]
    food = match(name).food
    amount = None if line.quantity is None or line.quantity > 10**6 else float(line.quantity)
    return Line(food.number if food else None, name, amount, line.unit, optional=line.optional)
