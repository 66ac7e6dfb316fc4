"""Where something is put: a kind of storage, or one of the household's own places."""

import re
from collections.abc import Mapping

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


def found_at_end(text: str, words: list[str]) -> re.Match[str] | None:
    """Such a word at the end of the text or, before a colon, at its beginning."""
    one_of = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    if not one_of:
        return None
    at_end = re.search(rf"(?:^|[\s,(@]){INTO}(?P<word>{one_of})\)?[\s.!]*$", text, re.IGNORECASE)
    return at_end or re.match(rf"(?P<word>{one_of})\s*:\s*", text, re.IGNORECASE)


def take_storage(text: str) -> tuple[str, str]:
    """The text without the storage it names, and "pantry", "fridge", "freezer" or "" ."""
    if match := found_at_end(text, list(BY_WORD)):
        return without(text, match), BY_WORD.get(match["word"].casefold(), "")
    return text, ""


def take_place(text: str, places: Mapping[str, str]) -> tuple[str, str]:
    """The text without the household's place it names, and the key of that place.

    A place goes by its key and, where the value is no kind of storage, by its value as well.
    """
    names = {key.casefold(): key for key in places}
    names |= {value.casefold(): key for key, value in places.items() if value and value not in WORDS}
    if match := found_at_end(text, [name for name in names if name.strip()]):
        return without(text, match), names.get(match["word"].casefold(), "")
    return text, ""


def without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}".strip()
