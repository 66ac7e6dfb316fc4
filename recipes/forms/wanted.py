"""What the address of the collection asks for, there and back; what makes no sense is left out."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from accounts.models import Diet
from recipes.models.recipe import Difficulty
from recipes.queries.wanted import SORTS, Sort, Wanted

LONGEST_TEXT, LONGEST_WORD = 80, 60
LONGEST_NUMBER = 5
MOST_WORDS = 8
MOST_STARS = 5
YES: Final = "1"
ASC, DESC = "asc", "desc"
# Orders in which the highest comes first unless the other end is asked for.
FROM_THE_TOP = frozenset({"newest", "rating"})
FLAGS = ("favourites", "cookable", "for_everybody")
NUMBERS = ("max_minutes", "difficulty", "min_rating", "not_cooked_for")
WORDS = ("q", "cuisine", "category", "diet")
# Those that may be asked for several times, with their names in an address.
LISTS = {"ingredients": "ingredient", "without": "without", "tags": "tag"}


def wanted_from(given: QueryDict, *, at_table: bool) -> Wanted:
    """Whom a dish suits is for the people of the table to ask."""
    return Wanted(
        q=shown(given.get("q", ""))[:LONGEST_TEXT].strip(),
        **{name: several(given.getlist(key)) for name, key in LISTS.items()},
        cuisine=word(given, "cuisine"),
        category=word(given, "category"),
        diet=diet if (diet := word(given, "diet")) in Diet.values else "",
        max_minutes=number(given.get("max_minutes", "")),
        difficulty=level if (level := number(given.get("difficulty", ""))) in Difficulty.values else None,
        min_rating=stars if (stars := number(given.get("min_rating", ""))) and stars <= MOST_STARS else None,
        not_cooked_for=number(given.get("not_cooked_for", "")),
        favourites=given.get("favourites") == YES,
        cookable=given.get("cookable") == YES,
        for_everybody=at_table and given.get("for_everybody") == YES,
        collection=key_of(given.get("collection", "")),
        sort=sort_from(given),
        page=number(given.get("page", "")) or 1,
    )


def sort_from(given: QueryDict) -> Sort:
    by, order = given.get("sort_by", ""), given.get("order", "")
    is_other = order in {ASC, DESC} and order != natural(by)
    return Sort(by if by in SORTS else "", is_other)


def natural(by: str) -> str:
    return DESC if by in FROM_THE_TOP else ASC


def pairs_of(wanted: Wanted) -> list[tuple[str, str]]:
    """Names and values of the address, in one order always, without the page."""
    found = [(name, str(value)) for name in WORDS if (value := getattr(wanted, name))]
    found += [(key, value) for name, key in LISTS.items() for value in getattr(wanted, name)]
    found += [(name, str(value)) for name in NUMBERS if (value := getattr(wanted, name))]
    found += [(name, YES) for name in FLAGS if getattr(wanted, name)]
    found += [("collection", str(wanted.collection))] if wanted.collection else []
    return found + sort_pairs(wanted.sort)


def sort_pairs(sort: Sort) -> list[tuple[str, str]]:
    found = [("sort_by", sort.by)] if sort.by else []
    if sort.is_reversed:
        found.append(("order", ASC if natural(sort.by) == DESC else DESC))
    return found


def query_of(wanted: Wanted) -> str:
    """What stands behind the ? of the address of its first page, "" for all dishes."""
    return urlencode(pairs_of(wanted))


def several(texts: Iterable[str]) -> tuple[str, ...]:
    found = dict.fromkeys(shown(text)[:LONGEST_WORD].strip() for text in texts)
    return tuple(text for text in found if text)[:MOST_WORDS]


def word(given: QueryDict, name: str) -> str:
    return shown(given.get(name, ""))[:LONGEST_WORD].strip()


def shown(text: str) -> str:
    """On one line, without what nobody sees."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text[:1000]).split())


def number(text: str) -> int | None:
    """Above nothing."""
    return int(text) or None if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None


def key_of(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
