"""What the text of a step says in numbers: times to wait, temperatures, amounts. Pure; reads any text.

English, and the words for hours, minutes, degrees and units of German, Polish, French and Spanish.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kitchen.units import read_number, read_unit
from kitchen.units.amount_words import BEFORE_UNIT, HOW, TO, past
from kitchen.units.amounts import Amount, with_more
from kitchen.units.number_words import ARTICLES
from kitchen.units.numbers import MANY, SHARES, WHOLES
from kitchen.units.table import LENGTH, MASS, VOLUME
from recipes.parsing.step_heat import read_heat
from recipes.parsing.step_span import AMOUNT, CELSIUS, FAHRENHEIT, GAS, TEMPERATURE, TIMER, Span
from recipes.parsing.step_time import read_timer

__all__ = ["AMOUNT", "CELSIUS", "FAHRENHEIT", "GAS", "TEMPERATURE", "TIMER", "Span", "read_step"]

LONGEST = 20_000
WORDS = sorted(
    {*WHOLES, *SHARES, *MANY, "gas", "thermostat", "th", "viertelstunde", "viertelstunden"}, key=len, reverse=True
)
OTHERS = ["dreiviertelstunde", "dreiviertelstunden", "trois", "trzy", "kwadrans", "godzinę", "minutę"]
START = re.compile(
    rf"(?<![\w¼-¾⅐-⅞])(?<!\d[.,/])(?:(?=[\d¼-¾⅐-⅞])|\.(?=\d)|(?:{'|'.join([*WORDS, *OTHERS])})(?!\w))", re.IGNORECASE
)
DIGITS = re.compile(r"[\d.,/¼-¾⅐-⅞]+")
# "9 x 13-inch": one side alone turned into centimetres would be wrong.
SIDE_BEFORE = re.compile(r"[\d¼-¾⅐-⅞\"”″h][ \t]?-?(?:x|×|by)[ \t-]*$", re.IGNORECASE)
SIDE_BEHIND = re.compile(r"[ \t]?-?(?:x|×|by)[ \t-]*\d", re.IGNORECASE)
# "2 cup-sized pieces" are no cups, "2-inch-thick slices" are two inches thick.
COMPOUND = re.compile(r"-(?!(?:thick|long|wide|deep|high|diameter|square|round)(?!\w))[^\W\d_]", re.IGNORECASE)
# Lower case these are words of a sentence: "el" is an article.
ONLY_CAPITAL = {"el", "tl", "c", "t"}


def read_step(text: str) -> list[Span]:
    """What is said, in the order of the text; no two places overlap."""
    return list(spans(text[:LONGEST]))


def spans(text: str) -> Iterator[Span]:
    at = 0
    while start := START.search(text, at):
        here = start.start()
        found = read_heat(text, here) or read_timer(text, here) or read_measure(text, here)
        if found:
            yield without_stop(text, found)
            at = found.end
            continue
        digits = DIGITS.match(text, here)
        at = digits.end() if digits else start.end()


def without_stop(text: str, found: Span) -> Span:
    """Without the dot behind it, which may end the sentence."""
    return replace(found, end=found.end - 1) if text[found.end - 1] == "." else found


def read_measure(text: str, at: int) -> Span | None:
    """An amount of mass, volume or length; things that are counted are none."""
    if not (first := read_number(text, at)) or text[at : first[1]].casefold().strip() in ARTICLES:
        return None
    low, end = first
    high = None
    if (to := TO.match(text, end)) and (more := read_number(text, to.end())) and more[0] > low:
        high, end = more
    start = past(BEFORE_UNIT, text, end)
    found = read_unit(text, start)
    if not found and (how := HOW.match(text, start)):
        start = how.end()
        found = read_unit(text, start)
    if not found or found[0].kind not in {MASS, VOLUME, LENGTH} or COMPOUND.match(text, found[1]):
        return None
    if text[start : found[1]].rstrip(".") in ONLY_CAPITAL or is_side(text, at, found[1]):
        return None
    amount = with_more(text, Amount(low, found[1], high, found[0]), found[0])
    return Span(at, amount.end, AMOUNT, amount.low, amount.high, found[0].code) if amount.low > 0 else None


def is_side(text: str, start: int, end: int) -> bool:
    return bool(SIDE_BEFORE.search(text, max(0, start - 8), start) or SIDE_BEHIND.match(text, end))
