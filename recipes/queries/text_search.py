"""Finding recipes by their words, as they are typed; see recipes/wordbook.

Postings are read by equality and range of a word, the household first, which PostgreSQL does through an index under
row-level security as well: a few rows for a word, however many recipes have it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from django.db import connection

from accounts.models import Household
from pantry.matching.naming import EXACT
from pantry.queries.foods import match
from recipes.models import Recipe, RecipeText
from recipes.queries.meant import meant_words
from recipes.wordbook.postings import BLOCK, unpacked
from recipes.wordbook.question import AskedWord, Pattern, asked
from recipes.wordbook.ranking import NOWHERE, levels, marks
from recipes.wordbook.terms import telling, terms

WHOLE = "SELECT {place}, true, block, data FROM recipes_recipeposting WHERE household_id = %s AND word = %s"
BEGINNING = (
    "SELECT {place}, false, block, data FROM recipes_recipeposting WHERE household_id = %s AND word > %s AND word < %s"
)
# A word alone of one letter says nothing yet.
SHORTEST = 2
LOOKED_AT = 200
Marks = dict[Pattern, np.ndarray]


def nothing() -> np.ndarray:
    return np.zeros(0, np.int32)


@dataclass(frozen=True)
class Found:
    """`numbers` are those of RecipeText, of some recipes an old one that means nothing now; `levels` say how well each
    fits, 0 best. `corrected` are words with what was looked for instead, `text` all that was looked for.
    """

    text: str = ""
    numbers: np.ndarray = field(default_factory=nothing)
    levels: np.ndarray = field(default_factory=nothing)
    corrected: tuple[tuple[str, str], ...] = ()
    says_nothing: bool = False

    @property
    def best(self) -> np.ndarray:
        """The numbers, the best first, and what was written last before the older."""
        return self.numbers[np.lexsort((-self.numbers, self.levels))]


def find_text(household: Household, text: str) -> Found:
    words = [also_named(word) for word in asked(text)]
    if not words or (len(words) == 1 and len(words[0].typed) < SHORTEST and words[0].typed.isascii()):
        return Found(text, says_nothing=True)
    found, unknown = looked_up(household, words, text)
    if not unknown:
        return found
    meant, corrected = meant_words(household, words, unknown)
    if not corrected:
        return found
    again, _unknown = looked_up(household, meant, " ".join(word.typed for word in meant))
    return replace(again, corrected=corrected)


def also_named(word: AskedWord) -> AskedWord:
    """A word for a food is also looked for as the food's own name: "eggplant" as "aubergine"."""
    known = match(word.typed)
    if known.food is None or known.confidence < EXACT:
        return word
    return word.or_so(telling(terms(known.food.name)))


def looked_up(household: Household, words: Sequence[AskedWord], text: str) -> tuple[Found, list[int]]:
    """What has all the words, and the places of those that stand nowhere and begin nothing."""
    every, start = marked(household, words)
    if short := [place for place in nowhere(every) if place < len(words) - 1]:
        words = [word.beginning() if place in short else word for place, word in enumerate(words)]
        every, start = marked(household, words)
    found = levels(every)
    numbers = np.flatnonzero(found != NOWHERE)
    return Found(text, (numbers + start).astype(np.int32), found[numbers]), nowhere(every)


def nowhere(every: Sequence[np.ndarray]) -> list[int]:
    return [place for place, one in enumerate(every) if one.min(initial=NOWHERE) == NOWHERE]


def marked(household: Household, words: Sequence[AskedWord]) -> tuple[list[np.ndarray], int]:
    """For each word its mark in each recipe, counted from the number that is given as well. One statement."""
    patterns = list(dict.fromkeys(pattern for word in words for pattern in word.patterns))
    rows = postings(household, patterns)
    blocks = [block for _place, _is_whole, block, _data in rows]
    start = min(blocks, default=0)
    size = (max(blocks, default=0) + 1 - start) * BLOCK
    parts = defaultdict[tuple[int, bool], list[tuple[int, Any]]](list)
    for place, is_whole, block, data in rows:
        parts[place, is_whole].append((block - start, data))
    found = {pattern: np.full(size, NOWHERE, np.uint8) for pattern in patterns}
    for (place, is_whole), own in parts.items():
        one = marks(size, *unpacked(own), is_whole=is_whole)
        np.minimum(found[patterns[place]], one, out=found[patterns[place]])
    return [best_of(word, found) for word in words], start * BLOCK


def best_of(word: AskedWord, found: Marks) -> np.ndarray:
    """Of several ways the best; of a way of several words the worst of them."""
    ways = [np.maximum.reduce([found[pattern] for pattern in way]) for way in word.ways]
    best: np.ndarray = ways[0] if len(ways) == 1 else np.minimum.reduce(ways)
    return best


def postings(household: Household, patterns: Sequence[Pattern]) -> list[tuple[int, bool, int, Any]]:
    """Rows of the place of the pattern, whether it is there whole, block and data."""
    parts, values = [], list[Any]()
    for place, pattern in enumerate(patterns):
        parts.append(WHOLE.format(place=place))
        values += [household.pk, pattern.word]
        if pattern.begins:
            parts.append(BEGINNING.format(place=place))
            values += [household.pk, pattern.word, pattern.after]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        rows: list[tuple[int, bool, int, Any]] = cursor.fetchall()
    return rows


def find_recipes(household: Household, text: str, limit: int = 10) -> list[Recipe]:
    """The recipes that fit best, as far as they are still here."""
    best = find_text(household, text).best
    found: list[Recipe] = []
    for start in range(0, len(best), LOOKED_AT):
        numbers = best[start : start + LOOKED_AT].tolist()
        rows = RecipeText.objects.filter(household=household, number__in=numbers, recipe__deleted_at=None)
        by_number = {row.number: row.recipe for row in rows.select_related("recipe")}
        found += [by_number[number] for number in numbers if number in by_number]
        if len(found) >= limit:
            break
    return found[:limit]
