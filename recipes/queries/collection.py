"""The collection of a household's recipes, a page at a time, with what else could be asked for."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator

from accounts.models import Household, User
from recipes.queries.card import RecipeCard, card_of
from recipes.queries.card_rows import card_rows
from recipes.queries.cookable import unsure_of, verdicts_of
from recipes.queries.faceting import facets_of
from recipes.queries.facets import Facets
from recipes.queries.looking import Look, look
from recipes.queries.shelf import shelf_of
from recipes.queries.standing_in import stand_ins_on
from recipes.queries.text_search import Found
from recipes.queries.wanted import Wanted

A_PAGE = 24


@dataclass(frozen=True)
class Collection:
    """`page` has the count of what fits, `ready` is of how many everything is here. `unsure`: how many more a diet
    might leave, with an ingredient that nobody knows. `total` is of all recipes; `found` is what the words were found
    in. `collections` and the person's own `saved` searches (id, name, query) are there to be asked for.
    """

    cards: list[RecipeCard]
    page: Page[Any]
    facets: Facets
    ready: int
    unsure: int
    total: int
    found: Found | None
    collections: list[tuple[UUID, str]]
    saved: list[tuple[UUID, str, str]]

    @property
    def corrected(self) -> tuple[tuple[str, str], ...]:
        """Words with what was looked for instead."""
        return self.found.corrected if self.found else ()

    @property
    def searched(self) -> str:
        """All that was looked for."""
        return self.found.text if self.found else ""

    @property
    def is_empty(self) -> bool:
        """Whether there is no recipe at all."""
        return not self.total


def collection(household: Household, wanted: Wanted, *, today: date, person: User | None = None) -> Collection:
    """Five queries and those of the words, whatever there is."""
    found = look(household, wanted, shelf_of(household, today), person)
    page: Page[Any] = Paginator(range(found.rows.size), A_PAGE).get_page(wanted.page)
    start = (page.number - 1) * A_PAGE
    return Collection(
        cards=cards_of(household, found, found.page(start, start + A_PAGE)),
        page=page,
        facets=facets_of(found),
        ready=found.ready,
        unsure=unsure_of(found),
        total=int(found.given.index.alive.sum()),
        found=found.given.found,
        collections=found.given.now.collections,
        saved=found.given.now.saved,
    )


def cards_of(household: Household, found: Look, ids: list[UUID]) -> list[RecipeCard]:
    """Judged again exactly, line by line."""
    stand_ins = stand_ins_on(found.shelf, found.given.table)
    rows = card_rows(household, ids, found.given.now.favourites)
    return [card_of(row.dish, verdicts_of(row, found, stand_ins), found.shelf, row.shown) for row in rows]
