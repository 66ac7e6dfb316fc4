"""The things of the kitchen that messages show on cards: all those of a page in one query, as they are now."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, F, Model, OuterRef, QuerySet
from django.db.models.functions import Cast, JSONObject

from accounts.models import Household
from chat.models import Card
from chat.viewer import Viewer
from pantry.models import Place, StockItem, read_food_ref
from pantry.queries.amount import in_words
from pantry.queries.stock import Lot, lot_of
from recipes.models import Recipe
from shopping.models import Expense, ExpenseShare, ItemState, ShoppingList, ShoppingListItem

MOST = 8
ITEMS = 6


@dataclass(frozen=True)
class Shown:
    """A card: its kind, what is on it, and how much of it is gone or does not fit."""

    kind: str
    rows: Sequence[Any]
    more: int = 0


class Things:
    """Filled by `fetch`, then asked for the card of each message."""

    def __init__(self, household: Household, viewer: Viewer, today: date) -> None:
        self.household, self.viewer, self.today = household, viewer, today
        self._found: dict[str, dict[str, Any]] = {}

    def fetch(self, messages: Iterable[Any]) -> None:
        wanted: dict[str, set[UUID]] = {}
        for message in messages:
            if message.card and (ids := ids_of(message.payload)):
                wanted.setdefault(message.card, set()).update(ids)
        if not self.viewer.at_table:
            wanted.pop(Card.SPLIT, None)
        if wanted:
            self._found = self._read(wanted)

    def card(self, message: Any) -> Shown | None:
        """What is still there of what the message shows; None without a card, or when all of it is gone."""
        if not message.card or message.card not in self._found:
            return None
        found = self._found[message.card]
        rows = [found[str(id)] for id in ids_of(message.payload) if str(id) in found]
        return Shown(message.card, rows[:MOST], max(0, len(rows) - MOST)) if rows else None

    def _read(self, wanted: dict[str, set[UUID]]) -> dict[str, dict[str, Any]]:
        queries: Any = {f"of_{kind}": ArraySubquery(READS[kind](self.household, ids)) for kind, ids in wanted.items()}
        told: Any = Household.objects.filter(pk=self.household.pk).values(**queries).get()
        return {kind: {one["id"]: self._drawn(kind, one) for one in told[f"of_{kind}"]} for kind in wanted}

    def _drawn(self, kind: str, told: dict[str, Any]) -> Any:
        if kind == Card.LIST:
            for one in told["items"]:
                one["amount"] = in_words(Decimal(one["quantity"]), one["unit"]) if one["quantity"] else ""
        return self._lot(told) if kind == Card.LOTS else told

    def _lot(self, told: dict[str, Any]) -> Lot:
        use_by = told.pop("use_by")
        place = Place(name=told.pop("place"), storage=told.pop("storage"))
        exact = {name: told.pop(name) for name in ("amount", "pack")}
        amounts = {name: Decimal(text) if text else None for name, text in exact.items()}
        own, number = told.pop("own_food_id"), told.pop("food_id")
        item = StockItem(**told, **amounts, use_by=date.fromisoformat(use_by) if use_by else None, place=place)
        item.food_ref = read_food_ref(own or number)
        return lot_of(item, self.today)


def ids_of(payload: dict[str, Any]) -> list[UUID]:
    """The ids that a card's payload names: a list, or one."""
    found = payload.get("ids", [payload["id"]] if "id" in payload else [])
    return [UUID(str(one)) for one in found if is_id(one)] if isinstance(found, list) else []


def is_id(text: object) -> bool:
    try:
        UUID(str(text))
    except ValueError:
        return False
    return True


def _text(name: str) -> Cast:
    """Exact numbers as text: JSON's would become floats."""
    return Cast(name, CharField())


def _rows(model: type[Model], household: Household, ids: set[UUID]) -> QuerySet[Any, Any]:
    return model._default_manager.filter(household=household, pk__in=ids)


def _lots(household: Household, ids: set[UUID]) -> QuerySet[Any, Any]:
    told = JSONObject(
        id="id",
        name="name",
        amount=_text("amount"),
        pack=_text("pack"),
        unit="unit",
        rough="rough",
        food_id="food_id",
        own_food_id="own_food_id",
        use_by="use_by",
        date_kind="date_kind",
        place="place__name",
        storage="place__storage",
    )
    return _rows(StockItem, household, ids).filter(finished_at=None).values(told=told)


def _recipes(household: Household, ids: set[UUID]) -> QuerySet[Any, Any]:
    told = JSONObject(id="id", name="name", emoji="emoji", minutes="total_minutes", servings=_text("servings"))
    return _rows(Recipe, household, ids).filter(deleted_at=None).values(told=told)


def _lists(household: Household, ids: set[UUID]) -> QuerySet[Any, Any]:
    items = ShoppingListItem.objects.filter(shopping_list=OuterRef("pk"), state=ItemState.OPEN).order_by("-created_at")
    shown = items.values(told=JSONObject(name="name", quantity=_text("quantity"), unit="unit"))
    told = JSONObject(id="id", name="name", emoji="emoji", items=ArraySubquery(shown[:ITEMS]))
    return _rows(ShoppingList, household, ids).values(told=told)


def _splits(household: Household, ids: set[UUID]) -> QuerySet[Any, Any]:
    shares = ExpenseShare.objects.filter(expense=OuterRef("pk")).order_by("position", "id")
    shown = shares.values(told=JSONObject(name="name", amount=_text("amount"), confirmed_at="confirmed_at"))
    told = JSONObject(
        id="id",
        title="title",
        total=_text("total"),
        currency="currency",
        paid_by=F("paid_by__name"),
        shares=ArraySubquery(shown),
    )
    return _rows(Expense, household, ids).filter(deleted_at=None).values(told=told)


Read = Callable[[Household, set[UUID]], QuerySet[Any, Any]]
READS: dict[str, Read] = {Card.LOTS: _lots, Card.RECIPES: _recipes, Card.LIST: _lists, Card.SPLIT: _splits}
