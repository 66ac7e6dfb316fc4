"""Dishes on cards: one by itself, or several side by side, with what is here of each now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from accounts.models import Household
from pantry.models import read_food_ref
from recipes.models import Recipe, RecipeIngredient
from recipes.queries.glance import glance_at
from recipes.queries.scaling import amount_in_words, servings_for
from recipes.queries.shelf import Shelf
from recipes.queries.suiting import Table
from recipes.queries.times import how_long
from shopping.queries.balance import as_text

LINES, NAMED = 12, 4
PLAIN = ("name", "name_key", "note", "unit", "optional")


@dataclass(frozen=True)
class DishLine:
    """`state` is here, missing, or "" where nobody can say."""

    name: str
    amount: str
    state: str


@dataclass(frozen=True)
class DishCard:
    """`suits` says what is in it, or which diet it is against, each with whose it is. `energy` is of one serving."""

    id: str
    name: str
    emoji: str
    time: str
    minutes: int | None
    servings: str
    have: int
    needed: int
    missing: Sequence[str]
    more_missing: int
    lines: Sequence[DishLine]
    more: int
    energy: str
    suits: Sequence[tuple[str, str]]


def dishes(household: Household, ids: set[UUID]) -> QuerySet[Any, Any]:
    written = RecipeIngredient.objects.filter(recipe=OuterRef("pk")).order_by("position")
    line = JSONObject(
        name="name",
        name_key="name_key",
        note="note",
        quantity=as_text("quantity"),
        quantity_max=as_text("quantity_max"),
        unit="unit",
        optional="optional",
        food_id="food_id",
        own_food_id="own_food_id",
    )
    told = JSONObject(
        id="id",
        name="name",
        emoji="emoji",
        minutes="total_minutes",
        servings=as_text("servings"),
        servings_of="servings_of",
        lines=ArraySubquery(written.values(told=line)),
    )
    here = Recipe.objects.filter(household=household, pk__in=ids, deleted_at=None)
    rows: QuerySet[Any, Any] = here.values(told=told)
    return rows


def drawn_dish(told: dict[str, Any], shelf: Shelf, table: Table, system: str, wanted: str = "") -> DishCard:
    """For `wanted` servings, where an answer was for so many."""
    dish = Recipe(id=UUID(told["id"]), name=told["name"], emoji=told["emoji"], servings_of=told["servings_of"])
    dish.servings, dish.total_minutes = _exact(told["servings"]), told["minutes"]
    lines = [_line(one) for one in told["lines"]]
    scale = servings_for(dish, _exact(wanted))
    glance = glance_at(dish, lines, shelf, table, scale.factor)
    missing = [one.ingredient.name for one in glance.needs.missing]
    return DishCard(
        id=told["id"],
        name=dish.name,
        emoji=dish.emoji,
        time=how_long(dish.total_minutes),
        minutes=dish.total_minutes,
        servings=scale.words if scale.is_counted else "",
        have=glance.have,
        needed=glance.needed,
        missing=missing[:NAMED],
        more_missing=max(0, len(missing) - NAMED),
        lines=[
            DishLine(one.ingredient.name, amount_in_words(one.ingredient, scale.factor, system), STATES[one.enough])
            for one in glance.needs.lines[:LINES]
        ],
        more=max(0, len(lines) - LINES),
        energy=glance.energy,
        suits=glance.not_for,
    )


STATES: Mapping[bool | None, str] = {True: "here", False: "missing", None: ""}


def _line(told: dict[str, Any]) -> RecipeIngredient:
    amounts = {name: _exact(told[name]) for name in ("quantity", "quantity_max")}
    row = RecipeIngredient(**{name: told[name] for name in PLAIN}, **amounts)
    row.food_ref = read_food_ref(told["own_food_id"] or told["food_id"])
    return row


def _exact(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None
