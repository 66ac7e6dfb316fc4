"""Finds the steps among the blocks: below their heading, or as the sentences after the ingredients."""

import re

from recipes.importers import headings, lists
from recipes.importers.blocks import BOLD_HEADING, Block
from recipes.importers.draft import Section
from recipes.importers.outline.part import LONGEST_PART, MOST_HEADINGS, NO_HEADING, Part

COUNTED = re.compile(r"^(\d{1,2})(?:[.):]\s*|\s+)(?=\D)")
NOTE = re.compile(r"^\W*(?:notes?|tips?|hinweis|tipp|nota|note)\s*:", re.IGNORECASE)
SENTENCE = 25
ENOUGH = 400


def find_steps(blocks: list[Block], kinds: list[str], ingredients: Part | None) -> Part | None:
    headed = [at for at, kind in enumerate(kinds) if kind == "steps"][:MOST_HEADINGS]
    found = [_below(blocks, kinds, at, blocks[at].level or NO_HEADING) for at in headed]
    kept = [part for part in found if sum(map(len, part.lines())) >= SENTENCE or part.lines()[1:]]
    after = [part for part in kept if ingredients is not None and part.start >= ingredients.start]
    best = max(after or kept, key=lambda part: min(sum(map(len, part.lines())), ENOUGH), default=None)
    if best is None and ingredients is not None:
        best = _after(blocks, kinds, ingredients.end)
    return best if best is not None and best.sections else None


def _below(blocks: list[Block], kinds: list[str], at: int, level: int) -> Part:
    end = at + 1
    while end < min(len(blocks), at + LONGEST_PART) and (
        _is_next(blocks, kinds, at, end) or not _ends(blocks[end], kinds[end], level)
    ):
        end += 1
    sections = _sections(blocks[at + 1 : end])
    if len(sections) > 1 and not sections[0].name:
        sections[0].name = headings.subject(blocks[at].text)
    return Part(at, end, sections, blocks[at])


def _is_next(blocks: list[Block], kinds: list[str], at: int, end: int) -> bool:
    """Whether steps for something else begin: "Method for the sauce" after "Method for the dough"."""
    subject = headings.subject(blocks[at].text)
    return (
        bool(subject)
        and kinds[end] == "steps"
        and 0 < blocks[end].level == blocks[at].level != 1
        and _says_more(blocks, at, end)
    )


def _says_more(blocks: list[Block], at: int, end: int) -> bool:
    follows = blocks[end + 1] if end + 1 < len(blocks) else Block("")
    return blocks[end].text != blocks[at].text and bool(headings.subject(blocks[end].text) or follows.level)


def _ends(block: Block, kind: str, level: int) -> bool:
    if kind in {"ingredients", "end"} or (kind == "steps" and block.level and block.level <= level):
        return True
    if NOTE.match(block.text):
        return True
    if not block.level or headings.STEP.match(block.text):
        return False
    return block.level == 1 or block.level < level or (block.level == level and level < BOLD_HEADING)


def _after(blocks: list[Block], kinds: list[str], at: int) -> Part | None:
    """Without a heading of their own: sentences, with short names between them, up to what is neither."""
    end = at
    while (
        end < min(len(blocks), at + LONGEST_PART) and kinds[end] in {"", "facts"} and not NOTE.match(blocks[end].text)
    ):
        block = blocks[end]
        follows = blocks[end + 1] if end + 1 < len(blocks) else Block("")
        if block.level == 1 or (block.level and (follows.level or len(follows.text) < SENTENCE)):
            break
        if not block.level and len(block.text) < SENTENCE and len(follows.text) < SENTENCE and end > at:
            break
        end += 1
    if end == at:
        return None
    return Part(at, end, _sections(blocks[at:end]), blocks[at])


def _sections(inside: list[Block]) -> list[Section]:
    """Items of lists where they are most of the text, with the headings between them; or else every line."""
    letters = sum(len(block.text) for block in inside)
    listed = sum(len(block.text) for block in inside if block.item and not block.level)
    found = [Section()]
    for block in _counted(inside):
        if block.level and (headings.STEP.fullmatch(block.text.strip()) or block.text.strip(" .:)").isdecimal()):
            continue
        if block.level:
            found.append(Section(_name(block)))
        elif block.item or listed * 2 < letters:
            name = lists.heading(block.text)
            found.append(Section(name)) if name else found[-1].lines.append(headings.STEP.sub("", block.text))
    return lists.merged(found)


def _name(block: Block) -> str:
    bare = headings.STEP.sub("", block.text).rstrip(": ")
    return headings.subject(bare) if headings.kind(bare) == "steps" else bare


def _counted(inside: list[Block]) -> list[Block]:
    """Where a page counts its steps 1, 2, 3 and then goes on talking, only what is counted."""
    numbers = [int(found.group(1)) if (found := COUNTED.match(block.text)) else 0 for block in inside]
    if numbers[:2] != [1, 2] or not all(COUNTED.match(block.text) for block in inside[:2]):
        return inside
    kept = [block for block, number in zip(inside, numbers, strict=True) if number]
    in_order = [int(COUNTED.match(block.text).group(1)) for block in kept] == list(range(1, len(kept) + 1))  # type: ignore[union-attr]
    if not in_order:
        return inside
    return [Block(COUNTED.sub("", block.text), block.level, block.item, block.list) for block in kept]
