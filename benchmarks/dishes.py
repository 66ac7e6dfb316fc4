"""Recipes as households have them, made up: which foods, how many lines, how long, how often cooked.

shares.csv holds, of 10,000 ingredient lines of 10,000 published recipes, how many mean each of the 400 most frequent
foods, the unit they mostly have and the amount in the middle; the figures here were counted in the same recipes
(November 2026, with `recipes/parsing` and `pantry/matching`). The words are ours.
"""

import csv
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

# How many recipes of 10,000 have 1, 2, 3 … lines.
LINES = (
    9,
    67,
    224,
    479,
    748,
    918,
    1019,
    1057,
    1026,
    909,
    771,
    667,
    513,
    392,
    307,
    256,
    156,
    138,
    92,
    54,
    50,
    32,
    37,
    25,
)
# Of a hundred lines: those whose food nobody knows, those that may be left out, those without an amount.
UNKNOWN, OPTIONAL, NO_AMOUNT = 0.054, 0.01, 0.052
STEPS = (1, 2, 2, 3, 3, 3, 4, 4, 5, 7)
MINUTES = (10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 75, 90, 120, 180, 260, None)


class Share(NamedTuple):
    food: int
    name: str
    lines: int
    unit: str
    amount: float


class Line(NamedTuple):
    """`food` is None where nobody knows it, `amount` where none is named."""

    food: int | None
    name: str
    amount: float | None
    unit: str
    optional: bool


class Dish(NamedTuple):
    """`stars` 0 for not rated, `cooked` how many days ago it was last cooked."""

    name: str
    minutes: int | None
    difficulty: int | None
    cuisine: str
    category: str
    tags: list[str]
    lines: list[Line]
    steps: list[str]
    stars: int
    cooked: int | None


@cache
def words() -> dict[str, list[str]]:
    """Of dish_words.txt, by their kind; one that stands there twice is chosen twice as often."""
    found: dict[str, list[str]] = {}
    for row in Path(__file__).with_name("dish_words.txt").read_text(encoding="utf-8").splitlines():
        kind, _colon, listed = row.partition(": ")
        found.setdefault(kind, []).extend(listed.split("|"))
    return found


@cache
def shares() -> list[Share]:
    with Path(__file__).with_name("shares.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return [
            Share(int(row["food"]), row["name"], int(row["lines"]), row["unit"], float(row["amount"])) for row in rows
        ]


def dishes(count: int, chance: random.Random) -> Iterator[Dish]:
    """The same ones for the same `chance`."""
    known, weights = shares(), [share.lines for share in shares()]
    lengths = chance.choices(range(1, len(LINES) + 1), LINES, k=count)
    for length in lengths:
        taken = chance.choices(known, weights, k=length)
        yield _dish([_line(share, chance) for share in taken], chance)


def _line(share: Share, chance: random.Random) -> Line:
    amount = None if chance.random() < NO_AMOUNT else round(share.amount * chance.choice((0.5, 1, 1, 1, 1.5, 2, 3)), 4)
    if chance.random() < UNKNOWN:
        return Line(None, word(chance), amount, share.unit, optional=False)
    return Line(share.food, share.name, amount, share.unit, chance.random() < OPTIONAL)


def one(kind: str, chance: random.Random) -> str:
    return chance.choice(words()[kind])


def word(chance: random.Random) -> str:
    """A name that no dictionary has, as of people and brands."""
    return "".join(chance.choices(words()["syllable"], k=3))


def _dish(lines: list[Line], chance: random.Random) -> Dish:
    names = [line.name for line in lines]
    whose = f"{word(chance).title()}'s " if chance.random() < 0.15 else ""
    name = f"{whose}{one('how', chance)} {chance.choice(names)} {one('kind', chance)} with {chance.choice(names)}"
    return Dish(
        name=name[0].upper() + name[1:],
        minutes=chance.choice(MINUTES),
        difficulty=chance.choice((None, 1, 2, 2, 3, 4)),
        cuisine=one("cuisine", chance) if chance.random() < 0.6 else "",
        category=one("course", chance),
        tags=sorted(set(chance.choices(words()["tag"], k=chance.choice((0, 1, 2, 2, 3, 4))))),
        lines=lines,
        steps=[_step(names, chance) for _ in range(chance.choice(STEPS))],
        stars=chance.choice((3, 4, 4, 5, 5)) if chance.random() < 0.2 else 0,
        cooked=chance.randint(1, 700) if chance.random() < 0.15 else None,
    )


def _step(names: list[str], chance: random.Random) -> str:
    first, second = chance.choice(names), chance.choice(names)
    return " ".join(
        sentence.format(first, second, n=chance.choice((5, 10, 15, 20, 30, 45)))
        for sentence in chance.sample(words()["step"], 2)
    )
