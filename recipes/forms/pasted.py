"""Anything that somebody pastes, told apart into the fields of a recipe's form."""

from typing import Any

from kitchen.visible import one_line, visible
from recipes.content import RecipeContent, tidy
from recipes.draft_content import content_of_draft
from recipes.forms.recipe import shown_fields
from recipes.importers import Section, read_recipes
from recipes.parsing import parse_line
from recipes.sections import is_heading

# A line of so many characters without an amount tells what to do.
LONG = 60
BOXES = ("ingredients", "steps")


def told_apart(text: str) -> RecipeContent:
    """The recipe of a pasted page or text; where none is made out, its lines as ingredients and steps."""
    found = read_recipes(text).recipes
    return tidy(content_of_draft(found[0])) if found else by_lines(text)


def by_lines(text: str) -> RecipeContent:
    """Measured and short lines are ingredients, the others steps; one before a measured one is the name."""
    lines = [line for line in map(one_line, visible(text).splitlines()) if line]
    name = lines.pop(0) if is_name(lines) else ""
    steps = [line for line in lines if not is_ingredient(line)]
    return RecipeContent(
        name, ingredients=[Section("", [line for line in lines if is_ingredient(line)])], steps=[Section("", steps)]
    )


def is_name(lines: list[str]) -> bool:
    """Whether the first line is what the dish is called: short, without an amount, before one that has one."""
    amounts = [parse_line(line).quantity is not None for line in lines[:2]]
    return amounts == [False, True] and len(lines[0]) <= LONG and not is_heading(lines[0])


def is_ingredient(line: str) -> bool:
    if is_heading(line):
        return True
    measured = parse_line(line).quantity is not None
    return len(line) <= 2 * LONG if measured else len(line) <= LONG / 2 and not line.endswith(".")


def with_pasted(typed: dict[str, Any], text: str) -> dict[str, Any]:
    """The fields as they were typed, filled up with what was pasted; lists grow, nothing typed is lost."""
    found = shown_fields(told_apart(text))
    filled = {name: typed.get(name) or value for name, value in found.items()}
    for name in BOXES:
        filled[name] = "\n\n".join(filter(None, (str(typed.get(name) or "").strip(), found[name])))
    return {**typed, **filled}
