"""Reads how many: "1 1/2", "1½", "1,5", ".5", "two", "half a", "a dozen".

A comma or a dot before one, two or more than three digits is a decimal sign. A comma before exactly three digits
parts thousands ("1,500" is fifteen hundred) unless a zero stands before it ("0,125"); a dot before three digits
is a decimal sign ("1.500" is one and a half) unless a comma follows ("1.000,5").
"""

import re
import unicodedata
from decimal import Decimal

from kitchen.units.number_words import ARTICLES, GROUPS, PARTS, WHOLE

SIGNS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# More digits than any kitchen needs are not a number but a code.
DIGITS = re.compile(r"(?!00)[0-9]{1,12}(?![0-9])")
THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+(?:\.[0-9]+)?|(?:\.[0-9]{3})+,[0-9]+)(?![0-9])")
DECIMALS = re.compile(r"[0-9]{0,12}[.,][0-9]{1,12}(?![0-9])")
FRACTION = re.compile(r"([0-9]{1,4})[ \t]?[/⁄∕][ \t]?([0-9]{1,4})(?![0-9])")
JOIN = re.compile(
    r"[ \t]*(?:(?:and|&|\+|und|i|et|y)[ \t]+|-)?(?=[0-9¼-¾⅐-⅞])|[ \t]+(?:and|und|i|et|y)[ \t]+(?=[a-zćp])"
)
WORD = re.compile(r"[^\W\d_¼-¾⅐-⅞]+(?:-four)?(?![\w])")
BLANKS = re.compile(r"[ \t]+|-")
OF = re.compile(r"[ \t]+(?:of[ \t]+)?(?:a|an|an?other)(?![\w'’])", re.IGNORECASE)

Read = tuple[Decimal, int]


def table(words: dict[str, str]) -> dict[str, Decimal]:
    return {word: Decimal(value) for value, listed in words.items() for word in listed.split()}


WHOLES, SHARES, MANY = table(WHOLE), table(PARTS), table(GROUPS)


def read_number(text: str, at: int = 0) -> Read | None:
    """The number that begins at `at`, and where it ends; None where there is none, or only a share in percent."""
    found = read_digits(text, at) or read_words(text, at)
    if found is None or re.match(r"[ \t]*%", text[found[1] : found[1] + 4]):
        return None
    return found


def read_digits(text: str, at: int) -> Read | None:
    if part := read_fraction(text, at):
        return part[0], of_one(text, part[1])
    if match := THOUSANDS.match(text, at):
        return thousands(match[0]), match.end()
    if match := DECIMALS.match(text, at):
        return Decimal(match[0].replace(",", ".")), match.end()
    if not (match := DIGITS.match(text, at)):
        return None
    return with_part(text, Decimal(match[0]), match.end())


def thousands(digits: str) -> Decimal:
    decimal = "," if digits.rfind(".") < digits.rfind(",") and "." in digits else "."
    other = "." if decimal == "," else ","
    return Decimal(digits.replace(other, "").replace(decimal, "."))


def read_fraction(text: str, at: int) -> Read | None:
    if text[at : at + 1] and text[at] in SIGNS:
        return Decimal(str(round_part(text[at]))), at + 1
    if (match := FRACTION.match(text, at)) and int(match[2]):
        return stuck(match[1], match[2]) or Decimal(match[1]) / Decimal(match[2]), match.end()
    return None


def stuck(above: str, below: str) -> Decimal | None:
    """One and a half that lost its blank, "11/2": nobody writes eleven halves."""
    if len(above) == len(below) + 1 and below in {"2", "3", "4", "8"} and 0 < int(above[1:]) < int(below):
        return Decimal(above[0]) + Decimal(above[1:]) / Decimal(below)
    return None


def round_part(sign: str) -> Decimal:
    above, _slash, below = unicodedata.normalize("NFKC", sign).partition("⁄")
    return Decimal(above) / Decimal(below)


def with_part(text: str, whole: Decimal, end: int, *, spoken: bool = False) -> Read:
    """A whole number with the fraction behind it: "1 1/2", "1½", "2 and a half"; behind a word only with an "and"."""
    if (gap := JOIN.match(text, end)) and not (spoken and not gap[0].strip(" \t-")):
        part = read_fraction(text, gap.end()) or (read_words(text, gap.end()) if gap[0].strip(" \t-") else None)
        if part and 0 < part[0] < 1:
            return whole + part[0], part[1]
    return whole, end


def read_words(text: str, at: int) -> Read | None:
    """Words for numbers; an article is one, unless a share or a group follows it."""
    if not (match := WORD.match(text, at)):
        return None
    word, end = match[0].casefold(), match.end()
    if word in SHARES:
        return share(text, word, end)
    if word not in WHOLES or text[end : end + 1] in {"'", "’"}:
        return None
    gap = BLANKS.match(text, end)
    after = WORD.match(text, gap.end()) if gap else None
    if after and (together := two_words(text, word, after)):
        return together
    return with_part(text, WHOLES[word], end, spoken=True)


def two_words(text: str, word: str, after: re.Match[str]) -> Read | None:
    """A number with the share or group behind it: "a half", "three quarters", "a dozen"."""
    following = after[0].casefold()
    if following == "quarters":
        return WHOLES[word] / 4, after.end()
    if following in SHARES and (word in ARTICLES or following == "quarter"):
        return share(text, following, after.end(), WHOLES[word])
    if following in MANY and word in ARTICLES:
        return MANY[following], after.end()
    return None


def of_one(text: str, end: int) -> int:
    """Where the text goes on behind the article of "½ a lemon"."""
    article = OF.match(text, end)
    return article.end() if article else end


def share(text: str, word: str, end: int, times: Decimal = Decimal(1)) -> Read:
    """Half and its like, with the article or the dozen that may follow: "half a", "half a dozen"."""
    value = SHARES[word] * times
    end = of_one(text, end)
    if (gap := BLANKS.match(text, end)) and (after := WORD.match(text, gap.end())) and after[0].casefold() in MANY:
        return value * MANY[after[0].casefold()], after.end()
    return value, end
