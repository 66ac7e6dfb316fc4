"""From a recipe's content to its rows: what each ingredient line means."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kitchen.units import UNITS, rounded
from pantry.matching import name_key
from pantry.queries.foods import match
from recipes.content import RecipeContent, checked
from recipes.importers.draft import Section
from recipes.models import RecipeIngredient, RecipeStep
from recipes.parsing import Line, parse_line
from recipes.parsing.notes import size_of

MOST = Decimal(10) ** 9
LONGEST_KEY = 160


@dataclass(frozen=True)
class Rows:
    """Rows that are not saved yet and belong to no recipe."""

    ingredients: list[RecipeIngredient]
    steps: list[RecipeStep]
    name_key: str


@dataclass(frozen=True)
class Prepared:
    """A recipe that is ready to be kept: checked and understood, which needs no lock and may take its time."""

    content: RecipeContent
    rows: Rows
    source_key: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        return {**self.content.columns, "name_key": self.rows.name_key}


def prepared(content: RecipeContent) -> Prepared:
    """Refuses what cannot be kept."""
    good = checked(content)
    return Prepared(good, rows_of(good))


def rows_of(content: RecipeContent) -> Rows:
    ingredients = [understood(*one) for one in numbered(content.ingredients)]
    steps = [RecipeStep(position=at, section=section, text=text) for at, section, text in numbered(content.steps)]
    return Rows(ingredients, steps, name_key(content.name)[:LONGEST_KEY])


def numbered(sections: list[Section]) -> Iterator[tuple[int, str, str]]:
    position = 0
    for section in sections:
        for line in section.lines:
            position += 1
            yield position, section.name, line


def understood(position: int, section: str, text: str) -> RecipeIngredient:
    """The line with its amount, its unit and its food, as far as they are known."""
    line = parse_line(text)
    name = (line.name or text)[:200]
    unit = line.unit or line.size
    found = match(name)
    row = RecipeIngredient(
        position=position,
        section=section,
        original=text,
        quantity=kept(line.quantity),
        quantity_max=kept(line.quantity_max) if kept(line.quantity) is not None else None,
        unit=unit if unit in UNITS else "",
        name=name,
        name_key=name_key(name)[:200],
        note=beside(line)[:500],
        optional=line.optional,
        confidence=Decimal(str(round(found.confidence, 3))) if found.food else None,
    )
    row.food_ref = found.food.id if found.food else None
    return row


def beside(line: Line) -> str:
    """The note, without the size that is told with the amount."""
    if not line.size:
        return line.note
    return ", ".join(part for part in line.note.split(", ") if " " in part or size_of([part]) != line.size)


def kept(amount: Decimal | None) -> Decimal | None:
    """What is beyond all kitchens is not taken for an amount; the original says what was written."""
    return rounded(amount) if amount is not None and 0 < amount < MOST else None
