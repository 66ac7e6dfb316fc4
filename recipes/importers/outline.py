"""Recipes without any mark-up: read from what a person would see, headings and the lines below them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from recipes.importers import headings, lists
from recipes.importers.blocks import Block
from recipes.importers.draft import Section

AMOUNT = re.compile(
    r"^\W*(?:(?:ca|about|approx|circa|etwa|ungefähr)\W+)?"
    r"(?:\d|[½¼¾⅓⅔⅛]|(?:an?|one|two|three|half|ein|eine|einen|zwei|drei|une?|un|una|uno|één|een|en|et|ett)\s"
    r"|(?:pinch|dash|handful|salt|pepper|prise|etwas|sel|sal|sale|zout|salz|sůl|sól|só)\b)",
    re.IGNORECASE,
)
STEP_NUMBER = re.compile(r"^(?:step|schritt|étape|paso|passo|krok|stap|trin|steg|fase)\s*\d+\W*", re.IGNORECASE)
LONGEST_INGREDIENT, SHORTEST_STEP = 220, 25
NO_HEADING = 9
FEWEST = 3


@dataclass(frozen=True)
class Part:
    """Sections that were found from block `start` up to before `end`."""

    start: int
    end: int
    sections: list[Section]

    def lines(self) -> list[str]:
        return [line for section in self.sections for line in section.lines]


def looks_measured(line: str) -> bool:
    return bool(AMOUNT.match(line)) and len(line) <= LONGEST_INGREDIENT


def find_parts(blocks: list[Block]) -> tuple[Part | None, Part | None]:
    """The ingredients and the steps, each None where none are seen."""
    kinds = [headings.kind(block.text) for block in blocks]
    ingredients = _best_ingredients(blocks, kinds) or _measured_run(blocks, kinds)
    return ingredients, _best_steps(blocks, kinds, ingredients)


def _best_ingredients(blocks: list[Block], kinds: list[str]) -> Part | None:
    found = [_part(blocks, kinds, at, "ingredients") for at, kind in enumerate(kinds) if kind == "ingredients"]
    kept = [part for part in found if part.sections]
    return max(kept, key=lambda part: (sum(map(looks_measured, part.lines())), len(part.lines()) <= 60), default=None)


def _best_steps(blocks: list[Block], kinds: list[str], ingredients: Part | None) -> Part | None:
    found = [_part(blocks, kinds, at, "steps") for at, kind in enumerate(kinds) if kind == "steps"]
    kept = [part for part in found if any(len(line) >= SHORTEST_STEP for line in part.lines())]
    after = [part for part in kept if ingredients and part.start >= ingredients.start]
    best = max(after or kept, key=lambda part: min(sum(map(len, part.lines())), 400), default=None)
    if best is None and ingredients is not None:
        best = _part(blocks, kinds, ingredients.end - 1, "steps")
    return best if best is not None and best.sections else None


def _part(blocks: list[Block], kinds: list[str], at: int, kind: str) -> Part:
    """What stands below the heading at `at`."""
    end = at + 1
    level = blocks[at].level or NO_HEADING
    while end < len(blocks) and not _ends(blocks, kinds, end, level, kind):
        end += 1
    inside = [block for block, other in zip(blocks[at + 1 : end], kinds[at + 1 : end], strict=True) if other != "facts"]
    return Part(at, end, _sections(inside, kind))


def _ends(blocks: list[Block], kinds: list[str], at: int, level: int, kind: str) -> bool:
    block, other = blocks[at], kinds[at]
    if other in {"ingredients", "steps", "end"}:
        return other != kind or not block.level
    if block.level and (block.level < level or block.level == 1):
        return True
    if kind == "ingredients":
        follows = blocks[at + 1] if at + 1 < len(blocks) else None
        starts = follows is not None and (follows.item or looks_measured(follows.text))
        return (block.level == level and not starts) or (not block.item and len(block.text) > LONGEST_INGREDIENT)
    return block.level == level and level < NO_HEADING - 2 and not STEP_NUMBER.match(block.text)


def _sections(inside: list[Block], kind: str) -> list[Section]:
    """Items of lists where there are any, with the short words before them as names; or else every line."""
    listed = sum(1 for block in inside if block.item)
    only_items = listed >= (2 if kind == "ingredients" else 1) and listed * 2 >= len(inside)
    found = [Section()]
    for block, follows in zip_longest(inside, inside[1:]):
        name = _name(block, follows, kind, only_items=only_items)
        if name is not None:
            found.append(Section(name))
        elif block.item or not only_items:
            found[-1].lines.append(block.text)
    return lists.merged(found)


def _name(block: Block, follows: Block | None, kind: str, *, only_items: bool) -> str | None:
    """The name that a block gives to what follows: "" for a heading that says only a number."""
    if block.level and not looks_measured(block.text):
        return STEP_NUMBER.sub("", block.text).rstrip(": ") if kind == "steps" else block.text.rstrip(": ")
    if only_items and not block.item and follows is not None and follows.item and len(block.text) <= lists.LONGEST_NAME:
        return block.text.rstrip(": ")
    return lists.heading(block.text) or None


def _measured_run(blocks: list[Block], kinds: list[str]) -> Part | None:
    """The longest run of lines of which most begin with an amount, where nothing says "Ingredients"."""
    best: tuple[int, int] | None = None
    for start, end in _runs(blocks, kinds):
        if best is None or end - start > best[1] - best[0]:
            best = start, end
    if best is None:
        return None
    return Part(best[0], best[1], _sections(blocks[best[0] : best[1]], "ingredients"))


def _runs(blocks: list[Block], kinds: list[str]) -> Iterator[tuple[int, int]]:
    start = measured = 0
    for at, block in enumerate([*blocks, Block("")]):
        fits = at < len(blocks) and not kinds[at] and block.level != 1 and 0 < len(block.text) <= LONGEST_INGREDIENT / 2
        if fits:
            measured += looks_measured(block.text)
            continue
        while start < at and not looks_measured(blocks[start].text) and not lists.heading(blocks[start].text):
            start += 1
        if measured >= FEWEST and measured * 2 >= at - start:
            yield start, at
        start, measured = at + 1, 0
