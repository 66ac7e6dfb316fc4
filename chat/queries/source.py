"""What an answer rests on, as chips that open the thing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from accounts.doors import may
from accounts.models import Household
from chat.viewer import Viewer

# By kind: the drawing, the page, and whether the page is that of the one thing.
PAGES = {
    "lot": ("pantry", "pantry:stock.show", True),
    "recipe": ("recipes", "recipes:recipe.show", True),
    "list": ("shopping", "shopping:list.show", True),
    "expense": ("money", "shopping:expense.show", True),
    "eater": ("bowl", "accounts:eater.index", False),
}


@dataclass(frozen=True)
class Chip:
    """`url` is "" where the viewer may not look."""

    icon: str
    title: str
    url: str


def chips(sources: Iterable[dict[str, Any]], household: Household, viewer: Viewer) -> list[Chip]:
    known = (one for one in sources if one.get("kind") in PAGES)
    return [
        Chip(PAGES[one["kind"]][0], str(one.get("title", "")), page_url(one["kind"], str(one["id"]), household, viewer))
        for one in known
    ]


def page_url(kind: str, id: str, household: Household, viewer: Viewer) -> str:
    _icon, name, of_one = PAGES[kind]
    if not may(viewer.role, name):
        return ""
    try:
        return reverse(name, kwargs={"code": household.code, **({"id": UUID(id)} if of_one else {})})
    except (NoReverseMatch, ValueError):
        return ""
