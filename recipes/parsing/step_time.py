"""Times in the text of a step: "10-12 minutes", "45 minutes to 1 hour", "1h30", "eine halbe Stunde"."""

import re
from decimal import Decimal

from kitchen.units import read_number
from kitchen.units.amount_words import TO
from recipes.parsing.step_span import SECOND, TIMER, Span

HOUR, MINUTE = Decimal(3600), Decimal(60)
LONGEST = 48 * HOUR
# What may stand between the number and the unit: "5 more minutes", "a quarter of an hour".
GAP = (
    r"[ \t]*[-‐‑–]?[ \t]*(?:of[ \t]+an?[ \t]+|d['’][ \t]?|de[ \t]+)?"
    r"(?:(?:more|additional|further|extra|full|whole|good|solid|weiteren?|gute|kolejnych|kolejne)[ \t]+)?"
)
UNIT = re.compile(
    GAP + r"(?:(?P<minute>minut(?:es?|en?|os?|y|ę|a)?(?![ \t]+steaks?\b)|mins?\b\.?|min\.)"
    r"|(?P<hour>hours?|hrs?\b\.?|h\b\.?|stunden?|std\b\.?|heures?|horas?|godzin[ayę]?|godz\b\.?)"
    r"|(?P<second>seconds?|secs?\b\.?|sekunden?|sek\b\.?|secondes?|segundos?|seg\b\.?|sekund[yęa]?))(?!\w)"
    r"|[ \t]?(?P<short>h)(?=[0-5][0-9](?!\w))",
    re.IGNORECASE,
)
MINUTES_BEHIND = re.compile(r"(?<=h)[ \t]?([0-5][0-9])(?!\w|[.,]\d)", re.IGNORECASE)
AND = re.compile(r"(?:[ \t]*,)?[ \t]*(?:(?:and|&|\+|und|et|y|i|plus)[ \t]+)?(?=[\d¼-¾⅐-⅞a-z])", re.IGNORECASE)
HALF_MORE = re.compile(
    r"[ \t]+(?:and[ \t]+a[ \t]+(half|quarter)|et[ \t]+(demie?|quart)|y[ \t]+(media|cuarto)|i[ \t]+(pół))\b",
    re.IGNORECASE,
)
OR_TWO = re.compile(r"[ \t]+or[ \t]+(?:two|so)\b", re.IGNORECASE)
WHOLE = re.compile(
    r"(?P<three>dreiviertelstunden?|trois[ -]quarts[ ]d['’]heure|trzy[ ]kwadranse)"
    r"|(?P<one>viertelstunden?|kwadrans(?!e))"
    r"|(?:(?<=przez )|(?<=na ))(?P<hour>godzinę)|(?<=przez )(?P<minute>minutę)",
    re.IGNORECASE,
)
WORTH = {"three": 45 * MINUTE, "one": 15 * MINUTE, "hour": HOUR, "minute": MINUTE}
# "Stirring every 10 minutes" asks for no clock, "can be made 2 hours ahead" neither.
EVERY = re.compile(r"(?:\bevery|\balle|\bco|\btoutes[ ]les|\bcada)[ \t]+(?:\w+[ \t]+)?$", re.IGNORECASE)
AHEAD = re.compile(
    r"[ \t]+(?:ahead|in[ ]advance|beforehand|earlier|im[ ]voraus|vorher|à[ ]l['’]avance|wcześniej)\b",
    re.IGNORECASE,
)

Read = tuple[Decimal, Decimal | None, int]


def read_timer(text: str, at: int) -> Span | None:
    """The time that begins at `at`, if it is one to wait for."""
    if not (found := duration(text, at)):
        return None
    low, high, end = found
    if high is None and (to := TO.match(text, end)) and (more := duration(text, to.end())) and more[0] > low:
        high, end = more[1] or more[0], more[2]
    if not 0 < low <= LONGEST or AHEAD.match(text, end) or EVERY.search(text, max(0, at - 24), at):
        return None
    return Span(at, end, TIMER, low, high, SECOND)


def duration(text: str, at: int) -> Read | None:
    """Seconds, those at the end of a range, and where the time ends."""
    if whole := WHOLE.match(text, at):
        return WORTH[whole.lastgroup or ""], None, whole.end()
    if not (first := read_number(text, at)):
        return None
    low, end = first
    high: Decimal | None = None
    if (to := TO.match(text, end)) and (more := read_number(text, to.end())) and more[0] > low:
        high, end = more
    if not (unit := UNIT.match(text, end)):
        return None
    if unit["second"] and text[at : at + 1] in "aAoOuUeE":
        return None
    each = HOUR if unit["hour"] or unit["short"] else MINUTE if unit["minute"] else Decimal(1)
    low, high, end = low * each, high and high * each, unit.end()
    if high is None:
        return more_behind(text, low, each, end)
    return low, high, end


def more_behind(text: str, low: Decimal, each: Decimal, end: int) -> Read:
    """What is put to it: "1 hour and 10 minutes", "1h30", "an hour and a half", "a minute or two"."""
    if half := HALF_MORE.match(text, end):
        quarter = next(filter(None, half.groups())).casefold() in {"quarter", "quart", "cuarto"}
        return low + each / (4 if quarter else 2), None, half.end()
    if each == HOUR and (minutes := MINUTES_BEHIND.match(text, end)):
        behind = UNIT.match(text, minutes.end())
        return low + int(minutes[1]) * MINUTE, None, behind.end() if behind and behind["minute"] else minutes.end()
    if low == each and (two := OR_TWO.match(text, end)):
        return low, 2 * low if two[0].endswith("two") else None, two.end()
    if (joint := AND.match(text, end)) and (number := read_number(text, joint.end())):
        unit = UNIT.match(text, number[1])
        smaller = unit and (MINUTE if unit["minute"] else Decimal(1) if unit["second"] else HOUR)
        if unit and smaller and smaller < each:
            return low + number[0] * smaller, None, unit.end()
    return low, None, end
