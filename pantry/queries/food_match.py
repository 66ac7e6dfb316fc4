"""From what people wrote to a food, where the household has words of its own."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from pantry.catalogue import FoodFacts
from pantry.matching import THRESHOLD, Match
from pantry.matching import match as plain_match
from pantry.matching.index import spelled
from pantry.matching.phrases import segments, words_of
from pantry.matching.words import DROPPED
from pantry.models import FoodId
from pantry.queries.food_book import Book

EXACT, NEEDLESS_OUT, SLIPPED, ALIKE = 1.0, 0.93, 0.85, 0.6
# How much two names must have in common, out of 100: to be the same with a slip, and to be offered.
SLIP_AT, OFFER_AT, SHORTEST_SLIP = 90, 72, 6
OFFERED, MOST_KEPT = 3, 4096


def match_own(text: str, book: Book) -> Match:
    """Like that of the catalogue; each text is looked at once a scope."""
    if text not in book.matches:
        if len(book.matches) >= MOST_KEPT:
            book.matches.clear()
        book.matches[text] = _match(text, book)
    return book.matches[text]


def _match(text: str, book: Book) -> Match:
    if said := book.words.get(" ".join(spelled(text))):
        return Match(said, EXACT)
    plain = plain_match(text)
    found = [*_readings(text, book), *_here(plain, book)]
    best = max(found, key=lambda one: one[1], default=None)
    if best is None or best[1] < THRESHOLD:
        return Match(None, 0.0, _offered([*found, *_alike(text, book)], None))
    return Match(best[0], round(best[1], 2), _offered(found, best[0].id))


def _here(plain: Match, book: Book) -> Iterator[tuple[FoodFacts, float]]:
    """What the catalogue found, as it is in this household; removed foods are not found."""
    found = [(plain.food, plain.confidence)] if plain.food else []
    for one, sure in (*found, *plain.alternatives):
        here = book.food(one.id)
        if here and not book.is_out(here.id):
            yield here, sure


def _readings(text: str, book: Book) -> Iterator[tuple[FoodFacts, float]]:
    """By the household's own words: without needless ones ("2 tins of"), or with a letter wrong."""
    words = words_of(next(iter(segments(text)), ""))
    key = " ".join(word for word in words if word not in DROPPED and not word.isdigit())
    if not key:
        return
    if one := book.short_words.get(key):
        yield one, NEEDLESS_OUT
        return
    near = process.extractOne(key, book.words.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=SLIP_AT)
    if near and len(key) >= SHORTEST_SLIP:
        yield book.words[near[0]], SLIPPED * near[1] / 100


def _alike(text: str, book: Book) -> Iterator[tuple[FoodFacts, float]]:
    """For choosing from."""
    key = " ".join(words_of(text))
    near = process.extract(key, book.words.keys(), scorer=fuzz.WRatio, score_cutoff=OFFER_AT, limit=OFFERED)
    for said, likeness, _place in near:
        yield book.words[said], ALIKE * likeness / 100


def _offered(found: list[tuple[FoodFacts, float]], but: FoodId | None) -> tuple[tuple[FoodFacts, float], ...]:
    """The best few, each food once."""
    best: dict[FoodId, tuple[FoodFacts, float]] = {}
    for one, sure in sorted(found, key=lambda pair: -pair[1]):
        if one.id != but:
            best.setdefault(one.id, (one, round(sure, 2)))
    return tuple(list(best.values())[:OFFERED])
