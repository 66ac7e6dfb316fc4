"""Foods as a household knows them: the catalogue, and what it says itself. Outside a household, the catalogue alone.

The household is that of the present scope. Its own rows are read once a scope, and only when a food is asked for.
"""

from decimal import Decimal
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db.models import Q

from kitchen import tenancy
from pantry.catalogue import FoodFacts, Nutrition
from pantry.catalogue import nutrition as plain_nutrition
from pantry.matching import Match
from pantry.matching import match as plain_match
from pantry.models import FoodId, OwnFood, of_foods
from pantry.queries.food_book import Book, book_of
from pantry.queries.food_facts import SAID_HERE, as_said, as_text, decimals
from pantry.queries.food_match import match_own

KEPT = "foods"
NO_BOOK = Book()


def book() -> Book:
    """What the household of the present scope says of foods."""
    scope = tenancy.current()
    if scope is None or scope.household is None:
        return NO_BOOK
    if KEPT not in scope.memory:
        scope.memory[KEPT] = book_of(OwnFood.objects.filter(household_id=scope.household))
    found: Book = scope.memory[KEPT]
    return found


def forget_foods() -> None:
    """To be called by whoever has changed rows of own foods."""
    if scope := tenancy.current():
        scope.memory.pop(KEPT, None)


def food(ref: FoodId | None) -> FoodFacts | None:
    """What is known of a food; of a merged one, what is known of the food that stands for it."""
    return None if ref is None else book().food(ref)


def match(text: str) -> Match:
    """The food that this name means here: a remembered word first, then the catalogue and own names."""
    known = book()
    return match_own(text, known) if known.rows else plain_match(text)


def food_called(text: str) -> FoodId | None:
    """The food that a name means, to be kept with a row."""
    known = match(text).food
    return known.id if known else None


def foods_of() -> tuple[FoodFacts, ...]:
    """Every food that can be meant here."""
    return book().foods


def rows_of(ref: FoodId) -> Q:
    """The condition that a row means this food, also by one that was merged into it."""
    known = book()
    meant = known.meant(ref)
    merged = (row for row in known.rows.values() if known.meant(row.pk) == meant)
    return of_foods([meant, *(other for row in merged for other in (row.base_id, row.pk) if other is not None)])


def nutrition(ref: FoodId | None) -> Nutrition | None:
    """Per 100 g; what the household says itself goes before the catalogue's figures."""
    known = food(ref)
    if known is None:
        return None
    row = book().row(known.id)
    if row and row.nutrition and (row.base_id is None or "nutrition" in row.said):
        return Nutrition(_figures(row.nutrition), row.source or SAID_HERE)
    return None if isinstance(known.id, UUID) else plain_nutrition(known.id)


def known_here(ref: FoodId) -> dict[str, Any]:
    """All that is known of a food, in the form in which a household says it."""
    row, figures = book().row(ref), nutrition(ref)
    said = as_said(food(ref)) | {"nutrition": as_text(figures.values) if figures else {}}
    return said | {"source": row.source if row else ""}


def _figures(told: dict[str, str]) -> "MappingProxyType[str, Decimal]":
    return MappingProxyType(decimals(told))
