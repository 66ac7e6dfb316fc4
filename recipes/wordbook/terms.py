"""From a text to the words by which it is found: blind for case, accents, plurals and the spellings of one word."""

from collections.abc import Iterable, Iterator

from pantry.catalogue.keys import plain_words, singular
from pantry.matching.words import SPELLINGS

LONGEST = 40
# Words that stand in every text and tell none from another.
EMPTY = frozenset({
    "a", "about", "all", "an", "and", "are", "as", "at", "be", "but", "by", "can", "each", "for", "from", "he",
    "her", "his", "i", "if", "in", "into", "is", "it", "just", "more", "my", "not", "of", "off", "on", "or", "our",
    "out", "over", "so", "that", "the", "their", "them", "then", "they", "this", "to", "up", "until", "use",
    "using", "we", "when", "which", "while", "will", "with", "you", "your", "au", "aux", "avec", "das", "de", "dem",
    "den", "der", "des", "die", "du", "ein", "eine", "el", "en", "et", "im", "la", "las", "le", "les", "los", "mit",
    "na", "sur", "und", "von", "y", "z", "zu",
})  # fmt: skip


def terms(text: str) -> Iterator[str]:
    for word in plain_words(text):
        yield from spelled(word)


def spelled(word: str) -> list[str]:
    """A word in the one form that stands for all: "chilies" as "chilli"."""
    if word in EMPTY:
        return [word]
    one = singular(word)
    return [part[:LONGEST] for part in SPELLINGS.get(one, one).split()]


def telling(words: Iterable[str]) -> list[str]:
    """Those that tell one text from another; if there is none such, all."""
    given = list(words)
    return [word for word in given if word not in EMPTY] or given
