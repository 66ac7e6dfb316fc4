"""What belongs to no one room: amounts in other units, and who eats here."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.queries.eater import eaters_of
from chat.agent.amounts import read_amount
from chat.agent.deps import Kitchen
from chat.agent.events import Source
from chat.agent.toolbox import Told, tool
from kitchen.errors import DomainError
from kitchen.units import convert, find_unit, rounded, tell, unit_name
from kitchen.units.quantity import Quantity
from pantry.queries.foods import match

AGENT = "kitchen"


@tool(AGENT, gettext_lazy("Converting the amount"), "pantry:home")
def convert_amount(kitchen: Kitchen, amount: str, to: str, food: str = "") -> Told:
    """An amount in another unit; between volume, weight and pieces it takes the food.

    Args:
        amount: such as "2 cups".
        to: a unit, such as "g".
        food: what it is an amount of.

    """
    quantity, unit = read_amount(amount).quantity, find_unit(to)
    if quantity is None or unit is None:
        raise DomainError(_("I do not know the unit “%(unit)s”.") % {"unit": to})
    known = match(food) if food else None
    facts = known.food.units if known and known.food else None
    exact = convert(quantity, unit.code, facts)
    told = _in_this_unit(exact)
    value: dict[str, Any] = {
        "from": tell(quantity),
        "amount": f"{rounded(exact.amount).normalize():f}",
        "unit": unit.code,
        "told": told,
        "food": known.food.name if known and known.food else food,
        "known": bool(known and known.food),
    }
    return Told(value, told, confidence=known.confidence if known and known.food else None)


def _in_this_unit(quantity: Quantity) -> str:
    """As people tell it, in the unit that was asked for: a kilogram asked for in grams stays in grams."""
    told = tell(quantity)
    if told.endswith(unit_name(quantity.unit)) or quantity.kind in {"count", "package"}:
        return told
    digits = quantity.amount.quantize(1 if quantity.amount >= 100 else rounded(quantity.amount).normalize())  # noqa: PLR2004
    return f"{digits.normalize():f} {unit_name(quantity.unit, 2)}"


@tool(AGENT, gettext_lazy("Looking who eats here"), "accounts:eater.index")
def find_eaters(kitchen: Kitchen, name: str = "") -> Told:
    """Who eats in this household, with diets, allergies and dislikes.

    Args:
        name: one person; empty for everybody.

    """
    lines = [
        line for line in eaters_of(kitchen.membership) if not name or line.eater.name.casefold() == name.casefold()
    ]
    if name and not lines:
        raise DomainError(_("Nobody called “%(name)s” eats here.") % {"name": name})
    people = [
        {"name": line.eater.name, "diets": line.diets, "allergies": line.allergens, "dislikes": line.eater.dislikes}
        for line in lines
    ]
    sources = tuple(Source("eater", str(line.eater.pk), line.eater.name) for line in lines[:4])
    return Told({"people": people}, ", ".join(str(one["name"]) for one in people), sources=sources)
