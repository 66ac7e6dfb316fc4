"""The dishes that need a food."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from accounts.models import Household
from kitchen.units import UNITS, Quantity, rounded, tell
from pantry.models import FoodId
from pantry.queries.foods import rows_of
from recipes.models import RecipeIngredient
from recipes.queries.times import how_long

MOST = 40


@dataclass(frozen=True)
class FoodDish:
    id: UUID
    name: str
    emoji: str
    time: str
    amount: str


def dishes_with(household: Household, ref: FoodId, system: str = "metric") -> list[FoodDish]:
    """By name, each once, with how much of the food it takes: one query."""
    lines = RecipeIngredient.objects.filter(rows_of(ref), household=household, recipe__deleted_at=None)
    named = lines.order_by("recipe__name_key", "recipe_id", "position").values_list(
        "recipe_id", "recipe__name", "recipe__emoji", "recipe__total_minutes", "quantity", "unit"
    )
    found: dict[UUID, FoodDish] = {}
    for id, name, emoji, minutes, quantity, unit in named[: MOST * 2]:
        found.setdefault(id, FoodDish(id, name, emoji, how_long(minutes), _told(quantity, unit, system)))
    return list(found.values())[:MOST]


def _told(quantity: Decimal | None, unit: str, system: str) -> str:
    known = quantity is not None and (not unit or unit in UNITS)
    return tell(Quantity(rounded(quantity), unit or "piece"), system) if known and quantity is not None else ""
