"""From the words of one name to the food that has it: exactly, without what does not matter, or spelled right."""

from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz, process

from pantry.catalogue import FoodFacts
from pantry.matching.index import SHORTEST, long_words, names, names_run_together, vocabulary
from pantry.matching.words import DROPPED, GROWN, NO_SLIPS, SORTS, is_figure, needless_word

EXACT = 1.0
# For each word that was left out; so many are tried in every combination, more are left out all together.
LEFT_OUT, MOST_TRIED = 0.02, 7
FEW_LEFT = 0.82
TOGETHER, SORT = 0.93, 0.88
SLIP, LIKE, FARTHEST = 0.85, 84, 2


class Found(NamedTuple):
    food: FoodFacts
    confidence: float


def find(words: list[str]) -> Found | None:
    """The food of these words, if nothing that is left over could change it."""
    if not words:
        return None
    return without_needless(words) or run_together(words) or twice(words) or sort_of(words) or corrected(words)


def without_needless(words: list[str]) -> Found | None:
    """The longest name that is left when words like "fresh" or "chopped" are taken out, and no others."""
    known = names()
    if food := known.get(" ".join(words)):
        return Found(food, EXACT)
    needless = [place for place, word in enumerate(words) if needless_word(word)]
    counts = range(1, len(needless) + 1) if len(needless) <= MOST_TRIED else (len(needless),)
    for count in counts:
        for out in combinations(needless, count):
            if food := known.get(" ".join(word for place, word in enumerate(words) if place not in out)):
                return Found(food, max(FEW_LEFT, EXACT - LEFT_OUT * count))
    return None


def run_together(words: list[str]) -> Found | None:
    """Written with a space more or less: "pinenuts", "butter nut squash"."""
    kept = [word for word in words if word not in DROPPED]
    for some in (words, kept):
        if key := names_run_together().get("".join(some)):
            return Found(names()[key], TOGETHER)
    return None


def twice(words: list[str]) -> Found | None:
    """Two names of one food, one after the other: "jalapeno chilli pepper", "cavolo nero kale"."""
    known = names()
    for place in range(1, len(words)):
        food = known.get(" ".join(words[:place]))
        if food and food is known.get(" ".join(words[place:])):
            return Found(food, TOGETHER)
    return None


def sort_of(words: list[str]) -> Found | None:
    """A fruit, vegetable or herb of a colour or an origin that the catalogue does not tell apart."""
    kept = [word for word in words if word not in SORTS]
    if not kept or len(kept) == len(words) or not (found := without_needless(kept)):
        return None
    return Found(found.food, found.confidence * SORT) if found.food.category in GROWN else None


def corrected(words: list[str]) -> Found | None:
    """With each unknown word replaced by the known one that it almost is."""
    known = vocabulary()
    likeness, right = 100.0, []
    for word in words:
        if word in known or is_figure(word):
            right.append(word)
            continue
        near = process.extractOne(word, long_words().get(word[0], ()), scorer=fuzz.ratio, score_cutoff=LIKE)
        if near is None or not could_slip(word, near[0]):
            return None
        right.append(near[0])
        likeness = min(likeness, near[1])
    if likeness == 100.0 or not (found := without_needless(right)):  # noqa: PLR2004 - a percentage
        return None
    return Found(found.food, found.confidence * SLIP * likeness / 100)


def could_slip(word: str, known: str) -> bool:
    """Not in a short word; and "juicer", "buttery", "pepperoncini" are words of their own."""
    longer = word.removeprefix(known) if word.startswith(known) else ""
    own = longer and longer != known[-1]
    return len(word) >= SHORTEST and abs(len(word) - len(known)) <= FARTHEST and not own and word not in NO_SLIPS
