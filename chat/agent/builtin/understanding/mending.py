"""Slips of the keyboard in the words that make a wish; names of foods and dishes are left to the tools."""

import re

from rapidfuzz.distance import OSA

TEXT = """
    what which where when cook make tonight dinner lunch breakfast recipe recipes without ingredients missing shopping
    list pantry fridge freezer threw throw away bought finished used expires expire split between how long keep
    convert grams cups suggest something quick vegetarian vegan remove people minutes show open need have there
    anything help
"""
WORDS = frozenset(TEXT.split())
WORD = re.compile(r"[^\W\d_]+")
LEAST = 4


def mended(clause: str) -> str:
    """One letter wrong, missing, doubled or swapped with its neighbour."""
    return WORD.sub(lambda found: _mend(found.group()), clause)


def _mend(word: str) -> str:
    lower = word.casefold()
    if len(lower) < LEAST or lower in WORDS:
        return word
    near = [known for known in WORDS if len(known) >= LEAST and OSA.distance(lower, known, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else word
