"""What a dish takes off the shelves, as one proposal."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chat.agent.applying import stock
from chat.agent.deps import Kitchen
from chat.agent.lookups import recipe_called
from chat.agent.rehearsal import rehearsed
from chat.agent.toolbox import Planned, tool
from chat.agent.tools.stock import going
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity, rounded
from recipes.queries.need import Need, missing_for

MOST_SERVINGS = 1000


@tool("pantry", gettext_lazy("Reckoning what the dish takes"), "pantry:stock.use")
def use_for_dish(kitchen: Kitchen, recipe: str, servings: float | None = None) -> Planned:
    """Propose to take what a dish needs off the shelves, as far as it is here and measured.

    Args:
        recipe: its id, or its name.
        servings: for how many it was cooked; leave out for as it is written.
    """
    dish, wanted = recipe_called(kitchen, recipe), None if servings is None else Decimal(str(servings))
    if wanted is not None and not 0 < wanted <= MOST_SERVINGS:
        raise DomainError(_("A recipe is for somebody: more than nothing, at most 1000."))
    needs = missing_for(dish, servings=wanted, today=kitchen.today).lines
    lines = [line_of(need, share) for need in needs if (share := share_of(need))]
    if not lines:
        raise DomainError(_("Nothing measured is here of what %(name)s needs.") % {"name": dish.name})
    arguments: dict[str, Any] = {
        "name": dish.name,
        "lines": rehearsed(lambda: [taken(kitchen, line) for line in lines]),
    }
    effect = [going(kitchen, kept) for line in arguments["lines"] for kept in line["lots"]]
    lead = _("For %(name)s I take this off the shelves, if you agree. What nobody measured stays.")
    return Planned(arguments, effect, lead % {"name": dish.name})


def share_of(need: Need) -> Quantity | None:
    """What is needed, at most what is here; None for what is not here, thought to be here, or not measured."""
    if need.assumed or need.needed is None or need.there is None or need.there.amount <= 0:
        return None
    least = min(need.needed.amount, need.there.amount)
    return Quantity(rounded(least), need.needed.unit) if need.needed.unit == need.there.unit else None


def line_of(need: Need, share: Quantity) -> dict[str, Any]:
    food = stock.meaning(need.ingredient.food_ref, need.ingredient.name)
    return {"operation": str(new_id()), "food": food, **stock.kept_quantity(share)}


def taken(kitchen: Kitchen, line: dict[str, Any]) -> dict[str, Any]:
    return {**line, "lots": stock.use_all_lots(kitchen, line)}
