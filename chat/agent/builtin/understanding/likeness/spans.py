"""What the words of a clause may be: where an amount, a food, a place, a day, a name stands, and how surely."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from chat.agent.builtin.lexicon import phrases
from chat.agent.builtin.understanding.gathering import amount_at, food_at
from chat.agent.builtin.understanding.likeness.examples import STRANGE, stem, weights
from chat.agent.builtin.understanding.likeness.shapes import (
    ARTICLE,
    DAYS,
    DETERMINER,
    DIET,
    JOINT,
    MEAL,
    MONEY,
    PEOPLE,
    PERSON,
    PLACE,
    WORD,
)
from chat.agent.builtin.understanding.limits import MINUTES
from chat.agent.builtin.understanding.things import named
from kitchen.units import read_number, read_unit

# How well a span fills a slot: what is known for what it is, and what only may be it.
SURE, LIKELY, MAYBE = 1.5, 1.0, 0.35
MOST_WORDS = 4


@dataclass(frozen=True)
class Token:
    text: str
    stem: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True)
class Span:
    """Tokens from where it is asked for up to `end` (exclusive)."""

    end: int
    value: str
    fit: float


@cache
def idle() -> frozenset[str]:
    return frozenset(stem(word) for name in ("stop", "fillers") for line in phrases(name) for word in line.split())


@cache
def no_names() -> frozenset[str]:
    return frozenset(phrases("no_name")) | frozenset(word for line in phrases("stop") for word in line.split())


class Clause:
    """The words of a clause, and what may begin at each of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        known = weights()
        self.tokens = [
            Token(
                one[0], key := stem(one[0]), one.start(), one.end(), known.get(key, 0.2 if key in idle() else STRANGE)
            )
            for one in WORD.finditer(text)
        ]
        self._found: dict[tuple[str, int], tuple[Span, ...]] = {}

    def spans(self, slot: str, at: int) -> tuple[Span, ...]:
        key = (slot, at)
        if key not in self._found:
            reader = READERS.get(slot, _name)
            self._found[key] = tuple(reader(self, at))
        return self._found[key]

    def upto(self, end: int) -> int:
        """Behind which token a place of the text is."""
        return next((at + 1 for at, token in reversed(list(enumerate(self.tokens))) if token.start < end), 0)

    def said(self, start: int, end: int) -> str:
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]


def _matched(clause: Clause, at: int, expression: re.Pattern[str]) -> Iterator[Span]:
    start = clause.tokens[at].start
    if (found := expression.match(clause.text, start)) and found.end() > start:
        yield Span(clause.upto(found.end()), found.group().strip(), SURE)


def _amount(clause: Clause, at: int) -> Iterator[Span]:
    if measure := amount_at(clause.text, clause.tokens[at].start):
        said, end = measure
        yield Span(clause.upto(end), said, SURE)


def _name(clause: Clause, at: int) -> Iterator[Span]:
    """A food that is known; else a few words none of which is a verb or a little word."""
    begin = at
    while begin < len(clause.tokens) and DETERMINER.fullmatch(clause.tokens[begin].text):
        begin += 1
    if begin == len(clause.tokens):
        return
    if food := food_at(clause.text, clause.tokens[begin].start):
        yield Span(clause.upto(food[1]), food[0], SURE)
    for end in range(begin + 1, min(begin + MOST_WORDS, len(clause.tokens)) + 1):
        token = clause.tokens[end - 1]
        if (
            token.text.casefold() in no_names()
            or read_number(token.text)
            or (end > begin + 1 and _parts(clause, end - 1))
        ):
            break
        words = clause.tokens[begin:end]
        known = any(food_at(clause.text, one.start) for one in words)
        told = sum(one.stem in weights() for one in words if not food_at(clause.text, one.start))
        yield Span(end, named(clause.said(begin, end)), (LIKELY if known else MAYBE + 0.3) - 0.4 * told)


def _parts(clause: Clause, at: int) -> bool:
    """A comma or the like before a word: no name goes on."""
    return re.search(r"[,;:.!?]", clause.text[clause.tokens[at - 1].end : clause.tokens[at].start]) is not None


