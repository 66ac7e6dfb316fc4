"""A dish that was cooked: what it takes off the shelves and its line in the cook log, as one proposal."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chat.agent.applying import cooking, stock
from chat.agent.deps import Kitchen
from chat.agent.edible import is_edible
from chat.agent.lookups import recipe_called
from chat.agent.rehearsal import rehearsed
from chat.agent.toolbox import Planned, tool
from chat.agent.tools.stock import going
from chat.agent.values import units_of
from kitchen.errors import DomainError
from kitchen.ids import new_id
from recipes.models import Recipe
from recipes.queries.cooking_plan import PlannedLot, cooking_plan
from recipes.queries.scaling import Servings, servings_for

MOST_SERVINGS = 1000


@tool("pantry", gettext_lazy("Reckoning what the dish takes"), "recipes:cooking.create")
def use_for_dish(kitchen: Kitchen, recipe: str, servings: float | None = None) -> Planned:
    """Propose to write down that a dish was cooked, and to take what it needs off the shelves as far as it is here.

    Args:
        recipe: its id, or its name.
        servings: for how many it was cooked; leave out for as it is written.
    """
    dish, wanted = recipe_called(kitchen, recipe), None if servings is None else Decimal(str(servings))
    if wanted is not None and not 0 < wanted <= MOST_SERVINGS:
        raise DomainError(_("A recipe is for somebody: more than nothing, at most 1000."))
    plan = cooking_plan(dish, wanted, today=kitchen.today, system=units_of(kitchen))
    arguments: dict[str, Any] = {
        "operation": str(new_id()),
        "recipe": str(dish.pk),
        "servings": str(plan.servings.wanted),
        "newest": plan.newest,
        "lots": [kept_share(one) for one in plan.proposed if is_edible(one.item.name, one.item.food_ref)],
    }
    order: dict[Any, int] = {kept["id"]: at for at, kept in enumerate(arguments["lots"])}
    taken = rehearsed(lambda: cooking.cook_as_told(kitchen, arguments))
    arguments["lots"] = sorted(taken, key=lambda kept: order[kept["id"]])
    effect = [*(going(kitchen, kept) for kept in arguments["lots"]), logged(plan.recipe, plan.servings)]
    lead = _("For %(name)s I take this off the shelves, if you agree. What nobody measured stays.")
    none = _("%(name)s goes into the cook log, if you agree. Nothing measured is here of what it needs.")
    return Planned(arguments, effect, (lead if arguments["lots"] else none) % {"name": dish.name})


def kept_share(one: PlannedLot) -> dict[str, Any]:
    return {"id": str(one.item.pk), **stock.kept_quantity(one.share)}


def noted(kitchen: Kitchen, arguments: dict[str, Any]) -> dict[str, str]:
    """The line of the cook log of what a proposal keeps."""
    dish = recipe_called(kitchen, arguments["recipe"])
    return logged(dish, servings_for(dish, Decimal(arguments["servings"])))


def logged(recipe: Recipe, servings: Servings) -> dict[str, str]:
    return {
        "emoji": recipe.emoji or "🍽️",
        "name": recipe.name,
        "amount": servings.words,
        "where": _("into the cook log"),
    }
