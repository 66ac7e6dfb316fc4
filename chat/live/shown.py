"""What a page at a conversation shows, and what of a text that grows is new on it."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID


@dataclass
class Screen:
    """`first` and `last` are the numbers of the messages at the ends of the page, `runs` how far each run is shown.

    `blocks` are those of the answer of each run as they stand there, `thoughts` those of what was thought before.
    """

    conversation: UUID
    first: int = 0
    last: int = 0
    title: str | None = None
    runs: dict[str, int] = field(default_factory=dict)
    blocks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    thoughts: dict[str, tuple[str, ...]] = field(default_factory=dict)


def tail(id: str, shown: tuple[str, ...], now: tuple[str, ...]) -> dict[str, Any]:
    """Only the blocks that are not on the screen as they are now."""
    keep = next((at for at, (one, other) in enumerate(zip(shown, now, strict=False)) if one != other), None)
    keep = min(len(shown), len(now)) if keep is None else keep
    return {"id": id, "keep": keep, "html": "".join(now[keep:])}
