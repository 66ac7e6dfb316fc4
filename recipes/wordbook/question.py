"""What somebody typed into a search, word by word, as it is compared with the words of recipes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pantry.catalogue.keys import plain_words
from recipes.wordbook.terms import LONGEST, spelled, telling

MOST_WORDS = 8


@dataclass(frozen=True)
class Pattern:
    """A word of recipes: this one whole, or all that begin with it."""

    word: str
    begins: bool = False

    @property
    def after(self) -> str:
        """The first word in the order of the database that does not begin with it."""
        return self.word + "\U0010ffff"


@dataclass(frozen=True)
class AskedWord:
    """`ways` are what it may stand as: of one of them all patterns must be there."""

    typed: str
    ways: tuple[tuple[Pattern, ...], ...]

    @property
    def patterns(self) -> Iterable[Pattern]:
        return (pattern for way in self.ways for pattern in way)

    def or_so(self, words: Iterable[str]) -> "AskedWord":
        """Or as these words together: another name of the same food."""
        way = tuple(map(Pattern, words))
        return self if not way or way in self.ways else replace(self, ways=(*self.ways, way))

    def beginning(self) -> "AskedWord":
        return replace(self, ways=((Pattern(self.typed, begins=True),), *self.ways))


def asked(text: str) -> list[AskedWord]:
    """The words that tell something, the last one as one that is still being typed."""
    typed = telling(plain_words(text))[:MOST_WORDS]
    return [whole(word) for word in typed[:-1]] + [unfinished(word) for word in typed[-1:]]


def whole(word: str) -> AskedWord:
    return AskedWord(word, (tuple(map(Pattern, spelled(word))),))


def unfinished(word: str) -> AskedWord:
    """Whole, with an "s" that is still to come ("tomatoe"), or all that begins so; of one letter only itself."""
    found = whole(word).or_so(spelled(f"{word}s"))
    return found.beginning() if len(word) > 1 or not word.isascii() else found


def as_meant(meant: str, *, is_last: bool) -> AskedWord:
    """A word of recipes instead of one that was typed."""
    return unfinished(meant[:LONGEST]) if is_last else whole(meant[:LONGEST])
