"""In which recipes a word stands, as bytes: two for each recipe, in blocks of BLOCK recipes.

The twelve high bits are the place of the recipe in its block. Then two bits that say how long its name is, and two
for the best part of the recipe that has the word.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

import numpy as np

BLOCK = 4096
LONGEST_NAME = 4  # names of so many words and more are told alike


class Part(IntEnum):
    """Of a recipe, the best first. TAGS are also cuisine and course; REST is everything else that is written."""

    NAME = 0
    TAGS = 1
    INGREDIENTS = 2
    REST = 3


Words = dict[str, Part]
Parts = Sequence[Iterable[str]]


def words_of(parts: Parts) -> Words:
    """Each word with the best part that has it; `parts` are in the order of Part."""
    found: Words = {}
    for part, words in zip(Part, parts, strict=True):
        for word in words:
            found.setdefault(word, part)
    return found


def packed(recipes: dict[int, Words]) -> dict[tuple[str, int], bytes]:
    """The postings of recipes by their numbers, for each word and block."""
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, words in recipes.items():
        block, place = divmod(number, BLOCK)
        length = min(list(words.values()).count(Part.NAME), LONGEST_NAME) - 1
        head = place << 4 | max(length, 0) << 2
        for word, part in words.items():
            found[word, block].append(head | part)
    return {place: np.array(codes, "<u2").tobytes() for place, codes in found.items()}


def unpacked(rows: Sequence[tuple[int, Any]]) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of recipes, and for each the four bits: length of the name less one, part. `rows`: block, bytes."""
    places = [bytes(data) for _block, data in rows]
    codes = np.frombuffer(b"".join(places), "<u2").astype(np.int32)
    starts = np.array([block * BLOCK for block, _data in rows], np.int32)
    return np.repeat(starts, [len(one) // 2 for one in places]) + (codes >> 4), (codes & 15).astype(np.uint8)
