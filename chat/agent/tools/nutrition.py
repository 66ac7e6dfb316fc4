"""The dietitian: what a food holds, or a serving of a dish."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chat.agent.amounts import read_amount
from chat.agent.deps import Kitchen
from chat.agent.events import Card, Source
from chat.agent.lookups import recipe_called
from chat.agent.toolbox import Told, tool
from chat.agent.tools.pantry import known_food
from chat.agent.values import units_of
from kitchen.errors import DomainError
from kitchen.units import CannotConvert, Quantity, convert, tell
from pantry.catalogue import NUTRIENTS
from pantry.queries.foods import nutrition
from recipes.models import RecipeIngredient
from recipes.queries.nutrition import FIRST, KILOJOULE, SALT_OF_SODIUM, nutrients_of, short
from recipes.queries.scaling import servings_for

AGENT = "dietitian"
HUNDRED = Decimal(100)
MOST_SERVINGS = 1000


@tool(AGENT, gettext_lazy("Looking up what it holds"), "recipes:home")
def look_up_nutrition(
    kitchen: Kitchen, food: str = "", recipe: str = "", amount: str = "", servings: float | None = None
) -> Told:
    """Energy, protein, fat and the rest: of a food (100 g, or an amount of it), or of one serving of a recipe.

    Args:
        food: its name.
        recipe: its id or name, for a dish instead of a food.
        amount: how much of the food, such as "2 eggs" or "150 g"; empty for 100 g.
        servings: so many servings of the recipe together; empty for one.

    """
    if recipe:
        return _of_recipe(kitchen, recipe, servings)
    if food:
        return _of_food(kitchen, food, amount)
    raise DomainError(_("Say of which food or which recipe."))


def _of_recipe(kitchen: Kitchen, recipe: str, servings: float | None) -> Told:
    wanted = Decimal(1) if servings is None else Decimal(str(servings))
    if not 0 < wanted <= MOST_SERVINGS:
        raise DomainError(_("A recipe is for somebody: more than nothing, at most 1000."))
    dish = recipe_called(kitchen, recipe)
    lines = list(RecipeIngredient.objects.filter(household=kitchen.household, recipe=dish))
    base = Decimal(dish.servings or 1)
    dish.servings = base / wanted if dish.servings else None
    found = nutrients_of(dish, lines)
    dish.servings = base
    per = servings_for(dish, wanted).words if found.for_one else _("the whole dish")
    value: dict[str, Any] = {
        "of": dish.name,
        "per": per,
        "figures": [{"name": one.name, "amount": one.words} for one in found.first],
        "others": [{"name": one.name, "amount": one.words} for one in found.others],
        "counted": found.counted,
        "lines": found.lines,
        "unknown": found.unknown,
        "estimate": True,
        "thin": found.is_thin,
        "declared": [{"name": one.name, "amount": one.words} for one in found.declared],
    }
    if not found.first:
        raise DomainError(_("Too little is known of what is in %(name)s.") % {"name": dish.name})
    source = Source("recipe", str(dish.pk), f"{dish.emoji} {dish.name}".strip())
    return Told(
        value, f"{dish.name}: {found.first[0].words}", Card("recipe", {"id": str(dish.pk)}), (source,), foreign=True
    )


def _of_food(kitchen: Kitchen, food: str, amount: str) -> Told:
    known, confidence = known_food(food)
    figures = nutrition(known.id)
    if figures is None or not figures.values:
        raise DomainError(_("Nobody has written down what %(name)s holds.") % {"name": known.name})
    quantity = read_amount(amount).quantity if amount else Quantity(HUNDRED, "g")
    if quantity is None:
        raise DomainError(_("Say how much of it, such as “150 g”."))
    try:
        grams = convert(quantity, "g", known.units).amount
    except CannotConvert as refusal:
        raise DomainError(str(refusal)) from refusal
    values = {code: value * grams / HUNDRED for code, value in figures.values.items()}
    told = [_figure(code, values) for code in (*FIRST, *(code for code in NUTRIENTS if code not in FIRST))]
    shown = [one for one in told if one]
    per = tell(quantity, units_of(kitchen)) if amount else "100 g"
    value = {
        "of": known.name,
        "per": per,
        "grams": f"{grams.normalize():f}",
        "figures": shown[: len(FIRST)],
        "others": shown[len(FIRST) :],
        "unknown": [],
        "estimate": False,
        "source": figures.source,
    }
    return Told(value, f"{known.name}, {per}: {shown[0]['amount']}" if shown else known.name, confidence=confidence)


def _figure(code: str, values: dict[str, Decimal]) -> dict[str, str] | None:
    counted = "sodium" if code == "salt" else code
    if counted not in values:
        return None
    if code == "salt":
        return {"name": _("Salt"), "amount": f"{short(values[counted] * SALT_OF_SODIUM)} g"}
    nutrient = NUTRIENTS[code]
    told = f"{short(values[code])} {nutrient.unit}"
    if code == "energy":
        told = f"{told} ({short(values[code] * KILOJOULE)} kJ)"
    return {"name": _(nutrient.name), "amount": told}
