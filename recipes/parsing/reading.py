"""One ingredient line becomes amount, name and note: "1 1/2 cups (180 g) plain flour, sifted"."""

import re
from dataclasses import replace
from functools import lru_cache

from kitchen.units import read_amount
from pantry.parsing.pieces import bulleted
from recipes.parsing.fitting import unit_behind
from recipes.parsing.line import Line
from recipes.parsing.measuring import Measured, counted, late, take_few, uncounted
from recipes.parsing.notes import part
from recipes.parsing.words import ABOUT, PARTS

LONGEST = 1000
LEAD = re.compile(rf"(?:an?\s+)?{ABOUT}(?:\s+|(?<=:))", re.IGNORECASE)
PART_OF = re.compile(
    rf"(?:(?:the|le|la|les|el|los|der|die|das)\s+)?({PARTS}\b[^\d,(¼-¾⅐-⅞]{{0,40}}?)(?:\s+(?:of|from|von|z|de)\s+"
    r"|\s+d['’]|\s+(?=[\d¼-¾⅐-⅞]|einer?s?\s))",
    re.IGNORECASE,
)
# "Garnish: 2 lemon slices"
LABEL = re.compile(r"((?:[^\W\d]+\s){0,2}[^\W\d]+):\s+(?=\S)")
SECTION = re.compile(r"(?:#{1,6}\s*(.+?)\s*#*|\*\*(.+?)\*\*:?|(.*\S)\s*:)$")
FOR_THE = re.compile(
    r"(?:(?:for|to make)\s+the|für\s+(?:den|die|das)"
    r"|pour\s+(?:la|le|les)|pour\s+l['’]|para\s+(?:el|la|los|las))\s*[^,\d]{2,40}$",
    re.IGNORECASE,
)
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")
DASHED = re.compile(r"([^\W\d][^\d¼-¾⅐-⅞,(:]{0,80}?)(?:\s+[-–—]\s*|\s*:\s+)(?=[\d¼-¾⅐-⅞])")
ENDS = re.compile(r"\s*(?:$|[(,])")
WRITTEN = re.compile(r"\w")


# Of the lines of a thousand recipes a third has been read before.
@lru_cache(maxsize=8_192)
def parse_line(text: str) -> Line:
    """What the line says; never raises, and what is not understood stays in the name."""
    line = bulleted(" ".join(without_marks(text[:LONGEST]).split()))
    if heading := section(line):
        return Line(text=text, name=heading, section=True)
    measured = measure(line)
    named = part(measured.rest, list(measured.said), product=measured.product)
    if not measured.unit and (unit := unit_behind(named.name, is_counted=measured.low is not None)):
        named, measured = replace(named, name=unit[0]), replace(measured, unit=unit[1])
    if not named.name or not WRITTEN.search(line):
        return Line(text=text, name=" ".join(text.split()))
    size = named.size if measured.low is not None and not measured.unit else ""
    return Line(text, measured.low, measured.high, measured.unit, named.name, named.note, named.optional, size=size)


def without_marks(text: str) -> str:
    """Without what marks up a page or a link: "<b>2</b> [eggs](/eggs)"."""
    if "<" in text:
        text = TAG.sub("", text)
    return LINK.sub(r"\1", text) if "](" in text else text


def section(line: str) -> str:
    """The heading that the line is, or ""."""
    if match := SECTION.match(line):
        found = next(group for group in match.groups() if group)
        return "" if read_amount(found) else found.strip(" :*")
    return line if FOR_THE.match(line) else ""


def behind(line: str) -> Measured | None:
    """An amount behind a dash or a colon: "Flour - 185 g", "Salt: 1 pinch"."""
    if not (name := DASHED.match(line)) or not (amount := read_amount(line, name.end())):
        return None
    rest = line[amount.end :]
    if not ENDS.match(rest):
        return None
    unit = amount.unit.code if amount.unit and amount.unit.code != "piece" else ""
    return Measured(name[1] + rest, amount.low, amount.high, unit)


def measure(line: str) -> Measured:
    if found := behind(line):
        return found
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
