"""The filters of the collection: which rows of an index each of them leaves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from recipes.index.index import Index
from recipes.index.known import Known
from recipes.index.narrowing import Mask, but, given_rows, with_food, with_word
from recipes.index.packing import CATEGORY, CUISINE, TAG, microseconds
from recipes.queries.knowing import ALLERGENS, DIETS, bits
from recipes.queries.naming import keys_named_after, keys_with, keys_without
from recipes.queries.present import Present
from recipes.queries.suiting import Table, table_for
from recipes.queries.text_search import Found
from recipes.queries.wanted import Wanted

STARS = 100


@dataclass(frozen=True)
class Given:
    """What filters look at. `found` is what the words of `wanted` were found in, None where they say nothing."""

    wanted: Wanted
    index: Index
    known: Known
    now: Present
    today: date
    found: Found | None = None

    @property
    def table(self) -> Table:
        """Also where a dish for somebody else is looked for: what stands in, everybody may have."""
        return self.now.table


def masks_of(given: Given) -> dict[str, Mask]:
    """By the name of the filter in the address, as far as something was asked for."""
    masks = {"alive": given.index.alive}
    for name, rows_left in FILTERS.items():
        mask = rows_left(given)
        if mask is not None:
            masks[name] = mask
    return masks


def by_words(given: Given) -> Mask | None:
    if given.found is None:
        return None
    rows, _places = given.index.find_numbers(given.found.numbers)
    return given_rows(given.index, rows)


def by_foods(given: Given) -> Mask | None:
    words = given.index.words
    return _all([with_food(given.index, keys_with(word, words)) for word in given.wanted.ingredients])


def by_no_foods(given: Given) -> Mask | None:
    words = given.index.words
    return _all([~with_food(given.index, keys_without(word, words)) for word in given.wanted.without])


def by_tags(given: Given) -> Mask | None:
    index = given.index
    return _all([with_word(index, index.words.number(TAG, tag)) for tag in given.wanted.tags])


def by_word(kind: str, name: str) -> Callable[[Given], Mask | None]:
    def mask(given: Given) -> Mask | None:
        asked, index = getattr(given.wanted, name), given.index
        return with_word(index, index.words.number(kind, asked)) if asked else None

    return mask


def by_minutes(given: Given) -> Mask | None:
    most, minutes = given.wanted.max_minutes, given.index.heads["minutes"]
    return None if most is None else (minutes >= 0) & (minutes <= most)


def by_difficulty(given: Given) -> Mask | None:
    asked = given.wanted.difficulty
    return None if asked is None else given.index.heads["difficulty"] == asked


def by_diet(given: Given) -> Mask | None:
    """Only what is known to suit it: one ingredient that nobody knows, and nobody can say."""
    return suits_diet(given.known, given.wanted.diet) if given.wanted.diet else None


def suits_diet(known: Known, diet: str) -> Mask:
    mask: Mask = ((known.diets & DIETS.get(diet, 0)) > 0) & ~known.unsure
    return mask


def by_rating(given: Given) -> Mask | None:
    least = given.wanted.min_rating
    return None if least is None else given.index.heads["rating"] >= least * STARS


def by_favourites(given: Given) -> Mask | None:
    return _of_ids(given.index, given.now.favourites) if given.wanted.favourites else None


def by_collection(given: Given) -> Mask | None:
    return _of_ids(given.index, given.now.collected) if given.wanted.collection else None


def by_cooking(given: Given) -> Mask | None:
    """Not cooked for so many days, or never."""
    days = given.wanted.not_cooked_for
    if days is None:
        return None
    since = datetime.combine(given.today, time.min, UTC) - timedelta(days=days)
    return given.index.heads["cooked"] < microseconds(since)


def by_table(given: Given) -> Mask | None:
    """Nothing that somebody who eats here must not have."""
    table, known = table_for(given.table, given.wanted.eaters), given.known
    if not given.wanted.for_everybody or not (table.allergens or table.diets):
        return None
    banned, asked = bits(table.allergens, ALLERGENS), bits(table.diets, DIETS)
    mask: Mask = ((known.allergens & banned) == 0) & ((known.diets & asked) == asked)
    named = keys_named_after(table.allergens, given.index.words)
    return mask & ~with_food(given.index, named) if named else mask


def _of_ids(index: Index, ids: bytes) -> Mask:
    return given_rows(index, index.find(ids))


def _all(masks: Sequence[Mask]) -> Mask | None:
    return but(masks) if masks else None


FILTERS: dict[str, Callable[[Given], Mask | None]] = {
    "q": by_words,
    "ingredient": by_foods,
    "without": by_no_foods,
    "tag": by_tags,
    "cuisine": by_word(CUISINE, "cuisine"),
    "category": by_word(CATEGORY, "category"),
    "max_minutes": by_minutes,
    "difficulty": by_difficulty,
    "diet": by_diet,
    "min_rating": by_rating,
    "favourites": by_favourites,
    "collection": by_collection,
    "not_cooked_for": by_cooking,
    "for_everybody": by_table,
}
