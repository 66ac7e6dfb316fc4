"""What is bought together with what. Pure: asks no database.

A basket is all that was bought on one day. That B goes with A is said where, of at least four baskets with both, they
are at least half of those with A, and where this is no chance: by Fisher's exact test (R. A. Fisher, The Design of
Experiments, 1935) as many baskets with both would come about, if neither had to do with the other, in fewer than one
case in twenty of all pairs that were looked at (C. E. Bonferroni, 1936). Two purchases by chance say nothing; neither
does what lies in every basket anyway.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import comb
from uuid import UUID

FEWEST_BOTH, SHARE, CHANCE = 4, 0.5, 0.05
# So many of what is on a list are asked for their company.
MOST_ASKED = 40

# A food, else a name.
Key = UUID | int | str
Pair = tuple[Key, Key, int, int, int]


@dataclass(frozen=True)
class Company:
    """Bought with `along` in `both` of the `of` baskets that hold that; `chance` is how likely that is by accident."""

    along: Key
    both: int
    of: int
    chance: float


def company(baskets: Mapping[Key, int], asked: Iterable[Key], count: int) -> dict[Key, Company]:
    """`baskets` has for each thing a bit for each of `count` baskets. The surest company of each, without `asked`."""
    there = dict.fromkeys(key for key in asked if key in baskets)
    others = [(key, mask, mask.bit_count()) for key, mask in baskets.items() if key not in there]
    often = [one for one in others if one[2] >= FEWEST_BOTH]
    pairs = list(_pairs(baskets, list(there)[:MOST_ASKED], often))
    found: dict[Key, Company] = {}
    for key, along, both, of, total in pairs:
        chance = by_chance(both, of, total, count)
        if chance * len(pairs) < CHANCE and (key not in found or chance < found[key].chance):
            found[key] = Company(along, both, of, chance)
    return found


def _pairs(baskets: Mapping[Key, int], asked: list[Key], often: list[tuple[Key, int, int]]) -> Iterable[Pair]:
    """Those with enough baskets of both to be worth a test."""
    for along in asked:
        mask = baskets[along]
        of = mask.bit_count()
        for key, other, total in often:
            both = (mask & other).bit_count()
            if both >= FEWEST_BOTH and both >= SHARE * of:
                yield key, along, both, of, total


def by_chance(both: int, of: int, total: int, count: int) -> float:
    """How likely at least `both` of the `of` baskets hold something that lies in `total` of all `count`."""
    ways = sum(comb(total, n) * comb(count - total, of - n) for n in range(both, min(of, total) + 1))
    return ways / comb(count, of)
