"""The things of the kitchen that messages show on cards: all those of a page in one query, as they are now."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from accounts.models import Household
from chat.models import Card
from chat.queries.dish_card import DishCard, dishes, drawn_dish
from chat.queries.split import drawn_split, splits
from chat.queries.tracker import Trackers
from chat.viewer import Viewer
from pantry.models import Place, StockItem, read_food_ref
from pantry.queries.amount import in_words
from pantry.queries.stock import Lot, lot_of
from recipes.models import Recipe
from recipes.queries.shelf import Shelf, shelf_of
from recipes.queries.suiting import NOBODY, Table, table_of
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from shopping.queries.balance import Balances, as_text, standing_of, standing_reads

MOST = 8
ITEMS = 6
METRIC = "metric"
DISHES = (Card.RECIPE, Card.COMPARISON)


@dataclass(frozen=True)
class Shown:
    """A card: its kind, what is on it, and how much of it is gone or does not fit. `what` a tracker follows.

    `lacks` says that something is missing for the first dish; of dishes that were asked about long ago nobody knows.
    """

    kind: str
    rows: Sequence[Any]
    more: int = 0
    what: str = ""
    lacks: bool = False

    @property
    def template(self) -> str:
        return f"chat/card/{self.kind}.html"


class Things:
    """Filled by `fetch`, then asked for the card of each message."""

    def __init__(self, household: Household, viewer: Viewer, today: date) -> None:
        self.household, self.viewer, self.today = household, viewer, today
        self._found: dict[str, dict[str, Any]] = {}
        self._conversation: UUID | None = None
        self._standing: Balances | None = None
        self._trackers: Trackers | None = None

    def fetch(self, messages: Iterable[Any]) -> None:
        wanted: dict[str, set[UUID]] = {}
        tracked = [message.payload for message in messages if message.card == Card.TRACKER]
        self._trackers = Trackers(self.household, self.today, METRIC, tracked) if tracked else None
        for message in messages:
            ids = ids_of(message.payload)
            if message.card and ids:
                wanted.setdefault(message.card, set()).update(ids)
            if message.card == Card.RECIPES and ids and message.number == message.last_answer:
                wanted.setdefault(Card.RECIPE, set()).add(ids[0])  # for what could be asked next
            self._conversation = message.conversation_id
        if not self.viewer.at_table:
            wanted.pop(Card.SPLIT, None)
        if wanted:
            self._found = self._read(wanted)

    def card(self, message: Any) -> Shown | None:
        """What is still there of what the message shows; None without a card, or when all of it is gone."""
        if message.card == Card.TRACKER:
            return self._tracked(message.payload)
        if not message.card or message.card not in self._found:
            return None
        found = self._found[message.card]
        rows = [found[str(id)] for id in ids_of(message.payload) if str(id) in found]
        if message.card in DISHES:
            rows = [self._dish(row, message.payload) for row in rows]
        if not rows:
            return None
        return Shown(message.card, rows[:MOST], max(0, len(rows) - MOST), lacks=self._lacks(message.card, rows[0]))

    def _lacks(self, kind: str, first: Any) -> bool:
        if kind == Card.RECIPES:
            known = self._found.get(Card.RECIPE, {}).get(str(first["id"]))
            return bool(known and self._dish(known, {}).missing)
        return kind == Card.RECIPE and bool(first.missing)

    def _tracked(self, payload: dict[str, Any]) -> Shown | None:
        """What was thrown away has prices: it is for those who live here."""
        what = "waste" if payload.get("what") == "waste" else "low"
        if self._trackers is None or (what == "waste" and not self.viewer.at_table):
            return None
        rows = self._trackers.rows(payload)
        return Shown(Card.TRACKER, rows, what=what) if rows else None

    def _dish(self, told: dict[str, Any], payload: dict[str, Any]) -> DishCard:
        return drawn_dish(told, self._shelf, self._table, METRIC, str(payload.get("servings") or ""))

    @cached_property
    def _shelf(self) -> Shelf:
        return shelf_of(self.household, self.today)

    @cached_property
    def _table(self) -> Table:
        return table_of(self.household) if self.viewer.at_table else NOBODY

    def _read(self, wanted: dict[str, set[UUID]]) -> dict[str, dict[str, Any]]:
        queries: Any = {f"of_{kind}": ArraySubquery(READS[kind](self.household, ids)) for kind, ids in wanted.items()}
        if Card.SPLIT in wanted and self._conversation:
            queries |= standing_reads(self.household, self._conversation)
        told: Any = Household.objects.filter(pk=self.household.pk).values(**queries).get()
        if "back" in queries:
            self._standing = standing_of(told, self.viewer.person, self.household.currency)
        return {kind: {one["id"]: self._drawn(kind, one) for one in told[f"of_{kind}"]} for kind in wanted}

    def _drawn(self, kind: str, told: dict[str, Any]) -> Any:
        if kind == Card.LIST:
            for one in told["items"]:
                one["amount"] = in_words(Decimal(one["quantity"]), one["unit"]) if one["quantity"] else ""
        if kind == Card.SPLIT:
            return drawn_split(told, self.viewer.person, self._standing)
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


def _rows(model: type[Model], household: Household, ids: set[UUID]) -> QuerySet[Any, Any]:
    return model._default_manager.filter(household=household, pk__in=ids)


def _lots(household: Household, ids: set[UUID]) -> QuerySet[Any, Any]:
    told = JSONObject(
        id="id",
        name="name",
        amount=as_text("amount"),
        pack=as_text("pack"),
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
    told = JSONObject(id="id", name="name", emoji="emoji", minutes="total_minutes", servings=as_text("servings"))
    return _rows(Recipe, household, ids).filter(deleted_at=None).values(told=told)


def _lists(household: Household, ids: set[UUID]) -> QuerySet[Any, Any]:
    items = ShoppingListItem.objects.filter(shopping_list=OuterRef("pk"), state=ItemState.OPEN).order_by("-created_at")
    shown = items.values(told=JSONObject(name="name", quantity=as_text("quantity"), unit="unit"))
    told = JSONObject(id="id", name="name", emoji="emoji", items=ArraySubquery(shown[:ITEMS]))
    return _rows(ShoppingList, household, ids).values(told=told)


Read = Callable[[Household, set[UUID]], QuerySet[Any, Any]]
READS: dict[str, Read] = {
    Card.LOTS: _lots,
    Card.RECIPES: _recipes,
    Card.RECIPE: dishes,
    Card.COMPARISON: dishes,
    Card.LIST: _lists,
    Card.SPLIT: splits,
}
