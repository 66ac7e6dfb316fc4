"""The words of bills: amounts, people, how many share."""

import re
from collections.abc import Iterable

COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "both": 2}
PARTS = {"one": "1", "a": "1", "an": "1", "single": "1", "double": "2", "twice": "2", "triple": "3", "half": "0.5"} | {
    word: str(number) for word, number in COUNTS.items()
}
SIGN = (
    r"(?:€|\$|£|¥|₣|zł|kč|euros?|eur|bucks?|dollars?|usd|pounds?|quid|gbp|francs?|chf|zloty\w*|pln|yen|jpy|kronor|kr)"
)
DIGITS = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
AMOUNT = rf"(?:{SIGN}\s*)?(?:{DIGITS})(?![\d%])(?!\s*(?:%|percent))(?:\s*{SIGN}(?![\w]))?"
MONEY = re.compile(
    rf"(?<![\w.,])(?P<before>{SIGN}\s*)?(?P<digits>{DIGITS})(?P<after>\s*{SIGN}(?!\w))?(?![\d%\w])", re.IGNORECASE
)
NUMBER = r"(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|half|an?)"
ONE = r"(?:me|i|myself|mine|us|we|everybody|everyone|[^\W\d_][\w-]*(?:'s)?)"
WHO = rf"{ONE}(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|&|plus)\s+){ONE})*"
JOINT = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&|plus)\s+", re.IGNORECASE)
LEADS_TO_PRICE = re.compile(
    r"\b(?:split|divide|share|halve|paid|pay|spent|of|for|was|is|cost|total|bill|to|owes?|lent|out|\w+ me)\s*$",
    re.IGNORECASE,
)
COUNTS_THINGS = re.compile(
    r"\s+(?!(?:for|between|among|with|and|on|paid|by|in|to|of|from|back|but|equal\w*|even\w*|fairly|at|we|i|up|each|today|"
    r"yesterday|three|two|four|both|please)\b)[a-z]",
    re.IGNORECASE,
)
SELF = {"me", "i", "myself", "mine", "my", "i'm"}
ALL = re.compile(
    r"(?:(?:all|each|everyone|everybody|both) of us|us(?: all)?|all of us|we(?: all)?|everyone|everybody|all|ourselves|"
    r"(?:the )?(?:whole |entire )?(?:household|flat|house|family|table|gang|flatmates|roommates))",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"(?:(?:between|among|amongst|by|for|in|into|over)\s+)?(?:all )?(?:the )?(?P<count>\d{1,2}|two|three|four|five|six|"
    r"seven|eight)(?: of us| people| persons| flatmates| roommates|[ -]ways?)\b|\b(?:between )?(?P<both>both) of us\b",
    re.IGNORECASE,
)
PRONOUNS = {"him", "her", "he", "she", "they", "them", "hers", "his", "theirs", "you", "someone", "somebody"}


ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
ROUND = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
FIGURES = (
    {word: number for number, word in enumerate(ONES, start=1)}
    | {word: number for number, word in enumerate(TEENS, start=10)}
    | {word: 10 * number for number, word in enumerate(ROUND, start=2)}
)
SPOKEN = re.compile(
    rf"\b(?P<words>(?:{'|'.join(ROUND)})(?:[ -](?:{'|'.join(ONES)}))?|{'|'.join((*TEENS, *ONES))})(?=\s*{SIGN}\b)",
    re.IGNORECASE,
)


def in_digits(text: str) -> str:
    """54 euros for "fifty four euros"."""
    return SPOKEN.sub(
        lambda found: str(sum(FIGURES[word] for word in re.split(r"[ -]", found["words"].casefold()))), text
    )


def plain_number(text: str) -> str:
    """1234.50 for "€ 1.234,50": a sign before one or two last digits parts the cents, before three it does not."""
    found = MONEY.search(text)
    digits = found["digits"] if found else text
    whole, sign, cents = re.fullmatch(r"(.*?)(?:([.,])(\d{1,2}))?", digits).groups()  # type: ignore[union-attr]
    return re.sub(r"[.,]", "", whole) + (f".{cents}" if sign else "")


def names(text: str) -> list[str]:
    """As they were said, "me" for who speaks; "Bob's" is Bob."""
    found = [one.strip(" .!?") for one in JOINT.split(text.strip()) if one.strip(" .!?")]
    return ["me" if one.casefold() in SELF else re.sub(r"'s?$", "", one) for one in found]


def is_everybody(people: Iterable[str]) -> bool:
    return all(ALL.fullmatch(one.strip()) for one in people)


def part(text: str) -> str:
    """A number of shares: "two" is 2."""
    return PARTS.get(text.casefold(), text.replace(",", "."))


def total_of(text: str) -> str:
    """The amount that is most likely the bill's; "" where there is none."""
    found = list(MONEY.finditer(text))
    best = max(found, key=lambda one: (_likely(one, text), -one.start()), default=None)
    return plain_number(best["digits"]) if best else ""


def _likely(found: re.Match[str], text: str) -> int:
    """A sign of money, cents, and a word before it that leads to a price speak for it; a noun behind it does not."""
    signed = bool(found["before"] or found["after"])
    counted = COUNTS_THINGS.match(text[found.end() :])
    led = LEADS_TO_PRICE.search(text[: found.start()])
    return 4 * signed + 2 * bool(re.search(r"[.,]\d{1,2}$", found["digits"])) + 2 * bool(led) - 3 * bool(counted)
