"""The tags, cuisines and courses of a household, each with a number."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from recipes.index.packing import UNKNOWN


class Word(NamedTuple):
    """`kind` is the letter of packing; `text` is as it was written first."""

    kind: str
    text: str


class Words:
    """Only ever added to, by one thread at a time: what an earlier state has counted keeps its numbers.

    Words that differ in their capitals are one. Names of ingredients whose food nobody knows are kept apart: they
    are looked through, not counted.
    """

    def __init__(self) -> None:
        self.known: list[Word] = []
        self.unknown: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._folded: dict[str, int] = {}

    def number(self, kind: str, text: str) -> int | None:
        return self._folded.get((kind + text).casefold())

    def numbers(self, given: Sequence[str]) -> npt.NDArray[np.int32]:
        """Of words with the letter of their kind; -1 for a name of an ingredient."""
        for word in dict.fromkeys(given):
            if word not in self._numbers:
                self._numbers[word] = self._numbered(word)
        return np.fromiter(map(self._numbers.__getitem__, given), np.int32, len(given))

    def _numbered(self, word: str) -> int:
        if word[:1] == UNKNOWN:
            self.unknown.add(word[1:])
            return -1
        number = self._folded.setdefault(word.casefold(), len(self.known))
        if number == len(self.known):
            self.known.append(Word(word[:1], word[1:]))
        return number
