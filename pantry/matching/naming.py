"""From the words of one name to the food that has it: exactly, without what does not matter, or spelled right."""

import re
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pantry.catalogue import FoodFacts
from pantry.matching.index import SHORTEST, first_names, long_words, names, names_run_together, ordinary, vocabulary
from pantry.matching.words import (
    BAKED_IN,
    DROPPED,
    GROWN,
    IN_POTS,
    NO_FOOD_NAMES,
    SORTS,
    SORTS_OF,
    TASTED,
    VESSELS,
    is_figure,
    needless_word,
)

EXACT = 1.0
# For each word that was left out; so many are tried in every combination, more are left out all together.
LEFT_OUT, MOST_TRIED = 0.02, 7
FEW_LEFT = 0.82
TOGETHER, SORT, TASTE = 0.93, 0.88, 0.85
SLIP, LONG, FARTHEST = 0.85, 8, 2

# At the end of a name they are another thing than what grew or ran: a banana leaf, beef bones.
LEFT_OF = {
    "leaf": ("fruit",), "blossom": ("fruit",), "fat": ("meat",), "feet": ("meat",), "shell": ("fish",),
    "bone": ("meat", "fish"), "skin": ("fruit", "meat", "fish"),
}  # fmt: skip

# A letter too many at the end is a slip; with others a word of its own is made: "juicer", "buttery".
DOUBTFUL_ENDS = "kehtp"
DOUBLED = re.compile(r"(.)\1")


class Found(NamedTuple):
    food: FoodFacts
    confidence: float


def find(words: list[str]) -> Found | None:
    """The food of these words, if nothing that is left over could change it."""
    if not words or holds(words) or is_left(words):
        return None
    return (
        without_needless(words)
        or run_together(words)
        or twice(words)
        or sort_of(words)
        or tasting_of(words)
        or corrected(words)
    )


def holds(words: list[str]) -> bool:
    """Whether it is what food is put into: "egg cup", unless such a name is known ("ice cream cup")."""
    name = " ".join(words)
    if len(words) == 1 or words[-1] not in VESSELS or name in names():
        return name in NO_FOOD_NAMES
    return words[-1] != "tin" or words[-2] in BAKED_IN


def is_left(words: list[str]) -> bool:
    """Whether it is a part that nobody eats for the whole: the leaf of a banana, the fat of a chicken."""
    if len(words) == 1 or words[-1] not in LEFT_OF or " ".join(words[-2:]) in names():
        return False
    whole = names().get(words[-2])
    return whole is not None and whole.category in LEFT_OF[words[-1]]


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
    """A fruit, vegetable or herb of a colour or an origin that the catalogue does not tell apart, and its like."""
    for sorts, aisles in ((SORTS - {"sweet"}, GROWN), (SORTS, GROWN), (IN_POTS, ("herbs",))):
        kept = [word for word in words if word not in sorts]
        if kept and len(kept) < len(words) and (found := without_needless(kept)) and found.food.category in aisles:
            return Found(found.food, found.confidence * SORT)
    kept = [word for word in words if word not in SORTS_OF]
    if not kept or len(kept) == len(words) or words[-1] not in kept or not (found := without_needless(kept)):
        return None
    told = all(word in kept or found.food.name in SORTS_OF[word] for word in words)
    return Found(found.food, found.confidence * SORT) if told else None


def tasting_of(words: list[str]) -> Found | None:
    """Yogurt, jam and their like with the fruit that they taste of."""
    made, aisles = TASTED.get(words[-1], ("", ()))
    food = names().get(made) if len(words) > 1 else None
    taste = without_needless(words[:-1]) if food else None
    return Found(food, taste.confidence * TASTE) if food and taste and taste.food.category in aisles else None


def corrected(words: list[str]) -> Found | None:
    """With each unknown word replaced by the known one that it almost is."""
    known = vocabulary()
    likeness, right = 100.0, []
    for word in words:
        if word in known or is_figure(word):
            right.append(word)
            continue
        near = nearest(word) or without_its_s(word)
        if near is None:
            return None
        right.append(near[0])
        likeness = min(likeness, near[1])
    if likeness == 100.0 or not (found := without_needless(right)):  # noqa: PLR2004 - a percentage
        return None
    return Found(found.food, found.confidence * SLIP * likeness / 100)


@lru_cache(maxsize=8_192)
def nearest(word: str) -> tuple[str, float] | None:
    """The known word that this one almost is, and how like: one letter more, less, other or in another place, in a
    long word two. Two that are as near leave it open.
    """
    if len(word) < SHORTEST or word in ordinary():
        return short_of_one(word)
    among = long_words().get(word[0], ())
    if alike := [one for one in among if single(one) == single(word)]:
        return alike[0], 100.0 - len(word)
    farthest = 1 if len(word) < LONG else FARTHEST
    near = process.extract(word, among, scorer=OSA.distance, score_cutoff=farthest, limit=2)
    near = [one for one in near if could_slip(word, one[0])]
    if len(near) > 1 and near[0][1] == near[1][1]:
        near = [one for one in near if one[1] == near[0][1]]
        near = [one for one in near if single(one[0]) == single(word)] or [
            one for one in near if one[0] in first_names()
        ]
    if not near or (len(near) > 1 and near[0][1] == near[1][1]):
        return None
    return near[0][0], 100 * (1 - near[0][1] / (2 * len(word)))


def without_its_s(word: str) -> tuple[str, float] | None:
    """A word that ends in "s" and was taken for a plural: "couscos"."""
    near = None if word in ordinary() or len(word) <= SHORTEST else nearest(f"{word}s")
    return near if near and near[0].endswith("s") else None


def short_of_one(word: str) -> tuple[str, float] | None:
    """For a word of four letters, the one that it is without a letter inside: "bacn", "tyme"."""
    if len(word) != SHORTEST - 1 or word in ordinary():
        return None
    near = {
        one
        for one in long_words().get(word[0], ())
        if len(one) == SHORTEST and one[-1] == word[-1] and OSA.distance(word, one, score_cutoff=1) == 1
    }
    return (near.pop(), 100.0 - len(word)) if len(near) == 1 else None


def single(word: str) -> str:
    """With one letter for two that are the same: "carot" is "carrot" before it is "carob"."""
    return DOUBLED.sub(r"\1", word)


def could_slip(word: str, known: str) -> bool:
    """Not where more was put to a word: "juicer", "buttery", "pepperoncini" are words of their own."""
    longer = word.removeprefix(known) if word.startswith(known) else ""
    return not longer or longer == known[-1] or (len(longer) == 1 and longer in DOUBTFUL_ENDS)