def _things(clause: Clause, at: int) -> Iterator[Span]:
    """One thing or several, each with its amount: every place where the row may end."""
    row: list[str] = []
    fit, here = 0.0, at
    while here < len(clause.tokens):
        one = _thing(clause, here)
        if one is None:
            return
        row.append(one.value)
        fit = one.fit if len(row) == 1 else min(fit, one.fit)
        yield Span(one.end, "\n".join(row), fit + 0.3 * (len(row) - 1))
        joint = JOINT.match(clause.text, clause.tokens[one.end - 1].end)
        here = clause.upto(joint.end()) if joint and joint.end() < len(clause.text) else one.end
        if here < one.end or (here == one.end and not joint and not _measured(clause, here)):
            return


def _measured(clause: Clause, at: int) -> bool:
    """“2 kg potatoes 1 cabbage”: an amount begins the next."""
    return at < len(clause.tokens) and read_number(clause.text, clause.tokens[at].start) is not None


def _thing(clause: Clause, at: int) -> Span | None:
    begin, amount = at, ""
    while (
        begin < len(clause.tokens) and DETERMINER.fullmatch(clause.tokens[begin].text) and not _measured(clause, begin)
    ):
        begin += 1
    if begin < len(clause.tokens) and (measure := amount_at(clause.text, clause.tokens[begin].start)):
        amount, begin = measure[0], clause.upto(measure[1])
    if begin >= len(clause.tokens):
        return None
    best = max(_name(clause, begin), key=lambda one: (one.fit, one.end), default=None)
    if best is None or not best.value:
        return None
    end, value = best.end, f"{amount} {best.value}".strip()
    if not amount and (measure := _behind(clause, end)):
        value, end = f"{measure[0]} {best.value}", clause.upto(measure[1])
    return Span(end, value, best.fit + (0.3 if amount else 0))


def _behind(clause: Clause, at: int) -> tuple[str, int] | None:
    """“tomatoes 500 g”, “eggs x6”; an amount with another food behind it is that one's."""
    if at >= len(clause.tokens):
        return None
    measure = amount_at(clause.text, clause.tokens[at].start)
    if measure is None or not re.match(r"[\d½¼¾x]", clause.tokens[at].text):
        return None
    behind = clause.text[measure[1] :].lstrip()
    return None if behind and food_at(behind, 0) else measure


def _dish(clause: Clause, at: int) -> Iterator[Span]:
    begin = at
    while begin < len(clause.tokens) and ARTICLE.fullmatch(clause.tokens[begin].text):
        begin += 1
    for end in range(begin + 1, min(begin + MOST_WORDS + 2, len(clause.tokens)) + 1):
        words = clause.tokens[begin:end]
        if read_number(words[-1].text):
            break
        if words[-1].text.casefold() in no_names() and words[-1].text.casefold() not in {"with", "and", "of"}:
            break
        if words[-1].text.casefold() in {"with", "and", "of"}:
            continue
        known = any(food_at(clause.text, one.start) or MEAL.match(one.text) for one in words)
        yield Span(end, clause.said(begin, end), (LIKELY if known else MAYBE + 0.2) + 0.1 * (end - begin))


def _person(clause: Clause, at: int) -> Iterator[Span]:
    if at == 0 and len(clause.tokens) > 1 and clause.tokens[0].stem in weights():
        return
    for one in _matched(clause, at, PERSON):
        yield Span(one.end, one.value.removesuffix("'s"), SURE)


def _unit(clause: Clause, at: int) -> Iterator[Span]:
    if unit := read_unit(clause.text, clause.tokens[at].start):
        yield Span(clause.upto(unit[1]), clause.text[clause.tokens[at].start : unit[1]], SURE)


def _foods(clause: Clause, at: int) -> Iterator[Span]:
    yield from _things(clause, at)


def _free(clause: Clause, at: int) -> Iterator[Span]:
    for end in range(at + 1, len(clause.tokens) + 1):
        yield Span(end, clause.said(at, end), MAYBE + 0.1 * (end - at))


READERS = {
    "what": _name,
    "amount": _amount,
    "things": _things,
    "place": lambda clause, at: _matched(clause, at, PLACE),
    "days": lambda clause, at: _matched(clause, at, DAYS),
    "dish": _dish,
    "other": _dish,
    "person": _person,
    "payer": _person,
    "payee": _person,
    "people": lambda clause, at: _matched(clause, at, PEOPLE),
    "minutes": lambda clause, at: _matched(clause, at, MINUTES),
    "diet": lambda clause, at: _matched(clause, at, DIET),
    "without": _foods,
    "with": _foods,
    "kind": lambda clause, at: _matched(clause, at, MEAL),
    "unit": _unit,
    "money": lambda clause, at: _matched(clause, at, MONEY),
    "note": _free,
    "topic": _free,
    "any": _free,
}
