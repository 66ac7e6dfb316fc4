"""Pages without mark-up, by what stands on them."""

from dataclasses import replace

from recipes.importers.blocks import Block
from recipes.importers.draft import Draft
from recipes.importers.facts import with_facts
from recipes.importers.outline import find_parts
from recipes.importers.pages.blocks import read_blocks
from recipes.importers.pages.document import Document

BEFORE = 40


def read_plain(document: Document) -> Draft | None:
    blocks = read_blocks(document.root)
    ingredients, steps = find_parts(blocks)
    if ingredients is None and steps is None:
        return None
    draft = replace(
        document.head(),
        ingredients=ingredients.sections if ingredients else [],
        steps=steps.sections if steps else [],
    )
    starts = [part.start for part in (ingredients, steps) if part is not None]
    return with_facts(draft, [block.text for block in _around(blocks, min(starts), max(starts))])


def _around(blocks: list[Block], first: int, last: int) -> list[Block]:
    return blocks[max(0, first - BEFORE) : last + 1]
