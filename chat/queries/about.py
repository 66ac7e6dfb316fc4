"""The thing that a conversation was opened from: a dish, a lot, a list, a food."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, JSONField, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import JSONObject
from django.urls import reverse

from accounts.doors import may
from accounts.models import Household
from chat.models import About, Conversation
from chat.queries.conversation import readable
from chat.viewer import Viewer
from pantry.models import FoodId, StockItem, food_text, read_food_ref
from pantry.queries.foods import food
from pantry.queries.stock import picture_of
from recipes.models import Recipe
from shopping.models import ShoppingList

PAGES: dict[str, str] = {
    About.RECIPE: "recipes:recipe.show",
    About.LOT: "pantry:stock.show",
    About.LIST: "shopping:list.show",
    About.FOOD: "pantry:food.show",
}
PLAIN: dict[str, str] = {About.RECIPE: "🍲", About.LIST: "🛒"}
MOST = 3
# Numbers of the catalogue's foods are below it, ids of a household's own far above.
NUMBERS = 10**9


@dataclass(frozen=True)
class Topic:
    """`kind` and `id` as a conversation keeps them, `address` as the page's own address has the id."""

    kind: str
    id: UUID
    name: str
    emoji: str
    address: str
    url: str = ""


def topic_of(household: Household, viewer: Viewer, kind: str, id: UUID | None) -> Topic | None:
    """The thing as it is now; None when it is gone, or when the viewer may not look at it."""
    if kind not in PAGES or id is None:
        return None
    told = NAMED[kind](household, id).first() if kind in NAMED else {}
    return topic_told(household, viewer, (kind, id), told)


def topic_told(household: Household, viewer: Viewer, about: tuple[str, UUID], told: Any) -> Topic | None:
    """The same by what the database has told of it: its name and picture, or the food that its picture shows."""
    kind, id = about
    page = PAGES[kind]
    ref = food_of(id) if kind == About.FOOD else None
    known = food(ref) if ref else None
    if told is None or not may(viewer.role, page) or (kind == About.FOOD and known is None):
        return None
    name = known.name if known else told["name"]
    emoji = told.get("emoji") or (picture_of(ref or _food_in(told)) if kind in {About.LOT, About.FOOD} else PLAIN[kind])
    url = reverse(page, kwargs={"code": household.code, "id": ref or id})
    return Topic(kind, id, name, emoji, food_text(ref) if ref else str(id), url)


def topic_row() -> Case:
    """For a query of conversations: what `topic_told` is given, of the one kind that each is about."""
    household, id = OuterRef("household"), OuterRef("about_id")
    told = {kind: Subquery(of(household, id)[:1], output_field=JSONField()) for kind, of in NAMED.items()}
    return Case(*(When(about=kind, then=one) for kind, one in told.items()), default=None, output_field=JSONField())


def topic_asked(household: Household, viewer: Viewer, kind: str, told: str) -> Topic | None:
    """By what stands in an address: nonsense is nothing."""
    ref = read_food_ref(told)
    if ref is None or (kind != About.FOOD and not isinstance(ref, UUID)):
        return None
    return topic_of(household, viewer, kind, id_of(ref))


def id_of(ref: FoodId) -> UUID:
    """A food as a conversation keeps it: one of the catalogue is its number."""
    return ref if isinstance(ref, UUID) else UUID(int=ref)


def food_of(id: UUID) -> FoodId:
    return id.int if id.int < NUMBERS else id


def earlier_about(household: Household, viewer: Viewer, topic: Topic) -> list[Conversation]:
    """Those that were begun from the same thing, newest first."""
    found = readable(household, viewer).filter(about=topic.kind, about_id=topic.id, last_number__gt=0)
    return list(found.order_by("-last_at", "-id")[:MOST])


def _recipe(household: Any, id: Any) -> QuerySet[Any, Any]:
    return Recipe.objects.filter(household=household, pk=id, deleted_at=None).values_list(
        JSONObject(name="name", emoji="emoji"), flat=True
    )


def _lot(household: Any, id: Any) -> QuerySet[Any, Any]:
    return StockItem.objects.filter(household=household, pk=id, finished_at=None).values_list(
        JSONObject(name="name", food="food_id", own="own_food_id"), flat=True
    )


def _list(household: Any, id: Any) -> QuerySet[Any, Any]:
    return ShoppingList.objects.filter(household=household, pk=id).values_list(
        JSONObject(name="name", emoji="emoji"), flat=True
    )


def _food_in(told: dict[str, Any]) -> FoodId | None:
    return read_food_ref(told["own"] or told["food"])


# A food is known by the book of the household, not by a row.
NAMED: dict[str, Callable[[Any, Any], QuerySet[Any, Any]]] = {
    About.RECIPE: _recipe,
    About.LOT: _lot,
    About.LIST: _list,
}
