"""What a clause wants, by thousands of examples of what people say. Readable data, two plain measures, no network.

Which wish: what the clause is made of is counted among the examples (`evidence`). What its slots are: the examples of
that wish are laid beside the clause word by word (`aligning`), and what stands where the nearest has a slot fills it.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nlargest

from chat.agent.builtin.understanding.likeness.aligning import Fit, align
from chat.agent.builtin.understanding.likeness.evidence import weigh
from chat.agent.builtin.understanding.likeness.examples import Example, examples, weights
from chat.agent.builtin.understanding.likeness.filling import filled
from chat.agent.builtin.understanding.likeness.grounding import grounded
from chat.agent.builtin.understanding.likeness.spans import Clause
from chat.agent.builtin.understanding.likeness.tagging import features, of_example, tagged
from chat.agent.builtin.wish import Wish

# How many examples of a wish are laid beside a clause: those with the most weight of shared words.
LAID = 20
LONGEST = 40
NEAREST = 3
# How sure it is where an example says just the same, in so many words at least (with the signs of both ends).
SAID_SO, FEWEST = 20.0, 4


@dataclass(frozen=True)
class Likely:
    """`ahead` is how much more speaks for it than for the next. Of unseen requests that were ahead by 12 and more one
    in twenty-five was wrong, by 9 one in eight, by less every other (docs/benchmarks.md).
    """

    wish: Wish
    ahead: float


@lru_cache(maxsize=512)
def likely(text: str, before: str = "") -> tuple[Likely, ...]:
    """What the clause most likely wants, then the next; `before` is the kind that was answered last."""
    clause = Clause(text)
    if not 0 < len(clause.tokens) <= LONGEST:
        return ()
    tags = tagged(text)
    if (said := _said_so(tags, before)) and (wish := _slotted(clause, said, before)):
        return (Likely(wish, SAID_SO),)
    weighed = weigh(features(tags), before)
    found = []
    for at, (weight, kind) in enumerate(weighed[:NEAREST]):
        if wish := _slotted(clause, kind, before):
            found.append(Likely(wish, weight - weighed[at + 1][0]))
    return tuple(found)


def _said_so(tags: list[str], before: str) -> str:
    """The wish of the example that says just the same, where all that say so want one thing."""
    kinds = {one.kind for one in _by_tags().get(_key(tags), ()) if not one.after or before in one.after}
    return kinds.pop() if len(kinds) == 1 and len(tags) >= FEWEST else ""


def _key(tags: list[str]) -> tuple[str, ...]:
    return tuple("{what}" if tag == "{things}" else tag for tag in tags)


@cache
def _by_tags() -> dict[tuple[str, ...], list[Example]]:
    found = defaultdict(list)
    for one in examples():
        found[_key(of_example(one.items))].append(one)
    return found


def _slotted(clause: Clause, kind: str, before: str) -> Wish | None:
    """With what the nearest of its examples finds in the clause."""
    fits = [(align(one, clause), one) for one in _laid(clause, kind, before)]
    for fit, one in sorted(fits, key=lambda pair: -pair[0].likeness):
        if wish := filled(one, dict(fit.slots), clause.text):
            return grounded(wish, clause.text)
    return None


def _laid(clause: Clause, kind: str, before: str) -> list[Example]:
    stems, known = {token.stem for token in clause.tokens}, weights()
    fitting = [one for one in _of_kind()[kind] if not one.after or before in one.after]

    def shared(one: Example) -> float:
        return sum(known[item.word] for item in one.items if item.word in stems)

    return nlargest(LAID, fitting, key=shared)


@cache
def _of_kind() -> dict[str, list[Example]]:
    found = defaultdict(list)
    for one in examples():
        found[one.kind].append(one)
    return found


__all__ = ["Fit", "Likely", "likely"]
