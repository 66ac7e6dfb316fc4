"""One ingredient line becomes amount, name and note: "1 1/2 cups (180 g) plain flour, sifted"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kitchen.units import Amount, read_amount, read_unit, tell
from kitchen.units.amounts import HOW
from kitchen.units.table import BOUGHT, CUT, PACKAGE, PINCHED, Unit
from pantry.parsing.pieces import bulleted
from recipes.parsing.line import Line
from recipes.parsing.notes import part
from recipes.parsing.words import ABOUT, PARTS

LONGEST = 1000
LEAD = re.compile(rf"{ABOUT}\s+", re.IGNORECASE)
OF = re.compile(r"(?:of|von|vom|de|du|des|z)\s+(?:the\s+)?|d['’](?=\w)", re.IGNORECASE)
PART_OF = re.compile(rf"({PARTS}\b[^\d,(¼-⅞]{{0,40}}?)\s+(?:of|from|von|z|de|d['’])\s*(?=\S)", re.IGNORECASE)
OTHER = re.compile(r"\s*(?:/|\bor\b|=|,?\s*\bplus\b|\+)\s*(?=[\d.¼-⅞])", re.IGNORECASE)
SECTION = re.compile(r"(?:#{1,6}\s*(.+?)\s*#*|\*\*(.+?)\*\*:?|(.*\S)\s*:)$")
FOR_THE = re.compile(r"(?:for|to make)\s+the\s+[^,\d]{2,40}$", re.IGNORECASE)
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
        return Line(text=text, name=line)
    return Line(text, measured.low, measured.high, measured.unit, named.name, named.note, named.optional)


def section(line: str) -> str:
    """The heading that the line is, or ""."""
    if match := SECTION.match(line):
        found = next(group for group in match.groups() if group)
        return "" if read_amount(found) else found.strip(" :*")
    return line if FOR_THE.match(line) else ""


def measure(line: str) -> Measured:
    said: list[str] = []
    rest = line
    if (of := PART_OF.match(rest)) and (read_amount(rest, of.end()) or uncounted(rest[of.end() :])):
        said, rest = [of[1]], rest[of.end() :]
    while lead := LEAD.match(rest):
        if not (read_amount(rest, lead.end()) or uncounted(rest[lead.end() :])):
            break
        said, rest = [*said, lead[0].strip()], rest[lead.end() :]
    amount = read_amount(rest)
    found = counted(rest, amount) if amount else uncounted(rest)
    if found is None:
        return Measured(line)
    return replace(found, said=(*said, *found.said))


def counted(text: str, amount: Amount) -> Measured:
    said = [amount.how] if amount.how else []
    if amount.size:
        said.append(tell(amount.size))
    if amount.pack:
        said.append(text[: amount.end].rsplit(maxsplit=1)[-1])
    unit = amount.unit.code if amount.unit and amount.unit.code != "piece" else ""
    end = amount.end
    while other := other_amount(text, end):
        said, end = [*said, other[0]], other[1]
    rest = text[end:].strip()
    if not amount.unit and not amount.size and (late := uncounted(rest)):
        return replace(late, low=amount.low, high=amount.high, said=(*said, *late.said))
    product = (amount.pack or amount.unit) and (amount.pack or amount.unit).code in BOUGHT  # type: ignore[union-attr]
    return Measured(without_of(rest), amount.low, amount.high, unit, tuple(said), bool(product))


def other_amount(text: str, end: int) -> tuple[str, int] | None:
    """The same amount said once more: "/9oz", " (180 g)", "plus 1 tsp"."""
    if other := OTHER.match(text, end):
        again = read_amount(text, other.end())
        if again and (again.unit or "/" in other[0]):
            return text[end : again.end].strip(" /="), again.end
    if (bracket := BRACKET.match(text, end)) and text[bracket.end() :].strip():
        return bracket[1].strip(), bracket.end()
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
    words = name.split()
    if measured.low is None or len(words) < 2:
        return measured, name
    found = read_unit(words[-1])
    if not found or found[1] != len(words[-1]) or not stands_behind(found[0]):
        return measured, name
    return replace(measured, unit=found[0].code), " ".join(words[:-1])


def stands_behind(unit: Unit) -> bool:
    return unit.kind == PACKAGE and unit.code in {"clove", "sprig", "stalk", "slice", "bunch", "head"}
