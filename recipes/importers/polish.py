"""What pages and typed texts leave on the lines of a recipe: bullets, counts, names of parts that say nothing."""

import re
from dataclasses import replace

from recipes.importers import clean, headings, lists
from recipes.importers.draft import Draft, Section

COUNT = re.compile(r"^(\d{1,2})[.)]\s*(?=[^\W\d_])")
# "Step 3", alone before the words of a step.
STEP = headings.STEP


def polished(draft: Draft) -> Draft:
    return replace(
        draft,
        ingredients=lists.merged([_ingredients(section) for section in draft.ingredients]),
        steps=lists.merged([_steps(section) for section in draft.steps]),
    )


def _ingredients(section: Section) -> Section:
    """A line without a letter is a number that stood beside the list."""
    bare = [clean.BULLET.sub("", line).strip() for line in section.lines]
    return Section(_name(section.name), [line for line in bare if any(letter.isalpha() for letter in line)])


def _steps(section: Section) -> Section:
    lines = [part for line in section.lines for part in counted_apart(clean.BULLET.sub("", line))]
    return Section(_name(section.name), [line for line in lines if line.strip()])


def _name(told: str) -> str:
    """What a part is of: "Ingredients for the sauce" is of the sauce, "Ingredients" of nothing in particular."""
    name = clean.line(told).rstrip(": ")
    return headings.subject(name) if headings.kind(name) in {"ingredients", "steps"} else name


def counted_apart(line: str) -> list[str]:
    """The steps of "1. Boil it. 2. Stir it. 3. Eat it.", which somebody wrote into one."""
    first = COUNT.match(line)
    if first is None:
        return [line]
    found, number = [], int(first.group(1))
    while (after := re.search(rf"(?<=[.!?:;)”\"]) {number + 1}[.)]\s*(?=[^\W\d_])", line)) is not None:
        found.append(line[: after.start()])
        line, number = line[after.start() + 1 :], number + 1
    parts = [*found, line]
    return [COUNT.sub("", part) for part in parts] if found else parts
