"""What an answer rests on, as chips that open the thing."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from accounts.doors import may
from accounts.models import Household
from chat.models import Message
from chat.queries.thing import ids_of, is_id
from chat.viewer import Viewer

# By kind: the drawing, the page, and whether the page is that of the one thing.
PAGES = {
    "lot": ("pantry", "pantry:stock.show", True),
    "recipe": ("recipes", "recipes:recipe.show", True),
    "list": ("shopping", "shopping:list.show", True),
    "expense": ("money", "shopping:expense.show", True),
    "import": ("recipes", "recipes:recipe_import.show", True),
    "product": ("barcode", "pantry:product.show", True),
    "eater": ("bowl", "accounts:eater.index", False),
}

# Things whose page answers with itself alone, to be put beside the words.
BESIDE = {"lot", "recipe", "expense"}


@dataclass(frozen=True)
class Chip:
    """`url` is "" where the viewer may not look, `icon` where the title has a picture of its own.

    `beside` says that the thing can be looked at beside the conversation.
    """

    icon: str
    title: str
    url: str
    beside: bool = False


def chips(message: Message, household: Household, viewer: Viewer) -> list[Chip]:
    """Without what the message's card shows already."""
    shown = {str(id) for id in ids_of(message.payload)}
    known = [one for one in message.sources if one.get("kind") in PAGES and str(one["id"]) not in shown]
    return [_chip(one, household, viewer) for one in known]


def _chip(source: dict[str, Any], household: Household, viewer: Viewer) -> Chip:
    kind, title = source["kind"], str(source.get("title", ""))
    icon = PAGES[kind][0] if title[:1].isalnum() else ""
    return Chip(icon, title, page_url(kind, str(source["id"]), household, viewer), kind in BESIDE)


def page_url(kind: str, id: str, household: Household, viewer: Viewer) -> str:
    _icon, name, of_one = PAGES[kind]
    if not may(viewer.role, name) or (of_one and not is_id(id)):
        return ""
    return reverse(name, kwargs={"code": household.code, **({"id": UUID(id)} if of_one else {})})
