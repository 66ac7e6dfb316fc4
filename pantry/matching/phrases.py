"""How a name is taken apart: what stands in brackets, after commas and after "with" is not the name itself."""

import re
from collections.abc import Iterator
from functools import cache

from pantry.matching.index import key_of
from pantry.matching.words import ADDITION, DROPPED, HARMLESS, PHRASES, PURPOSE, is_figure, needless_word

BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[()\[\]].*$")
BRAND = re.compile(r"^(?:[^\W\d]\S*\s+){0,2}\S+[®™]\s+(?=\S)")
# "n.5", "no 34", "3.5% fat", "70% cocoa": of which kind it is.
KIND = re.compile(
    r"\b(?:n|no|nr|nº|n°|number)[.°º]?\s?\d+\b|\b\d+(?:[.,]\d+)?\s?%(?:\s(?:less\s)?(?:fat|cocoa|cacao|vol|abv|sugar|salt|butterfat)\b)?",
    re.IGNORECASE,
)
SEGMENT = re.compile(r"[,;:]|\s[-–—]\s")
OR = re.compile(r"\b(?:or|aka)\b|/", re.IGNORECASE)
AND = re.compile(r"\band\b|&|\+", re.IGNORECASE)
CERTAIN = DROPPED | HARMLESS | ADDITION | PURPOSE
# What is said after a name of two fruits' parts: the fruit is bought.
PARTS = {"zest", "juice", "rind", "peel"}


@cache
def needless_phrases() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(PHRASES) + r")\b")


def segments(text: str) -> list[str]:
    """What stands between commas, without brackets and empty parts."""
    plain = KIND.sub(" ", BRACKETS.sub(" ", BRAND.sub("", text)))
    return [part for part in (part.strip() for part in SEGMENT.split(plain)) if part]


def words_of(text: str) -> list[str]:
    """The words of a name, in one spelling, without phrases that say nothing of the food ("free-range")."""
    words = needless_phrases().sub(" ", key_of(text)).split()
    start = next((place for place, word in enumerate(words) if not (word in PURPOSE or is_figure(word))), 0)
    return words[start:]


def without_tail(words: list[str]) -> tuple[list[str], list[str]]:
    """What stands before the first "with", "in", "for" …, and what of the rest could make another dish of it."""
    for place, word in enumerate(words):
        if place and word in PURPOSE:
            return words[:place], []
        if place and word in ADDITION:
            return words[:place], [one for one in words[place + 1 :] if one not in CERTAIN]
    return [word for word in words if word not in PURPOSE], []


def orders(words: list[str]) -> Iterator[list[str]]:
    """The words as they stand, and turned round an "of": "leg of lamb", "zest and juice of a lemon"."""
    yield words
    if "of" in words[1:-1]:
        place = words.index("of")
        what, whose = words[:place], words[place + 1 :]
        yield [*whose, *what]
        if {"zest", "juice"} & set(what) and len(PARTS & set(what)) > 1:
            yield whose
    elif len(PARTS & set(words)) > 1:
        yield [word for word in words if word not in PARTS]


def says_nothing(words: list[str]) -> bool:
    return all(needless_word(word) for word in words)
