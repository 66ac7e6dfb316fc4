"""What a dish costs by what was paid for its foods last, with how much of it is known. Not for guests."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from accounts.models import Household
from kitchen.money import tell_money
from kitchen.units import UNITS, CannotConvert, Quantity, convert
from pantry.models import FoodId, StockItem, of_foods
from pantry.queries.amount import facts_of
from recipes.models import Recipe, RecipeIngredient

MOST_LOTS = 2000
Price = tuple[Decimal, Decimal, str]
# By the food, or by the name of what has none.
Prices = defaultdict[FoodId | str | None, list[Price]]


@dataclass(frozen=True)
class Cost:
    """In words; `counted` of `lines` ingredients have a price, the names of the others are `unknown`."""

    whole: str
    serving: str
    counted: int
    lines: int
    unknown: list[str]


def cost_of(recipe: Recipe, ingredients: list[RecipeIngredient]) -> Cost | None:
    """None where no price is known at all. What has no amount, and what one may leave out, costs nothing here."""
    lines = [row for row in ingredients if row.quantity is not None and not row.optional]
    paid = prices_of(recipe.household, ingredients)
    costs = [(row, cost_of_line(row, (*paid[row.food_ref], *paid[row.name_key]))) for row in lines]
    known = [cost for _row, cost in costs if cost is not None]
    if not known:
        return None
    whole, currency = sum(known, Decimal(0)), recipe.household.currency
    return Cost(
        whole=tell_money(whole, currency),
        serving=tell_money(whole / recipe.servings, currency) if recipe.servings else "",
        counted=len(known),
        lines=len(lines),
        unknown=[row.name for row, cost in costs if cost is None],
    )


def prices_of(household: Household, lines: list[RecipeIngredient]) -> Prices:
    """What was paid for these foods, each with for how much of it, the newest first: one query. What has no food is
    known by its name.
    """
    named = Q(food=None, own_food=None, name_key__in={line.name_key for line in lines})
    foods = of_foods({ref for line in lines if (ref := line.food_ref)})
    paid = StockItem.objects.filter(foods | named, household=household, price__isnull=False, price_amount__gt=0)
    newest = paid.filter(price_unit__in=UNITS).order_by("-created_at", "-id")
    rows = newest.values_list("food_id", "own_food_id", "name_key", "price", "price_amount", "price_unit")
    found: Prices = defaultdict(list)
    for food, own, name, price, amount, unit in rows[:MOST_LOTS]:
        if price is not None and amount:
            found[own or food or name].append((price, amount, unit))
    return found


def cost_of_line(line: RecipeIngredient, paid: Iterable[Price]) -> Decimal | None:
    """By the newest price that its amount can be turned into."""
    if line.quantity is None:
        return None
    needed = Quantity((line.quantity + (line.quantity_max or line.quantity)) / 2, line.unit or "piece")
    facts = facts_of(line.food_ref)
    for price, amount, unit in paid:
        try:
            return price * convert(needed, unit, facts).amount / amount
        except CannotConvert:
            continue
    return None
