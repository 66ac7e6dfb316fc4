"""Recipes that somebody typed or pasted as plain text."""

import re
from dataclasses import replace

from recipes.importers import clean, headings, lists
from recipes.importers.blocks import Block
from recipes.importers.draft import Draft
from recipes.importers.facts import with_facts
from recipes.importers.outline import find_parts, looks_measured

ITEM = re.compile(r"^\s*(?:[-*•·▪▢☐]|\d{1,2}[.)])\s+\S")
MARKDOWN = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
UNDERLINE = re.compile(r"^[=\-~*_]{3,}$")

LONG_LINE = 50


def read_plain_text(text: str) -> Draft | None:
    blocks = blocks_of(text)
    if not blocks:
        return None
    titled = not headings.kind(blocks[0].text)
    ingredients, steps = find_parts(blocks[1:] if titled else blocks)
    if ingredients is None and steps is None:
        return None
    first = min(part.start for part in (ingredients, steps) if part is not None) + titled
    before = blocks[:first]
    title = blocks[0].text if titled else ""
    words = [block.text for block in before[1:] if not headings.kind(block.text)]
    draft = Draft(
        title=title.strip(" :"),
        description="\n".join(words),
        ingredients=ingredients.sections if ingredients else [],
        steps=steps.sections if steps else [],
    )
    return with_facts(draft, [block.text for block in blocks[: first + 1]])


def blocks_of(text: str) -> list[Block]:
    """A block for each line; lines of a paragraph that were only wrapped become one."""
    found: list[Block] = []
    wrapped = False
    for raw in clean.text(text).split("\n"):
        line = raw.strip()
        if not line or UNDERLINE.match(line):
            wrapped = False
            continue
        block = _block(raw, line)
        if wrapped and _continues(found[-1], block, raw):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {block.text}")
        else:
            found.append(block)
        wrapped = True
    return found


def _block(raw: str, line: str) -> Block:
    marked = MARKDOWN.match(line)
    if marked:
        return Block(clean.line(marked.group(2)), len(marked.group(1)))
    item = 1 if ITEM.match(raw) else 0
    bare = next(iter(clean.lines(line)), line)
    level = 3 if headings.kind(bare) and not item else 0
    return Block(clean.line(bare), level, 0, item)


def _continues(last: Block, block: Block, raw: str) -> bool:
    """Whether a line is the rest of the one before: it begins small, after a long line that did not end."""
    if block.level or last.level or block.list or lists.heading(block.text):
        return False
    if looks_measured(last.text) or looks_measured(block.text):
        return False
    return (
        len(last.text) > LONG_LINE
        and not last.text.endswith((".", "!", "?", ":"))
        and (raw[:1].islower() or raw[:1] == " ")
    )
