"""Finding lots by what somebody types: names, other names of the same food, brands and notes."""

from functools import lru_cache

from django.db.models import Q

from pantry.catalogue import name_key
from pantry.matching.index import names
from pantry.models import FoodId, of_foods
from pantry.queries.foods import book, food_called

# From so many letters on, what has them at the beginning of a word of its other names is found too.
ENOUGH, MOST_FOODS = 3, 40


def said_so(text: str) -> Q:
    """The condition that a lot is meant by `text`; by none of its words, one that every lot meets."""
    words = [(word, key) for word in text.split() if (key := name_key(word))]
    if not words:
        return Q()
    found = Q()
    for word, key in words:
        found &= _has(word, key)
    return found | of_foods(rows_meant(text))


def rows_meant(text: str) -> set[FoodId]:
    """The foods that are meant, and those for which they stand."""
    known = book()
    meant = {known.meant(ref) for ref in foods_meant(text)}
    merged = [row for row in known.rows.values() if known.meant(row.pk) in meant]
    return meant | {ref for row in merged for ref in (row.pk, row.base_id) if ref is not None}


def foods_meant(text: str) -> set[FoodId]:
    """The food that a whole name means, and those of which the beginning of another name is typed."""
    whole, key = food_called(text), name_key(text)
    meant: set[FoodId] = {whole} if whole is not None else set()
    if len(key) >= ENOUGH:
        meant |= _called_like(key)
        meant |= {known.id for said, known in book().words.items() if _begins(said, key)}
    return set(sorted(meant, key=str)[:MOST_FOODS])


def _has(word: str, key: str) -> Q:
    """Names are kept without accents and plurals; brands and notes as they were typed."""
    typed = word.strip("“”\"'.,;:")
    named = Q(name_key__contains=key) | Q(product__name_key__contains=key)
    return named | Q(product__brand__icontains=typed) | Q(note__icontains=typed)


def _begins(name: str, key: str) -> bool:
    return f" {name}".find(f" {key}") >= 0


@lru_cache(maxsize=1024)
def _called_like(key: str) -> frozenset[FoodId]:
    return frozenset(known.id for name, known in names().items() if _begins(name, key))
