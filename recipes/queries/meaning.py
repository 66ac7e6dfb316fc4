"""What single lines of a recipe would mean, for whoever is typing them."""

from collections.abc import Iterable
from dataclasses import dataclass

from kitchen.visible import one_line
from pantry.queries.foods import food as food_of
from recipes.lines import understood
from recipes.parsing import parse_line
from recipes.queries.scaling import ONE, amount_in_words
from recipes.sections import heading


@dataclass(frozen=True)
class Meaning:
    """An ingredient: its amount in words, and the food that it is taken for ("" where none is known), or what it is
    called. A heading has only a `name`.
    """

    name: str
    amount: str = ""
    food: str = ""
    emoji: str = ""
    note: str = ""
    optional: bool = False
    is_heading: bool = False


def meanings(lines: Iterable[str], units: str) -> list[Meaning]:
    return [meaning(one_line(line), units) for line in lines]


def meaning(line: str, units: str) -> Meaning:
    if line and parse_line(line).section:
        return Meaning(heading(line), is_heading=True)
    row = understood(0, "", line[:500])
    food = food_of(row.food_ref)
    return Meaning(
        name=row.name,
        amount=amount_in_words(row, ONE, units),
        food=food.name if food else "",
        emoji=food.emoji if food else "",
        note=row.note,
        optional=row.optional,
    )
