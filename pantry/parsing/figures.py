"""Numbers as five languages write them become such as kitchen.units reads: "1.500 g", "1 000 g", "1,500 kg"."""

import re

from django.utils.translation import gettext as _

# Blanks that part thousands and never words; a plain blank does before nothing but zeros, or twice.
THIN = "\u00a0\u2007\u2009\u202f"
SMALL = r"(?:m?g|grs?|gr?amm?(?:es?|s|y|ów|os?)?|ml|mililit\w+|millilit\w+)\.?(?!\w)"
LARGE = r"(?:kgs?|kilos?|kilogr\w+|l|lt|lit(?:er|re|r|ro)s?|lbs?|pounds?)\.?(?!\w)"
GROUPED = re.compile(rf"(?<![\d.,])([1-9]\d{{0,2}}(?:[{THIN}'’]\d{{3}})+|[1-9]\d{{0,2}}(?: \d{{3}}){{2,}})(?![\d])")
ROUND = re.compile(rf"(?<![\d.,])([1-9]\d{{0,2}}) (000)(?=\s?(?:{SMALL}|{LARGE}))", re.IGNORECASE)
# Nobody weighs thousandths of a gram, and nobody has a thousand kilograms.
THOUSANDS = re.compile(rf"(?<![\d.,])([1-9]\d{{0,2}}(?:[.,]\d{{3}})+)(?=\s?{SMALL})", re.IGNORECASE)
DECIMALS = re.compile(rf"(?<![\d.,])(\d{{1,3}}),(\d{{3}})(?=\s?{LARGE})", re.IGNORECASE)
NOT_DIGIT = re.compile(r"\D")
# A power of ten, and more digits than a number has: at the edge of a text, or before a word.
POWER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?e[+-]?\d+(?!\d)", re.IGNORECASE)
ENDLESS = re.compile(r"(?<![\w.,])\d{13,}(?=[.,]\d|\s*[^\W\d_])|(?<=[^\W\d_]\s)\d{15,}(?!\d)")
BY_NOTHING = re.compile(r"(?<![\w.,/])\d+\s?/\s?0+(?![\d/.,])")
CODES = (8, 12, 13, 14)


def plain_blanks(text: str) -> str:
    """Single blanks, and none inside of a number."""
    return " ".join(GROUPED.sub(joined, text).split())


def plain_numbers(text: str) -> str:
    text = ROUND.sub(r"\1\2", text)
    return DECIMALS.sub(r"\1.\2", THOUSANDS.sub(joined, text))


def joined(match: re.Match[str]) -> str:
    return NOT_DIGIT.sub("", match[0])


def no_number(text: str) -> str:
    """A sentence where what is written is no number, or one that no kitchen needs; a barcode is none."""
    if POWER.search(text) or any(not is_code(match[0]) for match in ENDLESS.finditer(text)):
        return _("No kitchen holds so much: write the amount as a plain number, such as 1500.")
    if BY_NOTHING.search(text):
        return _("Nothing can be divided by 0: write the amount as a plain number, such as 0.5.")
    return ""


def is_code(digits: str) -> bool:
    """Whether the last digit is the check digit of a barcode."""
    if len(digits) not in CODES:
        return False
    weighed = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits[:-1])))
    return (weighed + int(digits[-1])) % 10 == 0
