"""Where something is put: a kind of storage, or one of the household's own places."""

import re
from collections.abc import Mapping
from functools import lru_cache

WORDS = {
    "fridge": "fridge refrigerator kühlschrank kuehlschrank lodówka lodówki lodówce lodowka lodówkę frigo "
    "réfrigérateur refrigerateur nevera frigorífico frigorifico refrigerador",
    "freezer": "freezer deep_freeze deep_freezer gefrierschrank gefrierfach gefriertruhe tiefkühler tiefkühlfach "
    "tiefkühlschrank zamrażarka zamrażarki zamrażarce zamrażarkę zamrażalnik zamrażalniku congélateur congelateur "
    "congélo congelador",
    "pantry": "pantry cupboard larder store_cupboard speisekammer vorratskammer vorratsschrank spiżarnia spiżarni "
    "spiżarnię garde-manger placard despensa alacena",
}
BY_WORD = {word.casefold().replace("_", " "): storage for storage, words in WORDS.items() for word in words.split()}
INTO = (
    r"(?:(?:in|into|to|on|im|ins|auf|w|we|do|na|dans|au|à|en|al|a)\s+)?"
    r"(?:(?:the|der|die|den|dem|das|le|la|el|les|my|our)\s+|l['’])?"
)
# No words that lead to a place, and no name of one, are longer.
LONGEST = 120


@lru_cache(maxsize=64)
def patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """For such a word at the end of the text and, before a colon, at its beginning."""
    one_of = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    at_end = rf"(?:^|[\s,(@]){INTO}(?P<word>{one_of})\)?[\s.!]*$"
    return re.compile(at_end, re.IGNORECASE), re.compile(rf"(?P<word>{one_of})\s*:\s*", re.IGNORECASE)


def found(text: str, words: tuple[str, ...]) -> re.Match[str] | None:
    if not words:
        return None
    at_end, before_colon = patterns(words)
    return at_end.search(text, max(0, len(text) - LONGEST)) or (before_colon.match(text) if ":" in text else None)


def take_storage(text: str) -> tuple[str, str]:
    """The text without the storage it names, and "pantry", "fridge", "freezer" or "" ."""
    if match := found(text, tuple(BY_WORD)):
        return without(text, match), BY_WORD.get(match["word"].casefold(), "")
    return text, ""


def take_place(text: str, places: Mapping[str, str]) -> tuple[str, str]:
    """The text without the household's place it names, and the key of that place.

    A place goes by its key and, where the value is no kind of storage, by its value as well.
    """
    names = {key.casefold(): key for key in places}
    names |= {value.casefold(): key for key, value in places.items() if value and value not in WORDS}
    if match := found(text, tuple(name for name in names if name.strip())):
        return without(text, match), names.get(match["word"].casefold(), "")
    return text, ""


def without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}".strip()
