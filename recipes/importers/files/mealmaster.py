"""Meal-Master's text: columns for amount, unit and name, two ingredients side by side where it was narrow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from recipes.importers import figures, lists
from recipes.importers.draft import Draft, Failure, Section
from recipes.importers.files.amounts import line_of
from recipes.importers.files.batch import one_by_one
from recipes.importers.source import Source

START = re.compile(r"^(?:MMMMM|-----).*\bMeal-?Master\b.*$", re.IGNORECASE | re.MULTILINE)
END = re.compile(r"^(?:MMMMM|-----)\s*$")
SECTION = re.compile(r"^(?:MMMMM|-----)(.*[^\s-].*)$")
HEAD = re.compile(r"^\s*(Title|Categories|Yield|Servings)\s*:\s*(.*)$", re.IGNORECASE)
ITEM = re.compile(r"^([ \d./-]{7}) ([A-Za-z]{2}|[A-Za-z] | [A-Za-z]|  ) (\S.*)$")
RIGHT, LONGEST = 41, 1000
UNITS = {
    "x": "", "ea": "", "sm": "small", "md": "medium", "lg": "large", "cn": "can", "pk": "package", "pn": "pinch",
    "dr": "drop", "ds": "dash", "ct": "carton", "bn": "bunch", "sl": "slice", "t": "tsp", "ts": "tsp", "T": "tbsp",
    "tb": "tbsp", "fl": "fl oz", "c": "cup", "pt": "pint", "qt": "quart", "ga": "gallon", "ml": "ml", "cb": "cm",
    "cl": "cl", "dl": "dl", "l": "l", "mg": "mg", "cg": "cg", "dg": "dg", "g": "g", "kg": "kg",
}  # fmt: skip


def fits(source: Source) -> bool:
    return bool(START.search(source.head)) and "Title:" in source.head


def read(source: Source) -> Iterator[Draft | Failure]:
    text = source.text.replace("\r\n", "\n").replace("\r", "\n")
    return one_by_one(START.split(text)[1:], lambda part: [_Recipe(part).draft()], lambda part: part.strip()[:80])


@dataclass
class _Recipe:
    text: str
    head: dict[str, str] = field(default_factory=dict)
    ingredients: list[Section] = field(default_factory=lambda: [Section()])
    right: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)

    def draft(self) -> Draft:
        for line in self.text.split("\n"):
            if END.match(line.strip("\x1a")):
                break
            self.take(line[:LONGEST].expandtabs().rstrip())
        self.close_columns()
        words = self.head.get("yield") or self.head.get("servings", "")
        return Draft(
            title=self.head.get("title", ""),
            ingredients=lists.merged(self.ingredients),
            steps=lists.merged(lists.sections(_paragraphs(self.steps))),
            servings=figures.servings(words),
            servings_words=words,
            tags=self.head.get("categories", "").split(","),
        )

    def take(self, line: str) -> None:
        head, section, item = HEAD.match(line), SECTION.match(line), ITEM.match(line)
        if head and not self.steps:
            self.head[head.group(1).lower()] = head.group(2).strip()
        elif section:
            self.close_columns()
            if any(self.steps):
                self.steps.extend(["", f"{section.group(1).strip('- ')}:", ""])
            else:
                self.ingredients.append(Section(section.group(1).strip("- ").capitalize()))
        elif item and not any(self.steps):
            self.take_item(line)
        elif self.head and (line or self.steps):
            self.steps.append(line.strip())

    def take_item(self, line: str) -> None:
        left, right = line[:RIGHT], line[RIGHT:]
        beside = ITEM.match(right) if ITEM.match(left.rstrip()) else None
        self.put(self.ingredients[-1].lines, left if beside else line)
        if beside:
            self.put(self.right, right)

    def put(self, lines: list[str], told: str) -> None:
        item = ITEM.match(told.rstrip())
        if item is None:
            return
        amount, unit, name = item.group(1).strip(), item.group(2).strip(), item.group(3).strip()
        if name.startswith("-") and lines and not amount:
            lines[-1] = f"{lines[-1]} {name.lstrip('- ')}"
        else:
            lines.append(line_of(amount, UNITS.get(unit, UNITS.get(unit.lower(), unit)), name))

    def close_columns(self) -> None:
        """The right column is read after the left one."""
        self.ingredients[-1].lines.extend(self.right)
        self.right = []


def _paragraphs(lines: list[str]) -> list[str]:
    """Wrapped lines joined; an empty line ends a paragraph."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", "\n".join(lines)) if part.strip(" \n~-")]
