"""How much what a clause is made of speaks for each wish: naive Bayes over the examples, each wish against all others.

Each feature adds the logarithm of how much oftener the examples of a wish have it than all others do (smoothed; see
Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008, chapter 13.3, the Bernoulli counts). It can
be read: what a word says for a wish is one number from counted examples.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache, lru_cache

from chat.agent.builtin.understanding.likeness.examples import Example, examples
from chat.agent.builtin.understanding.likeness.tagging import features, of_example

SMOOTH = 0.01
# What few examples have says less: a feature of so many counts half.
FEW = 2
# A way to go on from what was said counts as often as so many others.
GOING_ON = 2


class Counts:
    """How many examples each wish has, and how many of them have each feature."""

    def __init__(self, fitting: Callable[[Example], int]) -> None:
        self.size: Counter[str] = Counter()
        self.of_kind: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.of_all: Counter[str] = Counter()
        for one, told in zip(examples(), _features(), strict=True):
            for _time in range(fitting(one)):
                self.size[one.kind] += 1
                self.of_kind[one.kind].update(told)
                self.of_all.update(told)


@cache
def _features() -> tuple[frozenset[str], ...]:
    return tuple(features(of_example(one.items)) for one in examples())


@cache
def anytime() -> Counts:
    """Of what may be said at any time."""
    return Counts(lambda one: 0 if one.after else 1)


@cache
def going_on(before: str) -> Counts:
    """Of what only goes on from the wish `before`."""
    return Counts(lambda one: GOING_ON if before in one.after else 0)


@lru_cache(maxsize=4096)
def weights(feature: str, before: str) -> dict[str, float]:
    """What a feature says for each wish; nothing where no example has it."""
    base, then = anytime(), going_on(before)
    have = base.of_all[feature] + then.of_all[feature]
    every = base.size.total() + then.size.total()
    found = {}
    for kind in base.size if have else ():
        size = base.size[kind] + then.size[kind]
        ours = base.of_kind[kind][feature] + then.of_kind[kind][feature]
        among_ours = math.log((ours + SMOOTH) / (size + 2 * SMOOTH))
        among_others = math.log((have - ours + SMOOTH) / (every - size + 2 * SMOOTH))
        found[kind] = (among_ours - among_others) * have / (have + FEW)
    return found


def weigh(told: frozenset[str], before: str) -> list[tuple[float, str]]:
    """Each wish with what speaks for it, the heaviest first."""
    sums = dict.fromkeys(anytime().size, 0.0)
    for feature in told:
        for kind, weight in weights(feature, before).items():
            sums[kind] += weight
    return sorted(((weight, kind) for kind, weight in sums.items()), reverse=True)
