"""A list as it is drawn: what is to be bought by aisle, what is in the basket, which dishes it is for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household
from pantry.catalogue import AISLES
from pantry.matching import name_key
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from shopping.queries.need import NeedLine, wanted_from_recipe
from shopping.queries.row import ELSE, NEW_FOR, ON_IT, Row, items_of, row_of
from shopping.queries.tally import PLATE, Dish, Tally

__all__ = ["ListCard", "ListPage", "NeedLine", "Row", "list_page", "open_lists", "row_of", "wanted_from_recipe"]

NAMED = 4
ORDER = ("position", "created_at", "id")
COUNTS = {
    "count_open": Count("items", filter=Q(items__state=ItemState.OPEN)),
    "count_ticked": Count("items", filter=Q(items__state=ItemState.TICKED)),
}


@dataclass(frozen=True)
class Aisle:
    slug: str
    name: str
    emoji: str
    rows: list[Row]


@dataclass(frozen=True)
class ListPage(Tally):
    """`aisles` are all that there are, in the order of the walk, those without rows too."""

    aisles: list[Aisle]
    basket: list[Row]


@dataclass(frozen=True)
class ListCard:
    """An open list among others: how far it is, and what comes first on it."""

    shopping_list: ShoppingList
    open: int
    ticked: int
    names: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.open + self.ticked


def open_lists(household: Household) -> list[ListCard]:
    """Two queries, however many lists there are."""
    there = ShoppingList.objects.filter(household=household, archived_at=None)
    # Said again: what is counted over has no order of its own.
    lists: list[Any] = list(there.annotate(**COUNTS).order_by(*ORDER))
    names = _names(household, lists)
    return [ListCard(one, one.count_open, one.count_ticked, names.get(one.pk, [])) for one in lists]


def with_others(lists: QuerySet[ShoppingList]) -> QuerySet[ShoppingList]:
    """The lists, each with the other open ones of its household, in the same query."""
    open_ones = ShoppingList.objects.filter(household=OuterRef("household"), archived_at=None)
    others = open_ones.exclude(pk=OuterRef("pk")).annotate(**COUNTS).order_by(*ORDER)
    told = JSONObject(id="id", name="name", emoji="emoji", open="count_open", ticked="count_ticked")
    return lists.annotate(others=ArraySubquery(others.values(told=told)))


def other_cards(shopping_list: ShoppingList) -> list[ListCard]:
    """No query for a list that was found `with_others`; without the names of what comes first."""
    told: Any = getattr(shopping_list, "others", None)
    if told is None:
        found: Any = with_others(ShoppingList.objects.filter(pk=shopping_list.pk)).get()
        told = found.others
    return [
        ListCard(
            ShoppingList(pk=UUID(one["id"]), household=shopping_list.household, name=one["name"], emoji=one["emoji"]),
            one["open"],
            one["ticked"],
        )
        for one in told
    ]


def _names(household: Household, lists: Iterable[ShoppingList]) -> dict[UUID, list[str]]:
    items = ShoppingListItem.objects.filter(household=household, shopping_list__in=lists, state=ItemState.OPEN)
    found: dict[UUID, list[str]] = {}
    for id, name in items.order_by("created_at", "id").values_list("shopping_list_id", "name"):
        if len(some := found.setdefault(id, [])) < NAMED:
            some.append(name)
    return found


def list_page(shopping_list: ShoppingList, order: Sequence[int] = ()) -> ListPage:
    """One query.

    `order` are the ids of aisles as one walks past them; those that are not named follow as in the catalogue.
    """
    on_it = items_of(shopping_list.household).filter(shopping_list=shopping_list, state__in=ON_IT)
    items = list(on_it.order_by("created_at", "id"))
    since = _marked_since(items)
    rows = [row_of(item, since) for item in items]
    basket = sorted((row for row in rows if row.done), key=lambda row: (-row.ticked, row.id))
    to_buy = [row for row in rows if not row.done]
    return ListPage(
        shopping_list=shopping_list,
        open=len(to_buy),
        ticked=len(basket),
        dishes=_dishes(items),
        aisles=_aisles(to_buy, order),
        basket=basket,
    )


def _marked_since(items: list[ShoppingListItem]) -> datetime:
    """What is newer is marked as new; where everything is new, nothing is."""
    now = timezone.now()
    since = now - NEW_FOR
    return since if any(item.created_at < since for item in items) else now


def _aisles(rows: list[Row], order: Sequence[int]) -> list[Aisle]:
    """What belongs nowhere comes last. Inside an aisle by name."""
    place = {id: at for at, id in enumerate(order)}
    known = sorted(AISLES.values(), key=lambda one: (place.get(one.id, len(place)), one.position))
    by_aisle: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row.key, row.id)):
        by_aisle.setdefault(row.aisle, []).append(row)
    aisles = [Aisle(one.slug, _(one.name), one.emoji, by_aisle.get(one.slug, [])) for one in known]
    return [*aisles, Aisle(ELSE, _("Everything else"), "🛍️", by_aisle.get(ELSE, []))]


def _dishes(items: Iterable[Any]) -> list[Dish]:
    """What `tally.dishes_of` asks the database, of rows that are here already."""
    told = [one for item in items for one in item.dishes if not one["deleted"]]
    count = Counter(one["id"] for one in told)
    named = {one["id"]: one for one in sorted(told, key=lambda one: (name_key(one["name"]), one["id"]))}
    return [Dish(UUID(id), one["name"], one["emoji"] or PLATE, count[id]) for id, one in named.items()]
