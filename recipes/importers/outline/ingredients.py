"""Finds the ingredients among the blocks: below their heading, or by their amounts."""

import re
from collections.abc import Iterator
from itertools import islice

from recipes.importers import headings, lists
from recipes.importers.blocks import Block
from recipes.importers.draft import Section
from recipes.importers.outline.part import (
    LONGEST_INGREDIENT,
    LONGEST_PART,
    MOST_HEADINGS,
    NO_HEADING,
    Part,
    looks_measured,
)

# "For the sauce", "To serve": names of sections of which no line need have an amount.
NAMES = re.compile(
    r"^(?:for|to serve|topping|garnish|optional|für|zum|zur|außerdem|pour|para|per|voor|til|till|na|do|a\sa)\b|:$",
    re.IGNORECASE,
)
FEWEST = 3
# Where the steps have a heading so soon after, all that is before it belongs to the ingredients.
STEPS_WITHIN = 30
# Longer than this, or of so many words with a full stop, is prose.
SENTENCE, WORDS = 90, 5
# So long at most is an ingredient that is only named.
LONGEST_BARE = 45


def find_ingredients(blocks: list[Block], kinds: list[str]) -> Part | None:
    headed = [at for at, kind in enumerate(kinds) if kind == "ingredients"][:MOST_HEADINGS]
    found = [_below(blocks, kinds, at) for at in headed]
    kept = [part for part in found if part.sections]
    best = max(kept, key=_score, default=None)
    return best or _measured_run(blocks, kinds)


def _score(part: Part) -> tuple[int, int]:
    return min(sum(map(looks_measured, part.lines())), 60), -abs(len(part.sections))


def _below(blocks: list[Block], kinds: list[str], at: int) -> Part:
    """What stands below the heading at `at`, list by list, up to what is no list of ingredients any more."""
    found = [Section(headings.subject(blocks[at].text))]
    end = at + 1
    listed = False
    while end < min(len(blocks), at + LONGEST_PART) and not _ends(blocks, kinds, at, end, listed=listed):
        block = blocks[end]
        name = _name(blocks, end, listed=listed)
        if name:
            found.append(Section(name))
        elif kinds[end] != "facts" and (block.item or not listed):
            found[-1].lines.append(block.text)
        listed = listed or bool(block.item)
        end += 1
    return Part(at, end, _only_listed(found, blocks[at + 1 : end]), blocks[at])


def _only_listed(found: list[Section], inside: list[Block]) -> list[Section]:
    """Where there are items of lists, what stood before the first was talk or a name."""
    first = next((at for at, block in enumerate(inside) if block.item), None)
    if first:
        listed = sum(looks_measured(block.text) for block in inside if block.item)
        talk = {block.text for block in inside[:first] if listed >= FEWEST or not looks_measured(block.text)}
        for section in found:
            section.lines = [line for line in section.lines if line not in talk]
    return lists.merged(found)


def _ends(blocks: list[Block], kinds: list[str], at: int, end: int, *, listed: bool) -> bool:
    block, level = blocks[end], blocks[at].level or NO_HEADING
    if kinds[end] in {"steps", "end"}:
        return True
    if kinds[end] == "ingredients" and block.level == blocks[at].level:
        return not headings.subject(block.text) or not _introduces(blocks, end)
    if block.level:
        return block.level < min(level, 7) or not _introduces(blocks, end)
    if block.item:
        return _is_new_list(blocks, end) and not (_introduces(blocks, end - 1) or _goes_on(blocks, end))
    if not listed and (end == at + 1 or "steps" in kinds[end : end + STEPS_WITHIN]):
        return len(block.text) > LONGEST_INGREDIENT
    return _is_prose(block)


def _is_prose(block: Block) -> bool:
    """A whole sentence, or more."""
    ends = block.text.endswith((".", "!", "?")) and len(block.text.split()) >= WORDS
    return (ends or len(block.text) > SENTENCE) and not looks_measured(block.text)


def _is_new_list(blocks: list[Block], at: int) -> bool:
    before = (blocks[place] for place in range(at - 1, -1, -1))
    earlier = next((block.list for block in before if block.item or len(block.text) > SENTENCE), 0)
    return bool(earlier) and blocks[at].list != earlier


def _goes_on(blocks: list[Block], at: int) -> bool:
    """Whether a list right after one of ingredients is one too: bare names, such as "parsley", "salt", "oil"."""
    follows = [block.text for block in islice(blocks, at, at + LONGEST_PART) if block.list == blocks[at].list]
    short = all(len(text) <= LONGEST_BARE for text in follows)
    return bool(blocks[at - 1].item) and short and any(map(looks_measured, follows))


def _introduces(blocks: list[Block], at: int) -> bool:
    """Whether what follows a heading, up to the next, are ingredients."""
    follows: list[Block] = []
    for block in islice(blocks, at + 1, at + LONGEST_PART):
        if (block.level and not looks_measured(block.text)) or (follows and block.list != follows[0].list):
            break
        follows.append(block)
    if not follows:
        # A heading right below a heading, as "For the cake" above "Dough".
        return at + 2 < len(blocks) and blocks[at + 1].level > blocks[at].level and looks_measured(blocks[at + 2].text)
    measured = sum(looks_measured(block.text) for block in follows)
    short = sum(len(block.text) for block in follows) <= SENTENCE * len(follows)
    return short and (measured * 4 >= len(follows) or bool(NAMES.search(blocks[at].text)))


def _name(blocks: list[Block], at: int, *, listed: bool) -> str:
    """The name that a block gives to the ingredients after it, or nothing."""
    block = blocks[at]
    follows = blocks[at + 1] if at + 1 < len(blocks) else Block("")
    if looks_measured(block.text):
        return ""
    stands_out = (
        block.level
        or headings.kind(block.text) == "ingredients"
        or (not block.item and follows.item and (listed or NAMES.search(block.text)))
    )
    if block.item and NAMES.match(block.text) and looks_measured(follows.text):
        return block.text.rstrip(": ")
    if stands_out and len(block.text) <= lists.LONGEST_NAME:
        return headings.subject(block.text) if headings.kind(block.text) == "ingredients" else block.text.rstrip(": ")
    return lists.heading(block.text)


def _measured_run(blocks: list[Block], kinds: list[str]) -> Part | None:
    """The longest run of lines of which most begin with an amount, where nothing says "Ingredients"."""
    start, end = max(_runs(blocks, kinds), key=lambda run: run[1] - run[0], default=(0, 0))
    if not end:
        return None
    found = [Section()]
    for at in range(start, end):
        name = _name(blocks, at, listed=False)
        if name:
            found.append(Section(name))
        else:
            found[-1].lines.append(blocks[at].text)
    return Part(start, end, lists.merged(found), blocks[start])


def _runs(blocks: list[Block], kinds: list[str]) -> Iterator[tuple[int, int]]:
    start = measured = 0
    for at, block in enumerate([*blocks, Block("")]):
        fits = at < len(blocks) and not kinds[at] and block.level != 1 and not _is_prose(block)
        if fits:
            measured += looks_measured(block.text)
            continue
        while start < at and not looks_measured(blocks[start].text) and not lists.heading(blocks[start].text):
            start += 1
        if measured >= FEWEST and measured * 2 >= at - start:
            yield start, at
        start, measured = at + 1, 0
