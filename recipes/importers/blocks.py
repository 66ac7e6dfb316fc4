"""A text as the blocks that a reader sees, whatever it was written in."""

from dataclasses import dataclass

BOLD_HEADING = 7


@dataclass(frozen=True)
class Block:
    """`level` is of a heading, 7 where bold print only looks like one, 0 of anything else; `item` and `list` say
    within which item of which list it stands, 0 is in none.
    """

    text: str
    level: int = 0
    item: int = 0
    list: int = 0


def joined(blocks: list[Block]) -> list[Block]:
    """The paragraphs of one item as one block."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last is not None and block.item and block.item == last.item and not block.level and not last.level:
            found[-1] = Block(f"{last.text} {block.text}", 0, last.item, last.list)
        else:
            found.append(block)
    return found
