"""A list as it is drawn: what is to be bought by aisle, what is in the basket, which dishes it is for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Household, User
from kitchen.tones import tone_of
from pantry.catalogue import CATEGORIES
from pantry.queries.foods import food
from shopping.models import ItemReason, ItemState, ShoppingList, ShoppingListItem
from shopping.queries.need import NeedLine, wanted_from_recipe
from shopping.wanted import told

__all__ = ["ListCard", "ListPage", "NeedLine", "Row", "list_page", "open_lists", "row_of", "wanted_from_recipe"]

NEW_FOR = timedelta(minutes=1)
AISLES = {one.id: one for one in CATEGORIES.values()}
LAST = 1000
NAMED = 4


@dataclass(frozen=True)
class Row:
    """One thing to buy. `initial` and `tone` are of who added it, or has ticked it; "" and 0 for who is gone."""

    id: UUID
    name: str
    emoji: str
    amount: str
    why: str
    initial: str
    tone: int
    done: bool
    fresh: bool
    item: ShoppingListItem


@dataclass(frozen=True)
class Aisle:
    slug: str
    name: str
    emoji: str
    rows: list[Row]


@dataclass(frozen=True)
class Dish:
    id: UUID
    name: str
    emoji: str
    count: int


@dataclass(frozen=True)
class ListPage:
    shopping_list: ShoppingList
    aisles: list[Aisle]
    basket: list[Row]
    dishes: list[Dish]
    open: int
    ticked: int

    @property
    def total(self) -> int:
        return self.open + self.ticked


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


def open_lists(household: Household, *, named: bool = True) -> list[ListCard]:
    """Two queries, however many lists there are; one without the names of what comes first."""
    counts = {
        "count_open": Count("items", filter=Q(items__state=ItemState.OPEN)),
        "count_ticked": Count("items", filter=Q(items__state=ItemState.TICKED)),
    }
    lists = list(ShoppingList.objects.filter(household=household, archived_at=None).annotate(**counts))
    names = _names(household, lists) if named else {}
    return [_card(one, names.get(one.pk, [])) for one in lists]


def _card(kept: Any, names: list[str]) -> ListCard:
    return ListCard(kept, kept.count_open, kept.count_ticked, names)


def _names(household: Household, lists: Iterable[ShoppingList]) -> dict[UUID, list[str]]:
    items = ShoppingListItem.objects.filter(household=household, shopping_list__in=lists, state=ItemState.OPEN)
    found: dict[UUID, list[str]] = {}
    for id, name in items.order_by("created_at", "id").values_list("shopping_list_id", "name"):
        if len(some := found.setdefault(id, [])) < NAMED:
            some.append(name)
    return found


def list_page(shopping_list: ShoppingList) -> ListPage:
    """Three queries: the items with their people, their reasons, the dishes."""
    items = list(_items(shopping_list))
    since = _marked_since(items)
    rows = [row_of(item, since) for item in items]
    basket = sorted(
        (row for row in rows if row.done), key=lambda row: row.item.ticked_at or timezone.now(), reverse=True
    )
    to_buy = [row for row in rows if not row.done]
    return ListPage(
        shopping_list=shopping_list,
        aisles=_aisles(to_buy),
        basket=basket,
        dishes=_dishes(items),
        open=len(to_buy),
        ticked=len(basket),
    )


def _items(shopping_list: ShoppingList) -> Iterable[ShoppingListItem]:
    reasons = ItemReason.objects.select_related("recipe").order_by("recipe__name_key", "id")
    on_it = shopping_list.items.filter(state__in=(ItemState.OPEN, ItemState.TICKED))
    return on_it.select_related("added_by", "ticked_by").prefetch_related(Prefetch("reasons", reasons))


def _marked_since(items: list[ShoppingListItem]) -> datetime:
    """What is newer is marked as new; where everything is new, nothing is."""
    now = timezone.now()
    since = now - NEW_FOR
    return since if any(item.created_at < since for item in items) else now


def row_of(item: ShoppingListItem, marked_since: datetime) -> Row:
    done = item.state == ItemState.TICKED
    person = item.ticked_by if done else item.added_by
    known = food(item.food_ref)
    return Row(
        id=item.pk,
        name=item.name,
        emoji=known.emoji if known else "",
        amount=told(item.quantity, item.unit),
        why=_why(item, person, done=done),
        initial=person.called[:1].upper() if person else "",
        tone=tone_of(person.pk) if person else 0,
        done=done,
        fresh=not done and item.created_at > marked_since,
        item=item,
    )


def _why(item: ShoppingListItem, person: User | None, *, done: bool) -> str:
    """For which dish, else who put it there; in the basket who has it."""
    if done:
        reason = _("%(name)s has it") % {"name": person.called} if person else ""
    else:
        dishes = list(dict.fromkeys(one.recipe.name for one in item.reasons.all()))
        reason = for_dishes(dishes) if dishes else _("%(name)s added it") % {"name": person.called} if person else ""
    return " · ".join(part for part in (item.note, reason) if part)


def for_dishes(names: list[str]) -> str:
    if len(names) == 1:
        return _("for %(dish)s") % {"dish": names[0]}
    if len(names) == 2:  # noqa: PLR2004
        return _("for %(dish)s and %(other)s") % {"dish": names[0], "other": names[1]}
    rest = len(names) - 1
    words = ngettext("for %(dish)s and %(count)d more dish", "for %(dish)s and %(count)d more dishes", rest)
    return words % {"dish": names[0], "count": rest}


def _aisles(rows: list[Row]) -> list[Aisle]:
    """In the order in which one walks past them; what belongs nowhere comes last. Inside an aisle by name."""
    in_order = sorted(rows, key=lambda row: (_position(row), row.item.name_key, row.id))
    return [_aisle(list(group)) for _at, group in groupby(in_order, key=_position)]


def _position(row: Row) -> int:
    aisle = AISLES.get(row.item.category_id or 0)
    return aisle.position if aisle else LAST


def _aisle(rows: list[Row]) -> Aisle:
    known = AISLES.get(rows[0].item.category_id or 0)
    if known is None:
        return Aisle("else", _("Everything else"), "🛍️", rows)
    return Aisle(known.slug, _(known.name), known.emoji, rows)


def _dishes(items: list[ShoppingListItem]) -> list[Dish]:
    recipes = {one.recipe_id: one.recipe for item in items for one in item.reasons.all()}
    count = Counter(one.recipe_id for item in items for one in item.reasons.all())
    return [Dish(one.pk, one.name, one.emoji or "🍽️", count[id]) for id, one in recipes.items() if not one.deleted_at]
