"""An example laid beside a clause, word by word, so that as little as possible is left over on either side."""

from dataclasses import dataclass

from chat.agent.builtin.understanding.likeness.examples import LEAST, Example, weights
from chat.agent.builtin.understanding.likeness.spans import Clause

# What a slot of the example costs that nothing fills.
EMPTY = 2.5


@dataclass(frozen=True)
class Fit:
    """`likeness` is what agrees less what is left over; `slots` as they were said."""

    likeness: float
    slots: tuple[tuple[str, str], ...]


Cell = tuple[float, tuple[tuple[str, str], ...]]


def align(example: Example, clause: Clause) -> Fit:
    """Edit distance with slots that take in whole spans, after Needleman and Wunsch (1970)."""
    tokens, items = clause.tokens, example.items
    known = weights()
    width = len(tokens)
    rows: list[list[Cell | None]] = [[None] * (width + 1) for _ in range(len(items) + 1)]
    rows[0][0] = (0.0, ())
    for at in range(len(items) + 1):
        item = items[at] if at < len(items) else None
        row = rows[at]
        for place in range(width + 1):
            cell = row[place]
            if cell is None:
                continue
            score, slots = cell
            if place < width:
                _offer(row, place + 1, score - tokens[place].weight, slots)
            if item is None:
                continue
            below = rows[at + 1]
            if item.word:
                weight = known.get(item.word, LEAST)
                _offer(below, place, score - weight * 0.8, slots)
                if place < width and tokens[place].stem == item.word:
                    _offer(below, place + 1, score + weight, slots)
                continue
            _offer(below, place, score - EMPTY, slots)
            if place < width:
                for span in clause.spans(item.slot, place):
                    _offer(below, span.end, score + span.fit, (*slots, (item.slot, span.value)))
    score, slots = rows[-1][width] or (0.0, ())
    return Fit(score, slots)


def _offer(row: list[Cell | None], place: int, score: float, slots: tuple[tuple[str, str], ...]) -> None:
    cell = row[place]
    if cell is None or score > cell[0]:
        row[place] = (score, slots)
