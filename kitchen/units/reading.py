"""Finds the unit that a word means, and the longest one that begins at a place of a text."""

import re
import unicodedata
from functools import lru_cache

from kitchen.units.table import SIZED, UNITS, Unit
from kitchen.units.words import BY_CASE, WORDS

# Up to three words with the dots, blanks and hyphens between them.
LONGEST = 3
WORD = re.compile(r"[^\W\d_¼-¾⅐-⅞]+")
BETWEEN = re.compile(r"\.?(?:[ \t]+|-)|\.")

# Inches in short are read only where they stick to their number: "2in".
INCH = re.compile(r"(?<=[0-9¼-¾⅐-⅞])(?:in(?![\w])|[\"”″])", re.IGNORECASE)


def plain(word: str) -> str:
    """Without case and accents, which are left out on many keyboards."""
    letters = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


BY_WORD = {plain(word).replace("_", " "): code for code, words in WORDS.items() for word in words.split()}


def find_unit(word: str) -> Unit | None:
    """The unit that a word means: singular, plural or short, in any case, with or without a dot at its end."""
    return unit_called(word) or UNITS.get(word if word in SIZED else "")


@lru_cache(maxsize=8_192)
def unit_called(word: str) -> Unit | None:
    """The same but for the sizes of pieces, which stand before other units in a text: "2 large heads"."""
    asked = word.strip().rstrip(".")
    if code := BY_CASE.get(asked):
        return UNITS[code]
    words = WORD.findall(plain(asked))
    if not words or re.sub(r"[\W_]", "", asked) != "".join(WORD.findall(asked)):
        return None
    return UNITS.get(BY_WORD.get(" ".join(words), ""))


def read_unit(text: str, at: int = 0) -> tuple[Unit, int] | None:
    """The longest unit that begins at `at`, and where it ends (behind the dot of a short form)."""
    if inch := INCH.match(text, at):
        return UNITS["inch"], inch.end()
    found: tuple[Unit, int] | None = None
    end, count = at, 0
    while count < LONGEST and (match := WORD.match(text, end)):
        count, end = count + 1, match.end()
        if unit := unit_called(text[at:end]):
            found = unit, end
        if not (gap := BETWEEN.match(text, end)):
            break
        end = gap.end()
    if found and text.startswith(".", found[1]) and found[1] - at <= LONGEST + 2:
        return found[0], found[1] + 1
    return found
