"""From what people wrote to a food of the catalogue. What is not certain enough is offered, never taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from pantry.catalogue import FoodFacts
from pantry.matching.abroad import abroad
from pantry.matching.branded import branded
from pantry.matching.index import alike, key_of, names
from pantry.matching.naming import EXACT, Found, find, without_needless
from pantry.matching.phrases import AND, OR, orders, says_nothing, segments, without_tail, words_of

THRESHOLD = 0.7
# How sure a reading is that had to choose, next to one that had not.
TURNED, FIRST_OF_TWO, LAST_OF_TWO, TWO_FOODS, WITH_MORE, HEAD_ONLY, ALIKE = 0.95, 0.78, 0.66, 0.6, 0.65, 0.5, 0.6
FOREIGN = 0.9
OFFERED, ALIKE_ENOUGH = 3, 72


@dataclass(frozen=True)
class Match:
    """`confidence` is between 0 and 1, and for no food 0. `alternatives`: what it may be as well, or instead."""

    food: FoodFacts | None
    confidence: float = 0.0
    alternatives: tuple[tuple[FoodFacts, float], ...] = ()


@lru_cache(maxsize=65_536)
def match(text: str) -> Match:
    """The food that this name means. Below THRESHOLD there is none, but alternatives to choose from."""
    if food := names().get(key_of(text)):
        return Match(food, EXACT)
    if food := abroad(next(iter(segments(text)), "")):
        return Match(food, FOREIGN)
    found = list(readings(text))
    best = max(found, key=lambda one: one.confidence, default=None)
    if best is None:
        return Match(None, 0.0, offered(guesses(text)))
    if best.confidence < THRESHOLD:
        return Match(None, 0.0, offered(found))
    others = (one for one in found if one.food is not best.food)
    return Match(best.food, round(best.confidence, 2), offered(others))


def offered(found: Iterator[Found] | list[Found]) -> tuple[tuple[FoodFacts, float], ...]:
    """The best few, each food once."""
    best: dict[object, Found] = {}
    for one in sorted(found, key=lambda one: -one.confidence):
        best.setdefault(one.food.id, one)
    return tuple((one.food, round(one.confidence, 2)) for one in list(best.values())[:OFFERED])


def readings(text: str) -> Iterator[Found]:
    """Every way to read it that leads to a food."""
    parts = segments(text)
    if not parts:
        return
    if found := branded(words_of(parts[0])):
        yield found
        if found.confidence >= THRESHOLD:
            return
    if 1 < len(parts) <= 3:  # noqa: PLR2004 - "flour, plain"; "boneless, skinless, chicken breasts"
        for whole in (" ".join(parts), " ".join(reversed(parts))):
            if found := plain(words_of(whole)):
                yield Found(found.food, found.confidence * TURNED)
    named = next((part for part in parts if not says_nothing(words_of(part))), parts[0])
    yield from choices(named)


def choices(text: str) -> Iterator[Found]:
    """Of "butter or oil" the first is taken with less confidence; of "milk and honey" neither is."""
    if found := named_by(words_of(text)):
        yield found
        return
    for between, confidence in ((OR, FIRST_OF_TWO), (AND, TWO_FOODS)):
        left, *rest = between.split(text)
        if rest:
            yield from two(words_of(left), words_of(rest[0]), confidence)
            return


def two(left: list[str], right: list[str], confidence: float) -> Iterator[Found]:
    """The left may lack the noun that the right has: "chicken or vegetable stock". Salt and pepper are at hand."""
    if says_nothing(left) or says_nothing(right):
        if found := named_by(right if says_nothing(left) else left):
            yield found
        return
    second = named_by(right)
    first = with_noun_of(left, right) or named_by(left)
    if first:
        same = second is not None and second.food is first.food
        staples = second is not None and first.food.staple and second.food.staple
        yield Found(first.food, first.confidence * (TURNED if same else FIRST_OF_TWO if staples else confidence))
        confidence = min(confidence, first.confidence * confidence - 0.01)
    if second:
        sure = confidence - 0.01 if first or right[0] == "other" else LAST_OF_TWO
        yield Found(second.food, second.confidence * sure)


def with_noun_of(left: list[str], right: list[str]) -> Found | None:
    """The first of "lemon or lime juice" is lemon juice, but that of "rice or rice noodles" is rice."""
    if left[-1] == right[-1]:
        return None
    noun, _rest = without_tail(right)
    for place in range(1, len(noun)):
        if found := without_needless([*left, *noun[place:]]):
            return None if right[: len(left)] == left else found
    return None


def named_by(words: list[str]) -> Found | None:
    """By the words before "with", "in", "for"; less certain when what follows could make another dish."""
    if found := plain(words):
        return found
    name, rest = without_tail(words)
    if name == words or not (found := plain(name)):
        return None
    return Found(found.food, found.confidence * (WITH_MORE if rest else TURNED))


def plain(words: list[str]) -> Found | None:
    for place, order in enumerate(orders(words)):
        if found := find(order):
            return Found(found.food, found.confidence * (TURNED if place else 1))
    return None


def guesses(text: str) -> Iterator[Found]:
    """For choosing from: the noun at the end without what stands before it, and names that look alike."""
    words = words_of(next(iter(segments(text)), ""))
    for start in range(1, len(words)):
        if food := names().get(" ".join(words[start:])):
            yield Found(food, HEAD_ONLY)
            break
    near = alike(words)
    for key, likeness, _place in process.extract(
        " ".join(words), near, scorer=fuzz.ratio, score_cutoff=ALIKE_ENOUGH, limit=OFFERED
    ):
        yield Found(names()[key], ALIKE * likeness / 100)
