"""One ingredient line becomes amount, name and note: "1 1/2 cups (180 g) plain flour, sifted"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kitchen.units import Amount, find_unit, read_amount, read_unit
from kitchen.units.amount_words import HOW
from kitchen.units.table import BOUGHT, CUT, LENGTH, MASS, PACKAGE, PINCHED, VOLUME
from pantry.parsing.pieces import bulleted
from pantry.parsing.rough import BEFORE as ROUGH
from recipes.parsing.line import Line
from recipes.parsing.notes import part
from recipes.parsing.words import ABOUT, PARTS

LONGEST = 1000
LEAD = re.compile(rf"(?:an?\s+)?{ABOUT}(?:\s+|(?<=:))", re.IGNORECASE)
OF = re.compile(r"(?:of|von|vom|de|du|des|z)\s+(?:the\s+)?|d['’](?=\w)", re.IGNORECASE)
PART_OF = re.compile(
    rf"(?:the\s+)?({PARTS}\b[^\d,(¼-¾⅐-⅞]{{0,40}}?)(?:\s+(?:of|from|von|z|de)\s+|\s+d['’]|\s+(?=[\d¼-¾⅐-⅞]))",
    re.IGNORECASE,
)
# "Garnish: 2 lemon slices"
LABEL = re.compile(r"((?:[^\W\d]+\s){0,2}[^\W\d]+):\s+(?=\S)")
OTHER = re.compile(r"\s*(?:/|,?\s*\bor\b|=|,?\s*\b(?:plus|minus)\b|\+)\s*(?:about\s+)?(?=[\d.¼-¾⅐-⅞])", re.IGNORECASE)
PIECE = re.compile(r"(?:piece|pieces|length|lengths|knob|chunk|thumb)\s+(?:of\s+)?(?=\w)", re.IGNORECASE)
SECTION = re.compile(r"(?:#{1,6}\s*(.+?)\s*#*|\*\*(.+?)\*\*:?|(.*\S)\s*:)$")
FOR_THE = re.compile(r"(?:for|to make)\s+the\s+[^,\d]{2,40}$", re.IGNORECASE)
STARTS = re.compile(r"[\w'‘“\"*]")
LATE = re.compile(r",?\s+(?:about\s+)?(?=[\d.¼-¾⅐-⅞])", re.IGNORECASE)
DONE_WITH = re.compile(r"\s*(?:$|[(,])")
BEHIND = re.compile(r"([^\d]+?)\s+(cloves?|sprigs?|stalks?|slices?|spears?|bulbs?|zehen?)", re.IGNORECASE)
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
    if not measured.unit:
        measured, named_name = unit_behind(measured, named.name)
        named = replace(named, name=named_name)
    if not named.name:
        return Line(text=text, name=line or " ".join(text.split()))
    return Line(text, measured.low, measured.high, measured.unit, named.name, named.note, named.optional)


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
    unit = amount.unit.code if amount.unit and amount.unit.code != "piece" else ""
    end, product = amount.end, in_package(amount)
    while other := other_amount(text, end):
        said, end, product = [*said, other[0]], other[1], product or other[2]
    rest = text[end:].strip()
    if (again := late(rest)).low is not None:
        said, rest = [*said, *again.said], again.rest
    if amount.unit and amount.unit.kind == PACKAGE and not STARTS.match(rest):
        return Measured(unit_word(text), amount.low, amount.high)
    rest = rest.strip(" ,;")
    if amount.unit and amount.unit.kind in {LENGTH, MASS} and (piece := PIECE.match(rest)):
        said, rest = [*said, piece[0].strip()], rest[piece.end() :]
    return Measured(without_of(rest), amount.low, amount.high, unit, tuple(said), product)


def unit_word(text: str) -> str:
    """The name where it is a unit as well: "12 cloves" are the spice."""
    return text.split(maxsplit=1)[-1]


def take_few(text: str) -> Measured | None:
    """What nobody counts: "a few sprigs of sage", "a little oil"."""
    if not (rough := ROUGH.match(text)):
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


def unit_behind(measured: Measured, name: str) -> tuple[Measured, str]:
    """A unit at the end of the name: "3 thyme sprigs", "2 garlic cloves"."""
    match = BEHIND.fullmatch(name)
    unit = find_unit(match[2]) if match and measured.low is not None else None
    if not match or not unit or match[1].casefold() in {"whole", "dried", "ground"}:
        return measured, name
    return replace(measured, unit=unit.code), match[1]
