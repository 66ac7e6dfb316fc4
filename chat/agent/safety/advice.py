"""Advice that contradicts the tables: a lower temperature inside, a longer storage, longer out of the fridge.

Looked for sentence by sentence, in English, where figures and foods stand together. It finds what is written plainly
and does not claim to understand; what it finds is put above the answer with the right figure, never taken out of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chat.agent.safety.finding import rows_in
from chat.agent.safety.table import HOURS_OUT, Keeping, Temperature, keepings, temperatures

SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
DEGREES = re.compile(
    r"(?<![\d.,-])(\d{2,3})(?:[.,]\d)?\s*(?:°|º|degrees?\s*|deg\s*)\s*(c|f|celsius|fahrenheit)?\b", re.IGNORECASE
)
INSIDE = re.compile(
    r"\b(safe|internal|inside|core|centre|center|thermometer|probe|in the middle|thickest|reach(?:es)?)\b"
)
OUTSIDE = re.compile(
    r"\b(oven|preheat\w*|bake|roast(?:ing)? at|grill at|pan|oil|water|fryer|smoker|gas mark|fridge|freezer)\b"
)
NUMBER = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
SPAN = re.compile(
    rf"\b(?:(?:\d+|{'|'.join(NUMBER)})\s*(?:-|–|to|or)\s*)?(\d+|{'|'.join(NUMBER)})\s*(hour|day|week|month)s?\b"
)
KEEPS = re.compile(
    r"\b(safe for|keep|keeps|kept|last|lasts|store|stored|good for|stay|stays|fine for|up to|within|eat)\b"
)
IN_FRIDGE = re.compile(r"\b(fridge|refrigerat\w*|chilled|fresh for)\b")
FROZEN = re.compile(r"\b(freez\w*|frozen)\b")
COLD = re.compile(f"{IN_FRIDGE.pattern}|{FROZEN.pattern}")
LEFT_OUT = re.compile(
    r"\b(room temperature|counter|worktop|left out|leave (?:it |them )?out|unrefrigerated|outside the fridge)\b"
)
WARNS = re.compile(
    r"\b(never|not|don't|do not|no longer|at most|throw|discard|after|less than|more than|longer than|unsafe)\b"
)
# Letters beside a figure that are looked at for what it is said of.
NEAR = 30
DAYS = {"day": 1, "week": 7, "month": 30}


@dataclass(frozen=True)
class Concern:
    """`kind` is "temperature" or "storage"; `text` is a sentence for people with the figure of the table."""

    kind: str
    text: str


def concerns_of(text: str) -> list[Concern]:
    """One for each row that is contradicted, in the order of the text."""
    found: dict[str, Concern] = {}
    before = ""
    for sentence in filter(None, (part.strip() for part in SENTENCE.split(text))):
        plain = sentence.casefold()
        for key, concern in (*_too_cool(plain, before), *_too_long(plain, before)):
            found.setdefault(key, concern)
        before = plain
    return list(found.values())


def _too_cool(sentence: str, before: str) -> Iterator[tuple[str, Concern]]:
    """Only degrees that are said of the inside: an oven may be as it likes."""
    for at in DEGREES.finditer(sentence):
        around = sentence[max(0, at.start() - 60) : at.end() + 40]
        if OUTSIDE.search(around) or not (INSIDE.search(sentence) or _cooked_to(sentence, at.start())):
            continue
        row = _row(sentence[: at.start()], sentence, before)
        if row is None or row.celsius is None or row.fahrenheit is None:
            continue
        degrees, fahrenheit = int(at[1]), (at[2] or "").startswith("f")
        if degrees < (row.fahrenheit if fahrenheit else row.celsius):
            yield f"temperature {row.slug}", Concern("temperature", told(row))


def _cooked_to(sentence: str, at: int) -> bool:
    return (
        re.search(
            r"\b(cook|cooked|heat|done|reheat|reheated|warm)\b[^.]{0,40}\b(to|at)\s*(?:about |around )?$", sentence[:at]
        )
        is not None
    )


def _row(head: str, sentence: str, before: str) -> Temperature | None:
    """The food that was named last before the figure, else in the sentence, else in the one before."""
    for part in (head, sentence, before):
        if rows := rows_in(part, temperatures()):
            return rows[-1]
    return None


def told(row: Temperature) -> str:
    sentence = _("%(name)s: at least %(celsius)s °C (%(fahrenheit)s °F) inside") % {
        "name": row.name,
        "celsius": row.celsius,
        "fahrenheit": row.fahrenheit,
    }
    if row.rest_minutes:
        rest = ngettext("then %(count)d minute of rest", "then %(count)d minutes of rest", row.rest_minutes)
        sentence = f"{sentence}, {rest % {'count': row.rest_minutes}}"
    return f"{sentence}."


def _too_long(sentence: str, before: str) -> Iterator[tuple[str, Concern]]:
    for at in SPAN.finditer(sentence):
        if WARNS.search(sentence[max(0, at.start() - NEAR) : at.start()]):
            continue
        count, rows = NUMBER.get(at[1]) or int(at[1]), rows_in(sentence, keepings()) or rows_in(before, keepings())
        if not rows:
            continue
        if at[2] == "hour":
            if LEFT_OUT.search(sentence) and count > HOURS_OUT:
                yield "storage out", Concern("storage", hours_told())
        elif _is_of_fridge(sentence, at) and count * DAYS[at[2]] > max(row.fridge_days for row in rows):
            yield f"storage {rows[0].slug}", Concern("storage", kept_told(rows[0]))


def _is_of_fridge(sentence: str, at: re.Match[str]) -> bool:
    """A figure is of what is named behind it before the next one ("2 days in the fridge"), else of what came last."""
    following = SPAN.search(sentence, at.end())
    behind = COLD.search(sentence, at.end(), following.start() if following else len(sentence))
    before = [one[0] for one in COLD.finditer(sentence, 0, at.start())]
    named = behind[0] if behind else before[-1] if before else ""
    return KEEPS.search(sentence) is not None and IN_FRIDGE.search(named) is not None


def kept_told(row: Keeping) -> str:
    days = ngettext("%(count)d day", "%(count)d days", row.fridge_days) % {"count": row.fridge_days}
    return _("%(name)s: at most %(days)s in the fridge at 4 °C.") % {"name": row.name, "days": days}


def hours_told() -> str:
    return _("What spoils lies out of the fridge for two hours at most, for one where it is hotter than 32 °C.")
