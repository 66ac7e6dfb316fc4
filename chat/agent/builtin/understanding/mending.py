"""Slips of the keyboard in the words that make a wish; what is the name of a food is left alone."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from chat.agent.builtin.lexicon import phrases
from pantry.matching.index import key_of, names, ordinary, vocabulary

WORDS = frozenset(word for line in phrases("words") for word in line.split())
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
# From how many letters on one slip is mended, and from how many two.
LEAST, LONG = 4, 8
# Right words that are one letter from one of ours.
RIGHT = frozenset(phrases("right"))


def mended(clause: str) -> str:
    """A letter wrong, missing, doubled or swapped with its neighbour; in a long word two."""
    return WORD.sub(lambda found: _mend(found.group()), clause)


def _mend(word: str) -> str:
    lower = word.casefold()
    if len(lower) < LEAST or lower in WORDS or lower in RIGHT or lower.removesuffix("s") in WORDS:
        return word
    if word[:1].isupper() or lower in vocabulary() or lower in ordinary() or _is_food(lower):
        return word
    return nearest(lower) or word


@lru_cache(maxsize=2048)
def nearest(word: str) -> str:
    """The one known word that is so near; "" where there is none or it could be two."""
    most = 2 if len(word) >= LONG else 1
    begins = [known for known in WORDS if len(known) >= LEAST and (known[0] == word[0] or known[:2] == word[1::-1])]
    scored = [(OSA.distance(word, known, score_cutoff=most), known) for known in begins]
    found = sorted((score, known) for score, known in scored if score <= most)
    if not found or (len(found) > 1 and found[0][0] == found[1][0] and found[0][1][0] == found[1][1][0]):
        return ""
    first = [known for score, known in found if score == found[0][0] and known[0] == word[0]]
    return first[0] if first else found[0][1]


def _is_food(word: str) -> bool:
    return key_of(word) in names()
