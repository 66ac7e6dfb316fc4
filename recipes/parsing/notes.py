"""Parts a name from what is said beside it."""

import re
from dataclasses import dataclass

from recipes.parsing.words import ADJECTIVES, ADVERBS, ASIDE, DONE, GROUND, OPTIONAL, SIZES

BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]\s*")
COMMA = re.compile(r",(?!\d)|(?<!\d),|;|\s[-–—]\s|\s?—\s?|:\s")
SIZE = re.compile(rf"(?:{SIZES})(?=[\s,])(?:\s+(?:to|or)\s+(?:{SIZES})(?=[\s,]))?,?\s+", re.IGNORECASE)
PREPARED = re.compile(
    rf"(?:(?:{ADVERBS}\s+)*{DONE}|{ADVERBS}(?:[\s-]+{ADVERBS})*[\s-]+(?:{DONE}|{GROUND}))"
    rf"(?:,?\s+(?:and|or|und|i|et|y)\s+(?:{ADVERBS}\s+)*(?:{DONE}|{GROUND}))?,?\s+(?!and\b|or\b|und\b)(?=\w)",
    re.IGNORECASE,
)
BESIDE = re.compile(rf"(?:^|\s+|(?<=\w)-)(?={ASIDE}(?!\w))", re.IGNORECASE)
OPTION = re.compile(rf"[\s,(]*\b(?:{OPTIONAL})\b[\s:)]*", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    name: str
    note: str
    optional: bool


def part(text: str, before: list[str], *, product: bool) -> Named:
    """Name and note of what follows the amount; `before` was said already.

    A `product` comes in its package as it is called: chopped tomatoes in tins are not yet to be chopped.
    """
    rest, asides = without_brackets(text)
    name, after = at_comma(rest)
    early: list[str] = []
    name = led(SIZE, name, early)
    if not product:
        name = led(PREPARED, led(SIZE, led(PREPARED, name, early), early), early)
    name = led(SIZE, name, early)
    if (beside := BESIDE.search(name)) and beside.start():
        name, more = name[: beside.start()], name[beside.start() :]
        after = ", ".join(filter(None, [more.strip(), after]))
    note = ", ".join(filter(None, [said.strip(" ,;") for said in [*before, *early, *asides, after]]))
    optional = bool(OPTION.search(note) or OPTION.search(name))
    if optional:
        note = re.sub(r"(?:,\s*)+", ", ", OPTION.sub(", ", note)).strip(" ,") if OPTION.search(note) else note
        name = OPTION.sub(" ", name).strip()
    return Named(name.strip(" ,;:.*-–"), note, optional)


def led(pattern: re.Pattern[str], name: str, found: list[str]) -> str:
    """The name without such words at its beginning, which go to `found`."""
    if (match := pattern.match(name)) and match.end() < len(name):
        found.append(match[0].strip(" ,"))
        return name[match.end() :]
    return name


def without_brackets(text: str) -> tuple[str, list[str]]:
    found = [match[1].strip() for match in BRACKET.finditer(text)]
    return " ".join(BRACKET.sub(" ", text).replace(" ,", ",").split()), found


def at_comma(text: str) -> tuple[str, str]:
    """Before and behind the first comma that does not stand between two adjectives."""
    for comma in COMMA.finditer(text):
        if not comma.start():
            continue
        last = text[: comma.start()].split()
        if all(word.casefold().strip(",") in ADJECTIVES for word in last) and comma[0].strip() == ",":
            continue
        return text[: comma.start()], text[comma.end() :].strip()
    return text, ""
