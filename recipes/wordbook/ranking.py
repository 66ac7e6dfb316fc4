"""How well recipes fit the words that were asked for, for all recipes at once.

The marks of one word in a recipe, the lower the better: 0 to 3 for a whole word of a name (of one word, two, three,
more), then the beginning of a word of the name, tags, ingredients, the rest.
"""

from collections.abc import Sequence

import numpy as np

from recipes.wordbook.postings import Part

BEGINS, TAGS, INGREDIENTS, REST, NOWHERE = 4, 5, 6, 7, 255
# Marks by the four bits of a posting, for a word that is there whole and for one that is only its beginning.
WHOLE = np.array([bits >> 2 if bits & 3 == Part.NAME else (bits & 3) + BEGINS for bits in range(16)], np.uint8)
BEGINNING = np.array([BEGINS if bits & 3 == Part.NAME else (bits & 3) + BEGINS for bits in range(16)], np.uint8)


def marks(size: int, numbers: np.ndarray, bits: np.ndarray, *, is_whole: bool) -> np.ndarray:
    """The mark of each of `size` recipes."""
    given = (WHOLE if is_whole else BEGINNING)[bits]
    found = np.full(size, NOWHERE, np.uint8)
    for mark in np.flatnonzero(np.bincount(given, minlength=NOWHERE))[::-1]:
        found[numbers[given == mark]] = mark
    return found


def levels(words: Sequence[np.ndarray]) -> np.ndarray:
    """From the marks of all words, how well each recipe fits; 0 is best, NOWHERE where a word is missing.

    Of those where a word stands no better than in the ingredients, or in the rest, the ones come first that have
    another in their name.
    """
    worst, best = words[0], words[0]
    for one in words[1:]:
        worst, best = np.maximum(worst, one), np.minimum(best, one)
    is_far = (worst >= INGREDIENTS) & (worst != NOWHERE)
    found = worst.copy()
    found[is_far] = INGREDIENTS + 2 * (worst[is_far] - INGREDIENTS) + (best[is_far] > BEGINS)
    return found
