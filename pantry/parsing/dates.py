"""Takes a date out of a typed entry, with the word before it that says what ends on that day.

Days come before months. Where only the other order is a day, "06/28", it is that one, the earlier; behind "best
before" it is a month of a year, as it stands on tins. A month ends with its last day.
"""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pantry.parsing.calendar_words import SOON, SPAN, WEEKDAY, one_of
from pantry.parsing.date_words import BEST_BEFORE, LEADING, USE_BY
from pantry.parsing.day_forms import FORMS, OF_MONTH, OF_WEEK, ON_TINS, WEEKEND
from pantry.parsing.days import FURTHEST_YEARS, NoSuchDay, Reader

KIND = re.compile(
    rf"(?<![\w-])(?:(?P<use_by>{one_of(USE_BY.split())})|(?P<best_before>{one_of(BEST_BEFORE.split())}))(?![\w-])"
    rf"[\s.:]*(?:date[\s:]*)?(?:(?:{one_of(LEADING.split())}|the)(?!\w)[\s:]*){{0,2}}",
    re.IGNORECASE,
)
LEAD = rf"(?:^|(?<=[\s(,]))(?:(?:{one_of(LEADING.split())})\s+)?"
AFTER = re.compile(r"\)?[\s.!]*$")
AT_END = tuple((re.compile(f"{LEAD}(?P<all>{form.pattern.pattern})", re.IGNORECASE), form) for form in FORMS)


AT_START = tuple(
    (re.compile(f"{form.pattern.pattern}(?:\\s*[:–—-])?\\s+(?=\\d*[^\\W\\d_])", re.IGNORECASE), form)
    for form in FORMS
    if form.first
)
BEFORE_COLON = tuple(
    (re.compile(f"{form.pattern.pattern}\\s*:\\s+(?=\\w)", re.IGNORECASE), form) for form in FORMS if form.bare
)
# No date that is not behind a word such as "exp" is longer, and none is without one of these.
LONGEST = 50
HINT = re.compile(rf"\d|(?<!\w)(?:{WEEKDAY}|{SOON}|{WEEKEND}|{SPAN})(?!\w)|{OF_WEEK}|{OF_MONTH}", re.IGNORECASE)


@dataclass(frozen=True)
class Dated:
    """The text without its date; `wrong` is a sentence where the date cannot be."""

    rest: str
    day: date | None = None
    kind: str = ""
    wrong: str = ""


def take_date(text: str, today: date) -> Dated:
    """A date behind a word such as "exp" anywhere, or any other date at the end of the text or at its beginning."""
    return marked(text, today) or at_end(text, today) or at_start(text, today) or Dated(text)


def marked(text: str, today: date) -> Dated | None:
    for kind in KIND.finditer(text):
        forms = (ON_TINS, *FORMS) if kind["best_before"] else FORMS
        for form in forms:
            if match := form.pattern.match(text, kind.end()):
                rest = f"{text[: kind.start()].rstrip(' (')} {text[match.end() :].lstrip(' .)')}".strip()
                return judged(rest, match, form, today, "best_before" if kind["best_before"] else "use_by")
    return None


def at_end(text: str, today: date) -> Dated | None:
    start = max(0, len(text) - LONGEST)
    if not HINT.search(text, start):
        return None
    for pattern, form in AT_END:
        for match in pattern.finditer(text, start) if form.bare else ():
            if match.start() and AFTER.match(text, match.end()):
                return judged(text[: match.start()].rstrip(" (,"), match, form, today, "use_by")
    return None


def at_start(text: str, today: date) -> Dated | None:
    if not (text[:1].isdigit() or ":" in text):
        return None
    for pattern, form in (*AT_START, *BEFORE_COLON):
        if match := pattern.match(text):
            return judged(text[match.end() :], match, form, today, "use_by")
    return None


def judged(rest: str, match: re.Match[str], form: Reader, today: date, kind: str) -> Dated:
    day: date | None
    try:
        day = form.day(match, today)
    except (NoSuchDay, OverflowError):
        day = None
    if day is None or abs(day.year - today.year) > FURTHEST_YEARS:
        written = match.groupdict().get("all") or match[0]
        return Dated(rest, wrong=_("“%(date)s” is not a day that can be.") % {"date": written.strip()})
    return Dated(rest, day, kind)
