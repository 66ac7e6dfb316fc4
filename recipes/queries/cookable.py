"""What can be cooked from what is here. A constant number of queries, however many recipes there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Household
from kitchen.units import Quantity
from pantry.models import FoodId
from recipes.models import Recipe, RecipeIngredient
from recipes.queries.card import RecipeCard, card_of, urgency
from recipes.queries.finding import Dish, dishes, found_recipes
from recipes.queries.shelf import Shelf, shelf_of
from recipes.queries.suiting import NOBODY, Table, is_for_all, suits, table_of
from recipes.queries.weighing import Asked, Verdict, judge_all, reason

Lines = dict[UUID, list[Asked]]
LONG = 10**9  # minutes of a dish of which nobody knows how long it takes


@dataclass(frozen=True)
class Missing:
    """`quantity` is how much has to be got, None where the recipe names no amount; `unit` is its code."""

    name: str
    quantity: Quantity | None
    unit: str
    food_id: FoodId | None
    why: str


@dataclass(frozen=True)
class Cookable:
    """`uses_soon` are foods that must be eaten; `allergens` those of the dish, with whom of the table they concern."""

    recipe: RecipeCard
    have: int
    needed: int
    missing: list[Missing]
    uses_soon: list[str]
    allergens: list[tuple[str, list[str]]]


@dataclass(frozen=True)
class Ranked:
    """A recipe with its lines judged; `order` sorts the most inviting first."""

    dish: Dish
    verdicts: list[Verdict]
    missing: int
    order: tuple[float, int, str, UUID]


def what_can_i_cook(  # noqa: PLR0913  (each is a question of its own)
    household: Household,
    *,
    today: date,
    limit: int | None = None,
    most_missing: int | None = None,
    text: str = "",
    minutes: int | None = None,
    tag: str = "",
    for_everybody: bool = True,
) -> list[Cookable]:
    """Fewest missing first, weighed with what must be eaten, then the shorter time, then the name.

    Staples are taken to be here. `for_everybody` leaves out what somebody who eats here must not have.
    """
    shelf, table = shelf_of(household, today), table_of(household)
    recipes = found_recipes(household, text=text, max_minutes=minutes, tag=tag)
    ranked = rank(dishes(recipes), lines_of(recipes), shelf, table if for_everybody else NOBODY)
    inviting = [one for one in ranked if most_missing is None or one.missing <= most_missing]
    return [cookable(one, shelf, table) for one in inviting[:limit]]


def lines_of(recipes: QuerySet[Recipe] | Iterable[UUID]) -> Lines:
    """The ingredients of these recipes, in their order."""
    ids: Any = recipes.order_by().values("pk") if isinstance(recipes, QuerySet) else recipes
    rows = RecipeIngredient.objects.filter(recipe__in=ids).order_by("recipe_id", "position")
    lines: Lines = {}
    for row in rows.values_list(*Asked._fields):
        lines.setdefault(row[0], []).append(Asked._make(row))
    return lines


def rank(found: Iterable[Dish], lines: Lines, shelf: Shelf, table: Table) -> list[Ranked]:
    ranked = []
    for dish in found:
        asked = lines.get(dish.id, [])
        if not is_for_all((one.food_ref for one in asked), table):
            continue
        verdicts = judge_all(asked, shelf)
        missing = sum(one.enough is False and not one.asked.optional for one in verdicts)
        # Of a dish without ingredients nothing can be said, which is no reason to cook it first.
        inviting = missing - urgency(verdicts, shelf) if asked else float(LONG)
        order = (inviting, dish.total_minutes or LONG, dish.name_key, dish.id)
        ranked.append(Ranked(dish, verdicts, missing if asked else LONG, order))
    return sorted(ranked, key=lambda one: one.order)


def cookable(ranked: Ranked, shelf: Shelf, table: Table) -> Cookable:
    card = card_of(ranked.dish, ranked.verdicts, shelf)
    found = suits((one.asked.food_ref for one in ranked.verdicts), table)
    missing = [missing_of(one) for one in ranked.verdicts if one.enough is False and not one.asked.optional]
    return Cookable(card, card.have, card.needed, missing, card.uses, found.allergens)


def missing_of(verdict: Verdict) -> Missing:
    asked = verdict.asked
    quantity = verdict.in_unit(verdict.short)
    return Missing(asked.name, quantity, quantity.unit if quantity else asked.unit, asked.food_ref, reason(verdict))
