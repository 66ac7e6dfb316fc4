"""The amount at the beginning of a line, with what is said of it, and the rest: "1 1/2 cups (180 g) plain flour"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kitchen.units import Amount, read_amount, read_unit
from kitchen.units.amount_words import HOW, TIMES
from kitchen.units.table import BOUGHT, CUT, LENGTH, MASS, PACKAGE, PINCHED, VOLUME
from pantry.parsing.rough import BEFORE as ROUGH
from recipes.parsing.fitting import PIECES, again, fitted

OF = re.compile(r"(?:of|von|vom|de|du|des|z)\s+(?:the\s+)?|d['’](?=\w)", re.IGNORECASE)
OTHER = re.compile(r"\s*(?:/|,?\s*\bor\b|=|,?\s*\b(?:plus|minus)\b|\+)\s*(?:about\s+)?(?=[\d.¼-¾⅐-⅞])", re.IGNORECASE)
KNOB = re.compile(r"knob\s+(?:of\s+)?(?=\w)", re.IGNORECASE)
EACH = re.compile(r"each\s+(?:of\s+)?(?=\w)", re.IGNORECASE)
PLUS_SOME = re.compile(
    r"\s*(?:plus|and|or)\s+(?:an?\s+)?(?:few\s+)?(?:(?:large|generous|good|big|small)\s+)?(?=\w)", re.IGNORECASE
)
COUPLE = re.compile(r"couple\s+(?:of\s+)?", re.IGNORECASE)
STARTS = re.compile(r"[\w'‘“\"*]")
LATE = re.compile(r",?\s+(?:about\s+)?(?=[\d.¼-¾⅐-⅞])", re.IGNORECASE)
DONE_WITH = re.compile(r"\s*(?:$|[(,])")
NAMED = re.compile(r"\s+\w")
# "2 tablespoons or more oil"
OR_MORE = re.compile(r"\s*,?\s*or\s+(?:more|less|so)\s+(?:of\s+)?(?=\w)(?!as\b|to\b|if\b)", re.IGNORECASE)
BRACKET = re.compile(r"\s*\(([^()]*)\)")


@dataclass(frozen=True)
class Measured:
    """An amount, what was said with it, and the rest of the line."""

    rest: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    said: tuple[str, ...] = ()
    product: bool = False


def counted(text: str, amount: Amount) -> Measured:
    said = [amount.how] if amount.how else []
    if amount.size:
        said.append(amount.said)
    if amount.pack:
        said.append(text[: amount.end].rsplit(maxsplit=1)[-1])
    if amount.unit and amount.unit.kind == PACKAGE and not STARTS.match(text[amount.end :].lstrip(" (")):
        return Measured(unit_word(text), amount.low, amount.high, said=() if amount.how == "whole" else tuple(said))
    end, product = amount.end, in_package(amount)
    while other := other_amount(text, end):
        said, end, product = [*said, other[0]], other[1], product or other[2]
    if not amount.unit and end > amount.end and (later := unit_later(text, end)):
        amount, end = replace(amount, unit=later.unit, end=later.end), later.end
        product = in_package(amount)
    rest = text[end:].strip()
    if (more := late(rest)).low is not None:
        said, rest = [*said, *more.said], more.rest
    if amount.unit and amount.unit.kind == PACKAGE and not STARTS.match(rest):
        return Measured(unit_word(text), amount.low, amount.high)
    unit, rest = united(text, amount, rest.strip(" ,;"))
    rest = pieces(rest, amount if unit or not amount.unit else replace(amount, unit=None), said)
    return Measured(without_of(rest), amount.low, amount.high, unit, tuple(said), product)


def unit_later(text: str, end: int) -> Amount | None:
    """The unit behind a bracket: "3 (packed) cups basil", "1 (8 count) package buns"."""
    start = end + len(text[end:]) - len(text[end:].lstrip())
    found = read_unit(text, start)
    if not found or found[0].code in {"piece", "inch"} or not NAMED.match(text, found[1]):
        return None
    return Amount(Decimal(1), found[1], unit=found[0])


def united(text: str, amount: Amount, rest: str) -> tuple[str, str]:
    """The code of the unit before such a name, and the name with the unit's word where it belongs to it."""
    if not amount.unit or amount.unit.code == "piece":
        return "", rest
    if amount.unit.kind != PACKAGE:
        return amount.unit.code, rest
    word = text[: amount.end].rsplit(maxsplit=1)[-1]
    unit = fitted(amount.unit, word, rest)
    return (unit.code, rest) if unit else ("", f"{word} {rest}")


