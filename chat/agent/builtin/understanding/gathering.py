"""The foods that a text names with their amounts, wherever the amounts stand, and the words that are neither.

“carrots, took out 300 grams” and “300 g of the carrots” are the same. Only what the catalogue knows is taken for a
food, so that a piece of a sentence never is.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from chat.agent.builtin.lexicon import pairs, phrases
from chat.agent.builtin.understanding.things import Thing
from kitchen.units import read_number, read_unit
from pantry.matching.index import key_of, names

LONGEST = 4
SHARE = re.compile(
    r"(?P<share>(?:the )?(?:other )?half(?! a\b| an\b| dozen\b)|a half|(?:a|one) third|two thirds|(?:a|one) quarter"
    r"|three quarters|(?P<all>all(?: of)?|every|both|(?:the )?(?:whole|entire|rest|remainder|last|lot|remaining)))"
    r"(?![\w-]|\s+of\s+an?\b)(?:\s+of)?(?:\s+(?:the|my|our|that|them|it|two|three|four|five)\b)*",
    re.IGNORECASE,
)
HUNDREDS = re.compile(r"\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine)?\s*hundred(?= )", re.IGNORECASE)
OF_A = re.compile(r"\s+of\s+an?(?=\s)", re.IGNORECASE)
GAP = re.compile(r"[\s:=+-]*(?:x\s+)?")
PART = re.compile(r"[,;]")
OF = re.compile(r"\s+of\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
# An article is an amount only where no other is said.
WEAK = frozenset({"", "a", "an"})
# What may stand between an amount and its food.
BETWEEN = frozenset(
    {"the", "my", "our", "your", "those", "these", "that", "this", "of", "old", "fresh", "more", "last"}
)


@dataclass
class Gathered:
    """`loose` is an amount that no food stands beside; `left` are the words that are neither."""

    things: list[Thing] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def in_digits(text: str) -> str:
    """“two hundred grams” is 200 grams; “a quarter of a pound” is a quarter pound."""
    value = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

    def figure(found: re.Match[str]) -> str:
        count = (found["count"] or "one").casefold()
        return f"{value.index(count) if count in value else 1}00"

    return HUNDREDS.sub(figure, text)


def gathered(text: str) -> Gathered:
    found = Gathered()
    pending, at = "", 0
    while word := WORD.search(text, at):
        start = word.start()
        if measure := amount_at(text, start):
            _loose(found, pending)
            pending, at = measure
        elif food := food_at(text, start):
            if pending and found.things and found.things[-1].amount in WEAK and PART.search(text[at:start]):
                _loose(found, pending)
                pending = ""
            name, at = food
            found.things.append(Thing(name, pending))
            pending = ""
        else:
            at = word.end()
            if word[0].casefold() in BETWEEN:
                continue
            if not pending and _lengthens(found, text, start, word[0]):
                continue
            _loose(found, pending)
            pending = ""
            found.left.append(word[0])
    _loose(found, pending)
    return found


def _lengthens(found: Gathered, text: str, at: int, word: str) -> bool:
    """“stew” behind “lentil”: one name."""
    last = found.things[-1] if found.things else None
    if last is None or word.casefold() in idle() or not text[:at].endswith(f"{last.name} "):
        return False
    found.things[-1] = Thing(f"{last.name} {word}", last.amount)
    return True


@cache
def idle() -> frozenset[str]:
    """The words that name no thing."""
    lines = (*phrases("idle"), *phrases("stop"), *pairs("acts"))
    return frozenset(word for line in lines for word in line.split())


def _loose(found: Gathered, amount: str) -> None:
    """An amount behind a food is of that food."""
    if not amount:
        return
    last = found.things[-1] if found.things else None
    if last and (last.amount in WEAK or (_has_unit(amount) and not _has_unit(last.amount) and last.amount != "all")):
        found.things[-1] = Thing(last.name, amount)
    elif not found.things and amount not in WEAK and amount not in found.loose:
        found.loose.append(amount)


def _has_unit(amount: str) -> bool:
    number = read_number(amount)
    return bool(number and amount[number[1] :].strip())


def amount_at(text: str, at: int) -> tuple[str, int] | None:
    """The amount that begins there, as it can be read again, and where it ends."""
    if share := SHARE.match(text, at):
        said = re.sub(r"^the |other ", "", share["share"].casefold())
        return ("all" if share["all"] else said), share.end()
    number = read_number(text, at)
    if number is None:
        return None
    end = number[1]
    part = OF_A.match(text, end)
    for start in filter(None, (part.end() if part else 0, end)):
        gap = GAP.match(text, start)
        unit = read_unit(text, gap.end() if gap else start)
        if unit:
            said = f"{text[at:end]} {text[gap.end() if gap else start : unit[1]]}".strip()
            behind = OF.match(text, unit[1])
            return said, behind.end() if behind else unit[1]
    return (text[at:end], end)


def food_at(text: str, at: int) -> tuple[str, int] | None:
    """The longest name of a food that begins there."""
    words = [word for _count, word in zip(range(LONGEST), WORD.finditer(text, at), strict=False)]
    for size in range(len(words), 0, -1):
        name = text[at : words[size - 1].end()]
        if re.search(r"[,;:.!?]", name) is None and key_of(name) in names():
            return name, words[size - 1].end()
    return None
