"""The words of dates as tables and as parts of regular expressions."""

import re
import unicodedata
from collections.abc import Iterable

from pantry.parsing.date_words import MONTHS, NEAR, SPANS, WEEKDAYS


def bare(word: str) -> str:
    """Without case and accents, which are left out on many keyboards."""
    letters = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("_", " ")


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, with or without their accents."""
    both = {form for word in words for form in (word.casefold().replace("_", " "), bare(word))}
    return "|".join(re.escape(word) for word in sorted(both, key=len, reverse=True))


def by_word(table: dict[int, str]) -> dict[str, int]:
    return {bare(word): number for number, words in table.items() for word in words.split()}


MONTH_OF, WEEKDAY_OF, NEAR_OF = by_word(MONTHS), by_word(WEEKDAYS), by_word(NEAR)
SPAN_OF = {bare(word): span for span, words in SPANS.items() for word in words.split()}


def words_of(table: dict[int, str]) -> str:
    return one_of(word for words in table.values() for word in words.split())


MONTH, WEEKDAY, SOON = words_of(MONTHS), words_of(WEEKDAYS), words_of(NEAR)
SPAN = one_of(word for words in SPANS.values() for word in words.split())
