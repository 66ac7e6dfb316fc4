"""Times and servings that stand in plain words on a page: "Prep time: 20 min", "Serves 4", "Für 4 Personen"."""

import re
from dataclasses import replace

from recipes.importers import figures
from recipes.importers.draft import Draft

PREP = (
    r"prep(?:aration)?(?: time)?|(?:vor)?zubereitungszeit|vorbereitung(?:szeit)?|arbeitszeit|temps de préparation"
    r"|préparation|tiempo de preparación|tempo di preparazione|preparazione|bereidingstijd|czas przygotowania"
)
COOK = (
    r"cook(?:ing)?(?: time)?|bak(?:e|ing)(?: time)?|koch(?:/backzeit|zeit)|backzeit|garzeit|temps de cuisson|cuisson"
    r"|tiempo de cocción|cottura|tempo di cottura"
)
TOTAL = r"total(?: time)?|ready in|gesamt(?:zeit)?|dauer|fertig in|temps total|tiempo total|tempo totale|durée"
TIME = r"(?:\d|½)[\d\s.,:½¼¾/-]*(?:[^\W\d_]+\.?)(?:\s*\d+\s*[^\W\d_]+\.?)?"
TIMES = {
    name: re.compile(rf"(?:^|\b)(?:{words})\s*[:\-–]?\s*({TIME})", re.IGNORECASE)
    for name, words in (("prep_minutes", PREP), ("cook_minutes", COOK), ("total_minutes", TOTAL))
}
COUNTED = (
    r"servings?|serves|portion(?:s|en)?|people|persons?|personen|personnes|personas|porciones|raciones|porzioni"
    r"|persone|personer|porcj[ei]|stück|pieces|cookies|muffins"
)
SERVINGS = re.compile(
    rf"(?:(?:serves|servings?|yields?|makes|portionen|personen|für|pour|para|per|voor|til)\s*:?\s*"
    rf"(?P<after>\d+(?:\s*[-–]\s*\d+)?(?:\s+(?:{COUNTED}))?)|(?P<before>\d+(?:\s*[-–]\s*\d+)?\s+(?:{COUNTED})))\b",
    re.IGNORECASE,
)
LONGEST = 160


def with_facts(draft: Draft, lines: list[str]) -> Draft:
    """The draft, what it does not say yet filled from short lines around it."""
    told: dict[str, int] = {}
    words = ""
    for line in lines:
        if len(line) > LONGEST:
            continue
        for name, pattern in TIMES.items():
            found = pattern.search(line)
            read = figures.minutes(found.group(1)) if found else None
            if read is not None:
                told.setdefault(name, read)
        counted = SERVINGS.search(line) if not words else None
        words = words or (counted.group("after") or counted.group("before") if counted else "")
    filled = {name: value for name, value in told.items() if getattr(draft, name) is None}
    if words and draft.servings is None:
        return replace(draft, servings=figures.servings(words), servings_words=words, **filled)  # type: ignore[arg-type]
    return replace(draft, **filled)  # type: ignore[arg-type]