def pieces(rest: str, amount: Amount, said: list[str]) -> str:
    """The name without the words for what is counted or said twice before it, which go to `said`."""
    measured = amount.unit is not None and amount.unit.kind in {LENGTH, MASS, VOLUME}
    if amount.unit and (start := again(rest, amount.unit)):
        said.append(rest[:start].strip())
        rest = without_of(rest[start:])
    for pattern in (PIECES, KNOB if measured else EACH, EACH):
        if ((not amount.unit or measured) or pattern is EACH) and (match := pattern.match(rest)):
            said.append(match[0].strip())
            rest = rest[match.end() :]
    return rest


def unit_word(text: str) -> str:
    """The name where it is a unit as well: "12 cloves" are the spice."""
    words = text.split(maxsplit=1)[-1]
    return words.split()[-1] if TIMES.match(words) else words


def take_few(text: str) -> Measured | None:
    """What nobody counts: "a few sprigs of sage", "a little oil"."""
    if not (rough := COUPLE.match(text) or ROUGH.match(text)):
        return None
    found = uncounted(text[rough.end() :]) or Measured(without_of(text[rough.end() :]))
    return replace(found, said=(rough[0].strip(), *found.said))


def late(text: str) -> Measured:
    """An amount behind the name: "Water ¼ cup (59 grams)", "Salt, about ½ teaspoon"."""
    for place in LATE.finditer(text):
        amount = read_amount(text, place.end())
        if amount and amount.unit and amount.unit.kind in {MASS, VOLUME} and DONE_WITH.match(text, amount.end):
            rest = f"{text[: place.start()]} {text[amount.end :]}".strip()
            return Measured(rest, amount.low, amount.high, amount.unit.code, (text[place.end() : amount.end],))
    return Measured(text)


def in_package(amount: Amount) -> bool:
    return any(unit is not None and unit.code in BOUGHT for unit in (amount.unit, amount.pack))


def other_amount(text: str, end: int) -> tuple[str, int, bool] | None:
    """The same amount said once more: "/9oz", " (180 g)", "plus 1 tsp"."""
    if other := OTHER.match(text, end):
        again = read_amount(text, other.end())
        if again and (again.unit or other[0].strip()[0] in "/,"):
            return text[end : again.end].strip(" /="), again.end, in_package(again)
    if (some := PLUS_SOME.match(text, end)) and (pinch := read_unit(text, some.end())) and pinch[0].code in PINCHED:
        return text[end : pinch[1]].strip(), pinch[1], False
    if more := OR_MORE.match(text, end):
        return more[0].strip(" ,"), more.end(), False
    if (bracket := BRACKET.match(text, end)) and text[bracket.end() :].strip():
        return bracket[1].strip(), bracket.end(), False
    return None


def uncounted(text: str) -> Measured | None:
    """A unit without a number: "pinch of salt", "small handful basil"."""
    how = HOW.match(text)
    found = read_unit(text, how.end() if how else 0)
    if not found or found[0].code not in PINCHED + CUT + BOUGHT:
        return None
    unit, end = found
    rest = text[end:]
    if not NAMED.match(rest):
        return None
    return Measured(without_of(rest.strip()), None, None, unit.code, (how[0].strip(),) if how else ())


def without_of(rest: str) -> str:
    return OF.sub("", rest, count=1) if OF.match(rest) else rest
