"""The page of all foods: the branches of the tree with what they hold, one branch, or what somebody looks for."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from accounts.models import Household
from pantry.catalogue import AISLES, CATEGORIES, FoodCategory, FoodFacts
from pantry.models import FoodId, StockItem
from pantry.queries.food_search import LONGEST, FoodHit, find_foods, hit_of
from pantry.queries.foods import book

ROWS = 90
OWN = "own"


@dataclass(frozen=True)
class Branch:
    """An aisle with how many foods there are in it."""

    category: FoodCategory
    name: str
    count: int


@dataclass(frozen=True)
class Group:
    name: str
    hits: list[FoodHit]


@dataclass(frozen=True)
class FoodIndex:
    """`inside` is the aisle, or "own" for the household's own, that is looked into; `here`: foods on the shelves."""

    text: str
    inside: str
    title: str
    branches: list[Branch]
    groups: list[Group]
    page: Page[FoodHit]
    here: frozenset[FoodId]
    total: int
    own: int


def food_index(household: Household, query: Any) -> FoodIndex:
    text = " ".join("".join(one if one.isprintable() else " " for one in query.get("q", "")[:LONGEST]).split())
    inside = query.get("in", "") if query.get("in") in {OWN, *AISLES} else ""
    known, own = book().foods, [one for one in book().foods if _is_own(one)]
    found = find_foods(text, 2 * ROWS) if text else [hit_of(one) for one in _inside(known, inside)]
    page = Paginator(found, ROWS).get_page(query.get("page", "1"))
    shown = list(page.object_list)
    return FoodIndex(
        text=text,
        inside=inside,
        title=_(AISLES[inside].name) if inside in AISLES else "",
        branches=[] if text or inside else _branches(known),
        groups=[Group("", shown)] if text else _groups(shown),
        page=page,
        here=foods_here(household) if shown else frozenset(),
        total=len(known),
        own=len(own),
    )


def foods_here(household: Household) -> frozenset[FoodId]:
    """What lies on the shelves: one query."""
    rows = StockItem.objects.filter(household=household, finished_at=None).exclude(food=None, own_food=None)
    return frozenset(own or number for own, number in rows.values_list("own_food_id", "food_id").distinct())


def _inside(known: tuple[FoodFacts, ...], inside: str) -> list[FoodFacts]:
    if not inside:
        return []
    there = [one for one in known if (_is_own(one) if inside == OWN else one.category == inside)]
    return sorted(there, key=lambda one: (CATEGORIES[one.group or one.category].position, one.name.casefold()))


def _is_own(one: FoodFacts) -> bool:
    """Added here, or said otherwise here."""
    row = book().row(one.id)
    return row is not None and (row.base_id is None or bool(row.said) or row.minimum is not None)


def _branches(known: tuple[FoodFacts, ...]) -> list[Branch]:
    counts: dict[str, int] = {}
    for one in known:
        counts[one.category] = counts.get(one.category, 0) + 1
    return [Branch(aisle, _(aisle.name), counts.get(slug, 0)) for slug, aisle in AISLES.items()]


def _groups(shown: list[FoodHit]) -> list[Group]:
    return [Group(name, list(hits)) for name, hits in groupby(shown, key=lambda hit: hit.group)]
