"""A way to say a wish: an expression for a whole clause, and what its parts mean."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from chat.agent.builtin.wish import Wish

Slots = dict[str, Any]
SUBJECT = (
    r"(?:(?:i|we|you|he|she|they|somebody|someone|everybody|the kids|the children|my \w+|(?-i:[A-Z][\w'-]+))"
    r"(?:'ve|'d|'ll| have| has| had)?\s+(?:(?:just|already|also|have to|had to|has to|need "
    r"to|needed to|must|should|will|want to|went and|"
    r"accidentally|finally|even|then|actually|today|yesterday|unfortunately|sadly|now)\s+)*)?(?:(?:had "
    r"to|have to|just|already|accidentally)\s+)?"
)


@dataclass(frozen=True)
class Pattern:
    """`slots` reads the match, None where it turns out to say something else."""

    kind: str
    expression: re.Pattern[str]
    slots: Callable[[re.Match[str]], Slots | None]

    def read(self, clause: str) -> Wish | None:
        found = self.expression.fullmatch(clause)
        slots = self.slots(found) if found else None
        return None if slots is None else Wish(self.kind, slots)


def pattern(kind: str, expression: str, slots: Callable[[re.Match[str]], Slots | None] | None = None) -> Pattern:
    """Blanks in `expression` are blanks of the text; without `slots` the named groups are the slots."""
    return Pattern(kind, re.compile(expression, re.IGNORECASE), slots or groups)


def groups(found: re.Match[str]) -> Slots:
    return {name: value.strip() for name, value in found.groupdict().items() if value}


def first(clause: str, patterns: Sequence[Pattern]) -> Wish | None:
    """What the first pattern that fits makes of a clause."""
    return next((wish for one in patterns if (wish := one.read(clause))), None)
