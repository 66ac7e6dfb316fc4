"""The words that somebody may have meant by one that stands nowhere."""

from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA

# A shorter word is taken as it is; in one of LONG letters two may be wrong.
SHORTEST, LONG = 4, 6
MOST = 6


def nearest(word: str, known: Collection[str], *, begins: bool = False) -> list[str]:
    """The words that are as near as any, the alike beginnings first. `begins`: it may be the beginning of one."""
    farthest = 0 if len(word) < SHORTEST else 1 if len(word) < LONG else 2
    if not farthest:
        return []
    found = near(word, known, farthest)
    if not found and begins:
        longer = {one[: len(word)]: one for one in sorted(known, key=len, reverse=True) if len(one) > len(word)}
        found = [(longer[beginning], distance) for beginning, distance in near(word, longer, farthest)]
    best = min((distance for _word, distance in found), default=0)
    alike = [one for one, distance in found if distance == best]
    return sorted(alike, key=lambda one: (one[0] != word[0], one[:2] != word[:2], one))[:MOST]


def near(word: str, among: Collection[str], farthest: int) -> list[tuple[str, int]]:
    found = process.extract(word, list(among), scorer=OSA.distance, score_cutoff=farthest, limit=4 * MOST)
    return [(one, int(distance)) for one, distance, _place in found]
