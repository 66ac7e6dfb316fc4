"""Parts a name from what is said beside it."""

import re
from dataclasses import dataclass

from recipes.parsing.words import (
    ADJECTIVES,
    ADVERBS,
    ASIDE,
    BOUGHT_SO,
    DONE,
    DONE_BEHIND,
    GROUND,
    LARGE,
    OPTIONAL,
    SIZES,
    SMALL,
    SOLD_BY_SIZE,
)

BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]\s*")
COMMA = re.compile(r",(?!\d)|(?<!\d),|;|\s[-–—]\s|\s?—\s?|:\s")
SIZE = re.compile(
    rf"(?:{SIZES})(?=[\s,])(?:\s+(?:to|or)\s+(?:{SIZES})(?=[\s,]))?,?\s+(?!{SOLD_BY_SIZE}\b)", re.IGNORECASE
)
PREPARED = re.compile(
    rf"(?!(?:{ADVERBS}\s+)*{BOUGHT_SO}\b)"
    rf"(?:(?:(?:coarse|fresh)-)?(?:ground|cracked)(?=\s+(?:black|white)\s+pepper)|(?:{ADVERBS}\s+)*{DONE}|{ADVERBS}(?:[\s-]+{ADVERBS})*[\s-]+(?:{DONE}|{GROUND}))"
    rf"(?:,?\s+(?:and|or|und|i|et|y)\s+(?:{ADVERBS}\s+)*(?:{DONE}|{GROUND}))?,?\s+(?!and\b|or\b|und\b)(?=\w)",
    re.IGNORECASE,
)
ALL_ADJECTIVES = re.compile(rf"{ADJECTIVES}(?:,?\s+{ADJECTIVES})*", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]{2}")
# "Chicken, beef, or vegetable stock" is one name; "diced, rinsed or not" is none.
CHOICE = re.compile(r"(?:\s+[^\W\d]+(?:[ -][^\W\d]+){0,3},)*\s+[^\W\d]+(?:[ -][^\W\d]+){0,3}?,?\s+or\s+[^,(\d]{3,50}")
UNLIKE = re.compile(
    r"(?<![\w-])\w{2,}(?<!e)ed\b|\b(?:cut|torn|to|at|in|into|for|plus|such|with|without|from|if|more|less|ground|parts?|each|seeds?"
    r"|skin|juice|zest|leaves|stems?|homemade|store-bought|fresh|frozen|canned|like|as|thinly|finely)\b|^\s+or\b",
    re.IGNORECASE,
)
# "Salt and freshly ground pepper": said in the middle of a name.
INNER = re.compile(r"(?<=\band )((?:freshly|fresh|coarsely)[\s-]+(?:ground|cracked))\s+", re.IGNORECASE)
# "1/2-inch cubes", "3 x 5-inch": how large the pieces are.
DIMENSION = re.compile(
    r"[\d¼-¾⅐-⅞][\d¼-¾⅐-⅞/. x×-]*(?:-|\s|\b)(?:inch(?:es)?|in|cm|mm)(?:-(?:thick|long|wide|diameter))?\s+"
    r"(?:(?:cubes?|pieces?|strips?|dice|rounds?|chunks?|lengths?)\s+(?:of\s+)?)?(?=\w)",
    re.IGNORECASE,
)
# "2 large or 3 small onions"
EITHER = re.compile(
    rf"(?:{SIZES})\s+or\s+[\d¼-¾⅐-⅞]+(?:\s*(?:to|-|–)\s*[\d¼-¾⅐-⅞]+)?\s+(?:(?:{SIZES})\s+)?(?=\w)", re.IGNORECASE
)
SIZED = re.compile(rf"(?:(?P<large>{LARGE})|(?P<small>{SMALL}))", re.IGNORECASE)
BETWEEN_SIZES = re.compile(r"\b(?:to|or)\s+(?!\d)", re.IGNORECASE)
BESIDE = re.compile(
    rf"(?:^|\s+|(?<=\w)-)(?={ASIDE}(?!\w)|or\s+[\d¼-¾⅐-⅞]|(?:{DONE}|(?:{DONE_BEHIND}\s+)*{DONE_BEHIND})(?:$|\s+(?:and|in|into|et|y|i|en)\s))",
    re.IGNORECASE,
)
OPTION = re.compile(rf"[\s,(]*\b(?:{OPTIONAL})\b[\s:)]*", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    name: str
    note: str
    optional: bool
    size: str = ""


def part(text: str, before: list[str], *, product: bool) -> Named:
    """Name and note of what follows the amount; `before` was said already.

    A `product` comes in its package as it is called: chopped tomatoes in tins are not yet to be chopped.
    """
    rest, asides = without_brackets(text)
    name, after = at_comma(rest)
    early: list[str] = []
    more = ""
    name = led(SIZE, led(EITHER, led(DIMENSION, name, early), early), early)
    if not product:
        name = led(PREPARED, led(SIZE, led(PREPARED, name, early), early), early)
    name = led(SIZE, name, early)
    if inner := INNER.search(name):
        early, name = [*early, inner[1]], INNER.sub("", name)
    if (beside := BESIDE.search(name)) and beside.start() and not ALL_ADJECTIVES.fullmatch(name, 0, beside.start()):
        name, more = name[: beside.start()], name[beside.start() :]
        after = ", ".join(filter(None, [more.strip(), after]))
    note = ", ".join(filter(None, [said.strip(" ,;") for said in [*before, *early, *asides, after]]))
    optional = bool(OPTION.search(note) or OPTION.search(name))
    if optional:
        note = re.sub(r"(?:,\s*)+", ", ", OPTION.sub(", ", note)).strip(" ,") if OPTION.search(note) else note
        name = OPTION.sub(" ", name).strip()
    return Named(name.strip(" ,;:.*-–"), note, optional, size_of([*before, *early, more.strip()]))


def size_of(said: list[str]) -> str:
    """Whether something said so: "large", not "small or medium"."""
    for text in said:
        if (size := SIZED.match(text)) and not BETWEEN_SIZES.search(text):
            return size.lastgroup or ""
    return ""


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
        if comma[0] == "," and ALL_ADJECTIVES.fullmatch(text, 0, comma.start()) and LETTERS.search(text, comma.end()):
            continue
        if comma[0] == "," and (choice := CHOICE.match(text, comma.end())) and not UNLIKE.search(choice[0]):
            return text[: choice.end()], text[choice.end() :].strip(" ,")
        return text[: comma.start()], text[comma.end() :].strip()
    return text, ""
