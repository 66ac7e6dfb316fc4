"""Times, servings, stars and days, as programs and people write them."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from recipes.importers import clean

ISO = re.compile(
    r"P(?:(?P<years>[\d.,]+)Y)?(?:(?P<months>[\d.,]+)M)?(?:(?P<weeks>[\d.,]+)W)?(?:(?P<days>[\d.,]+)D)?"
    r"(?:T(?:(?P<hours>[\d.,]+)H)?(?:(?P<minutes>[\d.,]+)(?:M|$))?(?:(?P<seconds>[\d.,]+)S)?)?",
    re.IGNORECASE,
)
MINUTES = {"weeks": 10080, "days": 1440, "hours": 60, "minutes": 1}
WORDS = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?|½|¼|¾)\s*(?P<half>½|¼|¾|1/2)?\s*"
    r"(?:(?P<days>days?|tage?n?|d\b|dni|jours?|d[ií]as?|giorn[oi]|dagen|dage|dagar)"
    r"|(?P<hours>hours?|hrs?|std|stunden?|heures?|horas?|ora|ore|uur|uren|timer?|timmar?|godz\w*|hod\w*|h\b)"
    r"|(?P<minutes>minut\w*|mins?|perc\w*|min\b|m\b|'))",
    re.IGNORECASE,
)
CLOCK = re.compile(r"(\d{1,3}):(\d{2})(?::\d{2})?")
HALVES = {"½": Decimal("0.5"), "1/2": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?")
COUNTED = re.compile(r"\d\s*(?:[-–]\s*\d+\s*)?(?P<what>[^\W\d_][^\W\d_ '-]*(?:[ '-][^\W\d_]+){0,3})\s*$")
PEOPLE = {
    "serving", "servings", "serves", "people", "person", "persons", "portion", "portions", "portionen", "personen",
    "personnes", "personne", "parts", "personas", "raciones", "porciones", "porción", "persone", "porzioni", "porcja",
    "porcje", "porcji", "osoby", "osób", "personer", "portioner", "porties", "x",
}  # fmt: skip
SCORE = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*(?:(?:/|of|out of|von|sur|de)\s*(\d{1,3}))?")
STARS = 5
HARD = {
    1: {"very easy", "sehr einfach", "sehr leicht", "très facile", "muy fácil", "bardzo łatwe", "1"},
    2: {"easy", "simple", "beginner", "einfach", "simpel", "leicht", "facile", "fácil", "łatwe", "łatwy", "2"},
    3: {"medium", "moderate", "normal", "intermediate", "mittel", "moyen", "media", "medio", "średnie", "średni", "3"},
    4: {"hard", "difficult", "challenging", "schwer", "schwierig", "pfiffig", "difficile", "difícil", "trudne", "4"},
    5: {"very hard", "expert", "advanced", "sehr schwer", "très difficile", "muy difícil", "bardzo trudne", "5"},
}
DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:\D|$)")
# What takes longer than a quarter of a year is a mistake, and so are ten thousand servings.
LONGEST, MOST = 131_040, 10_000


def minutes(value: object) -> int | None:
    """Whole minutes: PT1H30M, P1DT2H, "1 h 20 min", "1 Std. 20 Min.", 1:30, or a bare number of minutes."""
    if isinstance(value, list):
        return next((found for one in value if (found := minutes(one)) is not None), None)
    told = clean.line(value, 200)
    for read in (_iso, _bare, _clock, _worded):
        found = read(told)
        if found is not None:
            return found if 0 < found <= LONGEST else None
    return None


def servings(words: str) -> Decimal | None:
    """The first number of "4 servings", "4-6", "serves 2½"."""
    found = NUMBER.search(words)
    if found is None:
        return next((half for sign, half in HALVES.items() if sign in words), None)
    after = words[found.end() : found.end() + 1]
    amount = number(found.group()) + HALVES.get(after, Decimal(0))
    return amount if 0 < amount <= MOST else None


def counted(words: str) -> str:
    """What the servings are, where they are no people: "biscuits" of "24 biscuits"."""
    found = COUNTED.search(words)
    what = found["what"] if found else ""
    return "" if PEOPLE & set(what.lower().split()) else what


def stars(value: object, best: object = None) -> Decimal | None:
    """Stars of five: 4, "3/5 stars", 8 of 10. Nothing and 0 are none."""
    found = SCORE.search(clean.line(value, 40))
    if found is None:
        return None
    most = number(found[2] or clean.line(best, 10)) or Decimal(STARS)
    given = number(found[1]) * STARS / most
    return round(given, 2) if 0 < given <= STARS else None


def difficulty(value: object) -> int | None:
    """1 to 5 for the words that programs use: "easy", "mittel", "difficile"."""
    told = clean.line(value, 40).lower()
    return next((level for level, words in HARD.items() if told in words), None)


def day(value: object) -> date | None:
    """The day of "2023-10-13 20:29:29", "20231013T202929Z" and the like."""
    found = DAY.match(clean.line(value, 40))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def number(told: str) -> Decimal:
    try:
        return Decimal(told.strip().replace(",", ".")[:20])
    except InvalidOperation:
        return Decimal(0)


def _iso(told: str) -> int | None:
    found = ISO.fullmatch(told.replace(" ", ""))
    parts = {name: number(part) for name, part in found.groupdict().items() if part} if found else {}
    if not parts:
        return None
    whole = sum((parts.get(name, Decimal(0)) * each for name, each in MINUTES.items()), Decimal(0))
    return round(whole + parts.get("seconds", Decimal(0)) / 60)


def _bare(told: str) -> int | None:
    return round(number(told)) if NUMBER.fullmatch(told) else None


def _clock(told: str) -> int | None:
    found = CLOCK.fullmatch(told)
    return int(found.group(1)) * 60 + int(found.group(2)) if found else None


def _worded(told: str) -> int | None:
    whole = Decimal(0)
    for found in WORDS.finditer(told.lower()):
        amount = HALVES.get(found["number"]) or number(found["number"])
        amount += HALVES.get(found["half"] or "", Decimal(0))
        unit = "days" if found["days"] else "hours" if found["hours"] else "minutes"
        whole += amount * MINUTES[unit]
    return round(whole) or None
