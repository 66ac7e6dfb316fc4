"""What is to be shopped next, as Today shows it: one list with its first things, the others by name, and who shops."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast, JSONObject
from django.utils.translation import gettext as _

from accounts.models import Household, User
from kitchen.tones import tone_of
from pantry.queries.foods import food as food_of
from shopping.models import ItemState, ShoppingList, ShoppingListItem, ShoppingTrip
from shopping.wanted import told

SHOWN, PLAIN = 5, "🛒"


@dataclass(frozen=True)
class AheadRow:
    id: UUID
    name: str
    emoji: str
    amount: str
    note: str


@dataclass(frozen=True)
class AheadList:
    list_id: UUID
    name: str
    open: int


@dataclass(frozen=True)
class AheadShopper:
    initial: str
    tone: int
    sentence: str


@dataclass(frozen=True)
class Ahead(AheadList):
    """`open` counts what is to be bought on it; `rows` are the first few. `others` are lists with something to buy."""

    rows: list[AheadRow]
    others: list[AheadList] = field(default_factory=list)
    shoppers: list[AheadShopper] = field(default_factory=list)


def list_ahead(household: Household) -> Ahead | None:
    """The list that somebody shops with, else the first on which something is to be bought; None where there is
    nothing to buy. One query, however long the lists are.
    """
    lists: list[Any] = list(_lists(household))
    if not (filled := [one for one in lists if one.count]):
        return None
    first = next((one for one in filled if one.shopping), filled[0])
    others = [AheadList(one.pk, one.name, one.count) for one in filled if one is not first]
    rows = [_row(**told) for told in first.first]
    return Ahead(
        first.pk, first.name, first.count, rows, others, [_shopper(**trip) for one in lists for trip in one.shopping]
    )


def _lists(household: Household) -> QuerySet[ShoppingList]:
    to_buy = ShoppingListItem.objects.filter(shopping_list=OuterRef("pk"), state=ItemState.OPEN)
    trips = ShoppingTrip.objects.filter(shopping_list=OuterRef("pk"), ended_at=None).order_by("started_at", "id")
    item = JSONObject(
        id="id", name="name", food="food_id", own="own_food_id", said=_said("quantity"), unit="unit", note="note"
    )
    shopper = JSONObject(id="by_id", name="by__name", username="by__username", email="by__email", store="store__name")
    lists = ShoppingList.objects.filter(household=household, archived_at=None)
    return lists.annotate(
        count=Count("items", filter=Q(items__state=ItemState.OPEN)),
        first=ArraySubquery(to_buy.order_by("created_at", "id").values(told=item)[:SHOWN]),
        shopping=ArraySubquery(trips.values(told=shopper)),
    )


def _said(column: str) -> Cast:
    """A decimal that stays exact in JSON."""
    return Cast(column, TextField())


def _row(id: str, name: str, food: int | None, own: str | None, **said: Any) -> AheadRow:
    known = food_of(UUID(own) if own else food)
    amount = told(Decimal(said["said"]), said["unit"]) if said["said"] else ""
    return AheadRow(UUID(id), name, known.emoji if known else PLAIN, amount, said["note"])


def _shopper(id: str, store: str | None, **called: str) -> AheadShopper:
    name = User(**called).called
    words = {"name": name, "store": store}
    sentence = _("%(name)s is shopping at %(store)s") if store else _("%(name)s is shopping")
    return AheadShopper(name[:1].upper(), tone_of(UUID(id)), sentence % words)
