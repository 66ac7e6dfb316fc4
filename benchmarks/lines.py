"""Judges and times the reading of ingredient lines on a file of labelled ones; prints a Markdown table.

The file is a CSV with the columns line, quantity, quantity_max, unit, name, section, optional and food, written by
whoever did not see the program's answers: numbers as decimals or fractions, units as any word that is known, food by
any name that it has. An empty `food` says that the catalogue has none. `--show` prints what is not as labelled.
"""

import argparse
import csv
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from django.conf import settings

settings.configure(USE_I18N=False)

from kitchen.units import find_unit, read_number
from pantry.catalogue import FoodFacts, foods, name_key
from pantry.matching.index import key_of, names
from pantry.matching.match import match
from recipes.parsing import Line, parse_line

Row = dict[str, str]
# A third is written as 0.33.
NEAR = Decimal("0.011")
YES = {"1", "true", "yes", "x", "y"}


@dataclass
class Tally:
    """How many of how many are right, and what was not."""

    right: float = 0
    asked: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, right: float, what: str) -> None:
        self.right += right
        self.asked += 1
        if right < 1:
            self.wrong.append(what)

    def __str__(self) -> str:
        return f"{100 * self.right / max(1, self.asked):.1f} % of {self.asked}"


def number(text: str) -> Decimal | None:
    read = read_number(text.strip())
    return read[0] if read else None


def near(said: Decimal | None, meant: Decimal | None) -> bool:
    if said is None or meant is None:
        return said is meant
    return abs(said - meant) <= NEAR * max(meant, Decimal(1))


def unit_code(text: str) -> str:
    unit = find_unit(text)
    return "" if not text or (unit and unit.code == "piece") else unit.code if unit else text


def words(text: str) -> Counter[str]:
    return Counter(name_key(text).split())


def likeness(said: str, meant: str) -> float:
    """F1 of the words of two names."""
    one, other = words(said), words(meant)
    return 2 * sum((one & other).values()) / max(1, sum(one.values()) + sum(other.values()))


def yes(text: str) -> bool:
    return text.strip().casefold() in YES


def judge(rows: list[Row]) -> dict[str, Tally]:
    found: dict[str, Tally] = {}
    for row in rows:
        line = parse_line(row["line"])
        for what, right, said in verdicts(row, line):
            meant = " | ".join(filter(None, (row[key] for key in MEANT)))
            found.setdefault(what, Tally()).count(right, f"{row['line']}\n    {meant}\n    {said}")
    return found


MEANT = ("quantity", "quantity_max", "unit", "name", "section", "optional", "food")


def verdicts(row: Row, line: Line) -> Iterator[tuple[str, float, str]]:
    said = f"{line.quantity} {line.quantity_max} {line.unit} | {line.name} | {line.note}"
    yield "section", line.section == yes(row["section"]), said
    if yes(row["section"]) or line.section:
        return
    high = number(row["quantity_max"])
    quantity = near(line.quantity, number(row["quantity"])) and near(line.quantity_max, high)
    unit = line.unit == unit_code(row["unit"])
    name = likeness(line.name, row["name"])
    yield "quantity", quantity, said
    yield "unit", unit, said
    yield "name, F1 of its words", name, said
    yield "quantity, unit and whole name", quantity and unit and name == 1, said
    yield "optional", line.optional == yes(row["optional"]), said
    yield from links(row, line)


def links(row: Row, line: Line) -> Iterator[tuple[str, float, str]]:
    """Of lines whose food the catalogue has, how many are linked; of those that are linked, how many rightly."""
    meant = {names().get(key_of(name)) for name in row["food"].split("|") if name.strip()}
    food = match(line.name).food
    said = f"{line.name} -> {food.name if food else None}"
    yield "lines linked to a food", food is not None, said
    if food:
        yield "links that are right", any(one in meant for one in with_parents(food)), said


def with_parents(food: FoodFacts) -> Iterator[FoodFacts]:
    """The food and those that it is a kind of: dried thyme is thyme."""
    yield food
    if food.parent is not None:
        yield from with_parents(next(one for one in foods() if one.id == food.parent))


def a_second(work: Callable[[str], object], texts: list[str]) -> float:
    """How many texts a second of the processor."""
    start, turns = time.process_time(), 0
    while time.process_time() - start < 1:
        turns += 1
        for text in texts:
            work(text)
    return turns * len(texts) / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="append", default=[], help="what to print the faults of, such as 'unit'")
    given = parser.parse_args()
    with given.file.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["line"].strip()]
    found = judge(rows)
    print(f"| {given.file.stem} | right |\n|---|---|")
    for what, tally in found.items():
        print(f"| {what} | {tally} |")
    print(f"| lines a second | {a_second(parse_line.__wrapped__, [row['line'] for row in rows]):.0f} |")
    for what in given.show:
        print("\n".join([f"\n{what}:", *found[what].wrong]))


if __name__ == "__main__":
    main()
