"""What a name with a brand in it means."""

from pantry.matching.brands import find_brand
from pantry.matching.index import spelled
from pantry.matching.naming import EXACT, Found, find
from pantry.matching.phrases import says_nothing
from pantry.matching.words import needless_word

ALONE, BESIDE, VARIETY, MOSTLY = 0.9, 0.95, 0.85, 0.6
MOST_BRANDS = 2


def branded(words: list[str]) -> Found | None:
    """What the other words name; where they name nothing or only a taste, what the brand stands for."""
    known = None
    for _turn in range(MOST_BRANDS):
        if not (found := find_brand(words)):
            break
        known = found.brand if known is None or known.food is None else known
        words = words[: found.start] + words[found.end :]
    if known is None:
        return None
    food, named = known.food, None if says_nothing(words) else find(words)
    if food and (says_nothing(words) or {word for word in words if not needless_word(word)} <= {*spelled(food.name)}):
        return Found(food, EXACT * ALONE)
    if named and not (known.always and food and food.category != named.food.category):
        return Found(named.food, named.confidence * BESIDE)
    if food is None:
        return None
    if sort := find([*words, spelled(food.name)[-1]]):
        return Found(sort.food, sort.confidence * VARIETY)
    return Found(food, VARIETY if known.always else MOSTLY)
