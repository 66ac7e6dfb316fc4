"""One recipe as bytes: a head, its lines, its words.

The bytes lie in the database, so what they mean changes only with FORMAT: rows of another format are packed anew when
the program starts.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import numpy as np

FORMAT = 2
LONGEST_NAME = 40
HEAD = np.dtype(
    [
        ("format", "u1"),
        ("difficulty", "u1"),
        ("lines", "<u2"),
        ("words", "<u2"),
        ("rating", "<u2"),  # hundredths, 0 for none
        ("rating_count", "<u4"),
        ("minutes", "<i4"),  # -1 for unknown
        ("created", "<i8"),  # microseconds since 1970
        ("cooked", "<i8"),  # the last time, in the same; 0 for never
        ("cooked_count", "<u4"),
        ("name", f"S{LONGEST_NAME}"),
    ]
)
LINE = np.dtype([("key", "<i8"), ("name", "<u4"), ("amount", "<f4"), ("unit", "u1"), ("flags", "u1")])
LINES_AT = HEAD.fields["lines"][1] if HEAD.fields else 0
# Of a line: it may be left out; its food stands in another line too; and has been asked for before this one.
OPTIONAL, SHARED, AGAIN = 1, 2, 4
# Which word of the tail it is: a tag, a cuisine, a course, or the name of an ingredient whose food nobody knows.
TAG, CUISINE, CATEGORY, UNKNOWN = "t", "c", "k", "n"
END = "\0"

# Numbers of units in packed lines: what is new goes to the end.
UNITS = (
    "", "mg", "g", "dag", "kg", "oz", "lb", "ml", "cl", "dl", "l", "tsp", "tbsp", "fl_oz", "cup", "pint", "quart",
    "gallon", "imp_fl_oz", "imp_pint", "imp_quart", "imp_gallon", "cm", "inch", "piece", "dozen", "tin", "jar",
    "bottle", "pack", "bag", "box", "carton", "tub", "bunch", "loaf", "bar", "block", "clove", "slice", "strip",
    "stick", "stalk", "sprig", "head", "leaf", "cube", "ball", "knob", "sheet", "handful", "pinch", "dash", "splash",
    "drop", "small", "large", "portion",
)  # fmt: skip
NUMBER_OF = {code: number for number, code in enumerate(UNITS)}


class PackedLine(NamedTuple):
    """`name` is that of a line whose food is known, shortened (keys); `amount` 0 where none is named."""

    key: int
    name: int
    amount: float
    unit: str
    is_optional: bool


@dataclass(frozen=True)
class Facts:
    """What is packed of a recipe; `words` are its tags and so on, each with the letter of what it is."""

    name_key: str
    minutes: int | None
    difficulty: int | None
    created: datetime
    rating: int
    rating_count: int
    cooked: datetime | None
    cooked_count: int
    lines: Sequence[PackedLine]
    words: Iterable[str]


def packed(facts: Facts) -> bytes:
    head = np.zeros((), HEAD)
    head["format"] = FORMAT
    head["difficulty"] = facts.difficulty or 0
    head["lines"] = len(facts.lines)
    head["rating"], head["rating_count"] = facts.rating, facts.rating_count
    head["minutes"] = -1 if facts.minutes is None else facts.minutes
    head["created"] = microseconds(facts.created)
    head["cooked"] = microseconds(facts.cooked) if facts.cooked else 0
    head["cooked_count"] = facts.cooked_count
    head["name"] = facts.name_key.encode()[:LONGEST_NAME]
    words = list(dict.fromkeys(facts.words))
    head["words"] = len(words)
    tail = "".join(word + END for word in words)
    return head.tobytes() + _lines(facts.lines).tobytes() + tail.encode()


def _lines(lines: Sequence[PackedLine]) -> np.ndarray:
    """With what they say of each other, so that whoever reads many need not compare the lines of each."""
    counted, seen = Counter(line.key for line in lines), set[int]()
    rows = []
    for line in lines:
        flags = OPTIONAL * line.is_optional + SHARED * (counted[line.key] > 1) + AGAIN * (line.key in seen)
        seen.add(line.key)
        rows.append((line.key, line.name, line.amount, NUMBER_OF.get(line.unit, 0), flags))
    return np.array(rows, LINE)


def microseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000)
