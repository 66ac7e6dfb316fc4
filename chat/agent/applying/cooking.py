"""Writing down that a dish was cooked, from what a proposal keeps of it (JSON)."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from chat.agent.applying.stock import check_taken, quantity_of, taken
from chat.agent.deps import Kitchen
from chat.agent.lookups import recipe_called
from pantry.services.stock_made import Use
from recipes.services.cooking import Plan, cook_recipe


def cook(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    """As it was shown; refused where the shelves have changed, or somebody else has written the meal down."""
    cook_as_told(kitchen, arguments)
    check_taken(kitchen, arguments)
    return ""


def cook_as_told(kitchen: Kitchen, arguments: dict[str, Any]) -> list[dict[str, Any]]:
    """What it takes, lot by lot."""
    plan = Plan(
        servings=Decimal(arguments["servings"]),
        uses=tuple(Use(UUID(kept["id"]), quantity_of(kept)) for kept in arguments["lots"]),
        newest=arguments["newest"],
    )
    operation = UUID(arguments["operation"])
    cook_recipe(recipe_called(kitchen, arguments["recipe"]), plan, by=kitchen.person, operation=operation)
    return taken(kitchen, operation)
