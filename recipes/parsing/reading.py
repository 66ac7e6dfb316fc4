"""One ingredient line becomes amount, name and note: "1 1/2 cups (180 g) plain flour, sifted"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kitchen.units import Amount, read_amount, read_unit
from kitchen.units.amount_words import HOW, TIMES
from kitchen.units.table import BOUGHT, CUT, LENGTH, MASS, PACKAGE, PINCHED, VOLUME
from pantry.parsing.pieces import bulleted
from pantry.parsing.rough import BEFORE as ROUGH
from recipes.parsing.fitting import PIECES, again, fitted, unit_behind
from recipes.parsing.line import Line
from recipes.parsing.notes import part
from recipes.parsing.words import ABOUT, PARTS

LONGEST = 1000
LEAD = re.compile(rf"(?:an?\s+)?{ABOUT}(?:\s+|(?<=:))", re.IGNORECASE)
OF = re.compile(r"(?:of|von|vom|de|du|des|z)\s+(?:the\s+)?|d['’](?=\w)", re.IGNORECASE)
PART_OF = re.compile(
    rf"(?:(?:the|le|la|les|el|los|der|die|das)\s+)?({PARTS}\b[^\d,(¼-¾⅐-⅞]{{0,40}}?)(?:\s+(?:of|from|von|z|de)\s+"
    r"|\s+d['’]|\s+(?=[\d¼-¾⅐-⅞]|einer?s?\s))",
    re.IGNORECASE,
)
# "Garnish: 2 lemon slices"
LABEL = re.compile(r"((?:[^\W\d]+\s){0,2}[^\W\d]+):\s+(?=\S)")
OTHER = re.compile(r"\s*(?:/|,?\s*\bor\b|=|,?\s*\b(?:plus|minus)\b|\+)\s*(?:about\s+)?(?=[\d.¼-¾⅐-⅞])", re.IGNORECASE)
KNOB = re.compile(r"knob\s+(?:of\s+)?(?=\w)", re.IGNORECASE)
EACH = re.compile(r"each\s+(?:of\s+)?(?=\w)", re.IGNORECASE)
PLUS_SOME = re.compile(
    r"\s*(?:plus|and|or)\s+(?:an?\s+)?(?:few\s+)?(?:(?:large|generous|good|big|small)\s+)?(?=\w)", re.IGNORECASE
)
COUPLE = re.compile(r"couple\s+(?:of\s+)?", re.IGNORECASE)
SECTION = re.compile(r"(?:#{1,6}\s*(.+?)\s*#*|\*\*(.+?)\*\*:?|(.*\S)\s*:)$")
FOR_THE = re.compile(
    r"(?:(?:for|to make)\s+the|für\s+(?:den|die|das)"
    r"|pour\s+(?:la|le|les)|pour\s+l['’]|para\s+(?:el|la|los|las))\s*[^,\d]{2,40}$",
    re.IGNORECASE,
)
WRITTEN = re.compile(r"\w")
STARTS = re.compile(r"[\w'‘“\"*]")
LATE = re.compile(r",?\s+(?:about\s+)?(?=[\d.¼-¾⅐-⅞])", re.IGNORECASE)
DONE_WITH = re.compile(r"\s*(?:$|[(,])")
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


def parse_line(text: str) -> Line:
    """What the line says; never raises, and what is not understood stays in the name."""
    line = bulleted(" ".join(text[:LONGEST].split()))
    if heading := section(line):
        return Line(text=text, name=heading, section=True)
    measured = measure(line)
    named = part(measured.rest, list(measured.said), product=measured.product)
    if not measured.unit and measured.low is not None and (behind := unit_behind(named.name)):
        named, measured = replace(named, name=behind[0]), replace(measured, unit=behind[1])
    if not named.name or not WRITTEN.search(line):
        return Line(text=text, name=" ".join(text.split()))
    size = named.size if measured.low is not None and not measured.unit else ""
    return Line(text, measured.low, measured.high, measured.unit, named.name, named.note, named.optional, size=size)


def section(line: str) -> str:
    """The heading that the line is, or ""."""
    if match := SECTION.match(line):
        found = next(group for group in match.groups() if group)
        return "" if read_amount(found) else found.strip(" :*")
    return line if FOR_THE.match(line) else ""


def measure(line: str) -> Measured:
    label = LABEL.match(line)
    said, rest = ([label[1]], line[label.end() :]) if label else ([], line)
    if few := take_few(rest):
        return few
    if (of := PART_OF.match(rest)) and (read_amount(rest, of.end()) or uncounted(rest[of.end() :])):
        said, rest = [of[1]], rest[of.end() :]
    while lead := LEAD.match(rest):
        if not (read_amount(rest, lead.end()) or uncounted(rest[lead.end() :])):
            break
        said, rest = [*said, lead[0].strip()], rest[lead.end() :]
    amount = read_amount(rest)
    found = counted(rest, amount) if amount else uncounted(rest)
    if found is None:
        return replace(late(rest), said=tuple(said)) if label else replace(late(line), said=())
    return replace(found, said=(*said, *found.said))


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
    rest = text[end:].strip()
    if (more := late(rest)).low is not None:
        said, rest = [*said, *more.said], more.rest
    if amount.unit and amount.unit.kind == PACKAGE and not STARTS.match(rest):
        return Measured(unit_word(text), amount.low, amount.high)
    unit, rest = united(text, amount, rest.strip(" ,;"))
    rest = pieces(rest, amount, said)
    return Measured(without_of(rest), amount.low, amount.high, unit, tuple(said), product)


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
    if measured and (start := again(rest)):
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
    if not rest.startswith(" ") or not re.match(r"\s+\w", rest):
        return None
    return Measured(without_of(rest.strip()), None, None, unit.code, (how[0].strip(),) if how else ())


def without_of(rest: str) -> str:
    return OF.sub("", rest, count=1) if OF.match(rest) else rest
