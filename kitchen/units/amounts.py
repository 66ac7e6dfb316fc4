"""Reads an amount from a place in a text: "2 l", "4 x 400g tins", "1 (14 oz) can", "4-5 cloves", "a pinch"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kitchen.units.numbers import read_number
from kitchen.units.quantity import Quantity
from kitchen.units.reading import read_unit
from kitchen.units.table import PACKAGE, Unit

GAP = re.compile(r"[ \t]*")
TO = re.compile(r"[ \t]*[-–—‒~][ \t]*|[ \t]+(?:to|or|bis|oder|do|lub|à|ou|a|o)[ \t]+", re.IGNORECASE)
TIMES = re.compile(r"[ \t]*[x×✕*](?![^\W\d_])[ \t]*", re.IGNORECASE)
# What stands between a number and its unit: a gap, or the hyphen of "14-ounce".
BEFORE_UNIT = re.compile(r"[ \t]*-?[ \t]*")
HOW = re.compile(
    r"(?:(?:very|good|generous|large|big|medium|medium-size|medium-sized|small|little|tiny|fat|thick|thin|heaped|heaping"
    r"|rounded|scant|level|lightly|firmly|loosely|packed|whole|full|lg|md|sm|extra|short|long|mini|plump"
    r"|großer?|große[ns]?|kleine[rns]?|gehäufte[rn]?|gestrichene[rn]?|duż[aey]|dużych|mał[aey]|małych"
    r"|grosse?s?|petite?s?|grande?s?|pequeñ[oa]s?)\.?[ \t-]+)+",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"(?:about|approximately|approx\.?|around|roughly|ca\.?|circa|etwa|około|ok\.|environ)[ \t]+", re.IGNORECASE
)
# "clove-studded" is no clove.
COMPOUND = re.compile(r"-[^\W\d_]")
NOT_A_NUMBER = re.compile(r"[^\W\d_]|['’]")


@dataclass(frozen=True)
class Amount:
    """`unit` is None for things that are counted; `size` is what one of them holds; `how` is a word such as "heaped".

    `pack` names the package when the amount is its content ("400 g tin"). `end` is where the text goes on.
    """

    low: Decimal
    end: int
    high: Decimal | None = None
    unit: Unit | None = None
    size: Quantity | None = None
    how: str = ""
    pack: Unit | None = None


def past(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where the text goes on behind what may stand there."""
    match = pattern.match(text, at)
    return match.end() if match else at


def read_amount(text: str, at: int = 0) -> Amount | None:
    """The amount that begins at `at`; None where the text begins with no number, or with a name such as "7up"."""
    if not (first := read_number(text, at)):
        return None
    low, end = first
    high, end = read_high(text, low, end)
    if times := TIMES.match(text, end):
        each = read_size(text, times.end())
        end = times.end() if each or times[0].strip() != "*" else end
    else:
        each = None
    found = None if each else with_unit(text, low, high, end)
    each = each or (None if found else read_size(text, past(GAP, text, end)) or read_bracket(text, end))
    if each:
        return packed(text, low, high, *each)
    return found or (None if NOT_A_NUMBER.match(text, end) and not times else Amount(low, end, high))


def read_high(text: str, low: Decimal, end: int) -> tuple[Decimal | None, int]:
    """The upper end of a range: "4-5", "2 or 3"."""
    if (to := TO.match(text, end)) and (more := read_number(text, to.end())) and more[0] > low:
        return more[0], more[1]
    return None, end


def with_unit(text: str, low: Decimal, high: Decimal | None, end: int) -> Amount | None:
    start = past(BEFORE_UNIT, text, end)
    how = HOW.match(text, start)
    found = read_unit(text, how.end() if how else start)
    if not found:
        return None
    unit, end = found
    if COMPOUND.match(text, end):
        return None
    pack = None
    if unit.kind != PACKAGE:
        after = past(BEFORE_UNIT, text, end)
        if (more := read_unit(text, after)) and more[0].kind == PACKAGE:
            pack, end = more
    return Amount(low, end, high, unit, None, how[0].strip() if how else "", pack)


def read_size(text: str, at: int) -> tuple[Quantity, int] | None:
    """What one thing holds: "400g", "14-ounce", "about 14 oz"."""
    if about := ABOUT.match(text, at):
        at = about.end()
    if not (number := read_number(text, at)):
        return None
    low, end = number
    _high, end = read_high(text, low, end)
    found = read_unit(text, past(BEFORE_UNIT, text, end))
    if not found or found[0].kind == PACKAGE:
        return None
    return Quantity(low, found[0].code), found[1]


def read_bracket(text: str, end: int) -> tuple[Quantity, int] | None:
    """A size in brackets between the number and its unit: "1 (14 oz) can"."""
    start = past(GAP, text, end)
    if not text.startswith("(", start) or (close := text.find(")", start)) < 0:
        return None
    each = read_size(text, start + 1)
    after = past(GAP, text, close + 1)
    return (each[0], close + 1) if each and each[1] <= close and read_unit(text, after) else None


def packed(text: str, low: Decimal, high: Decimal | None, size: Quantity, end: int) -> Amount:
    """So many things of a size, with the package that may follow."""
    again = with_unit(text, low, high, end)
    if again and again.unit and again.unit.kind == PACKAGE:
        return Amount(low, again.end, high, again.unit, size, again.how)
    return Amount(low, end, high, None, size)
