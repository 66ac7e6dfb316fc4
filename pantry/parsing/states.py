"""Takes out what is said of the state of a thing: "opened 3 days ago"; "frozen" says where it lies and stays."""

import re
from datetime import date, timedelta

from kitchen.units import read_number
from kitchen.units.reading import WORD, find_unit

OPENED = (
    r"opened|angebrochen|angefangen|geöffnet|otwart[eay]|entamée?s?|ouverte?s?|abiert[oa]s?|(?:already|schon|już)\sopen"
)
AGO = (
    r"(?:\s(?:(?P<yesterday>yesterday|gestern|wczoraj|hier|ayer)|(?:today|heute|dziś|aujourd['’]hui|hoy)"
    r"|(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven)\s(?P<span>days?|weeks?)\sago"
    r"|(?:vor|il\sy\sa|hace)\s(?P<days>\d{1,3})\s(?:tagen|jours?|días?|dias?)"
    r"|(?P<dni>\d{1,3})\sdni\stemu))?"
)
AT_END = re.compile(rf"[\s,(]+(?:{OPENED}|open|offen){AGO}\)?[\s.!]*$", re.IGNORECASE)
AT_START = re.compile(
    r"(?P<article>(?:an?|ein(?:e[nr]?)?|une?|una)\s)?(?P<word>opened|open|angebrochene[nrs]?)\s", re.IGNORECASE
)
FROZEN = re.compile(
    r"[\s,(]+(?P<word>frozen|gefroren|tiefgekühlt|tiefgefroren|eingefroren|congelée?s?|surgelée?s?|congelad[oa]s?"
    r"|(?:za)?mrożon[eay])\)?[\s.!]*$",
    re.IGNORECASE,
)


def take_opened(text: str, today: date) -> tuple[str, date | None]:
    """The text without such words, and the day on which it was opened."""
    if (match := AT_END.search(text)) and match.start():
        return text[: match.start()], since(match, today)
    if (match := AT_START.match(text)) and opens(text, match):
        return (match["article"] or "") + text[match.end() :], today
    return text, None


def opens(text: str, match: re.Match[str]) -> bool:
    """An "open sandwich" is made so; an open jar was opened."""
    after = WORD.match(text, match.end())
    return after is not None and (match["word"].casefold() != "open" or find_unit(after[0]) is not None)


def since(match: re.Match[str], today: date) -> date:
    if match["yesterday"]:
        days = 1
    else:
        number = read_number(match["count"] or match["days"] or match["dni"] or "0")
        days = int(number[0] if number else 0) * (7 if (match["span"] or "").lower().startswith("week") else 1)
    return today - timedelta(days=min(days, (today - date.min).days))


def take_frozen(text: str) -> tuple[str, str]:
    """The text without such a word at its end, and the word: it stays in the name."""
    match = FROZEN.search(text)
    return (text[: match.start()], match["word"]) if match and match.start() else (text, "")
