"""What a dish lacks: the lines of a recipe minus what is on the shelves and what is on a list for it already."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, TextField
from django.db.models.functions import Cast, Coalesce, JSONObject

from kitchen.units import Facts, Quantity, tell
from pantry.matching import name_key
from pantry.models import FoodId, read_food_ref
from pantry.queries.foods import food
from recipes.models import Recipe, RecipeIngredient
from recipes.queries.need import Need, missing_for
from recipes.queries.scaling import servings_for
from shopping.models import ItemReason, ItemState, ShoppingList
from shopping.queries.need_words import why_of
from shopping.wanted import amount_of, less, summed


@dataclass(frozen=True)
class NeedLine:
    """One ingredient with its arithmetic. `proposed` says that it is to be bought; `buy` is how much, None where
    nobody said. `unsure` says that something is here and nobody knows whether it is enough, `covered` that what is on
    a list for the dish is.
    """

    id: UUID
    name: str
    emoji: str
    food_id: FoodId | None
    needed: Quantity | None
    there: Quantity | None
    listed: Quantity | None
    buy: Quantity | None
    why: str
    proposed: bool
    unsure: bool = False
    covered: bool = False
    optional: bool = False

    @property
    def amount(self) -> str:
        return tell(self.buy) if self.buy else ""


@dataclass(frozen=True)
class NeedPage:
    """What is to be bought and what is not, each with whether it is ticked; servings as numbers for addresses."""

    words: str
    servings: str
    fewer: str
    more: str
    lists: list[ShoppingList]
    lines: list[NeedLine]
    buy: list[tuple[NeedLine, bool]]
    rest: list[tuple[NeedLine, bool]]


@dataclass(frozen=True)
class Listed:
    """What is on the lists for the dish already; `amount` None where it was put there without one."""

    amount: Quantity | None


def need_page(recipe: Recipe, servings: Decimal | None, chosen: Collection[UUID] | None = None) -> NeedPage:
    """`chosen` are the lines that stay ticked after a form was refused."""
    asked, lists = servings_for(recipe, servings), lists_for(recipe)
    lines = _lines(recipe, servings, lists)
    ticked = [(line, line.proposed if chosen is None else line.id in chosen) for line in lines]
    return NeedPage(
        words=asked.words,
        servings=f"{asked.wanted:f}",
        fewer=asked.fewer,
        more=asked.more,
        lists=lists,
        lines=lines,
        buy=[pair for pair in ticked if pair[0].proposed],
        rest=[pair for pair in ticked if not pair[0].proposed],
    )


def wanted_from_recipe(recipe: Recipe, servings: Decimal | None = None) -> list[NeedLine]:
    """Every line of the dish, in its order, scaled to `servings`."""
    return _lines(recipe, servings, lists_for(recipe))


def lists_for(*recipes: Recipe) -> list[ShoppingList]:
    """The open lists, each with what it holds for these dishes of one household as `listed`: one query."""
    reasons = ItemReason.objects.filter(
        item__shopping_list=OuterRef("pk"), recipe__in=recipes, item__state__in=(ItemState.OPEN, ItemState.TICKED)
    )
    told = JSONObject(
        recipe=Cast("recipe_id", TextField()),
        food=Coalesce(Cast("item__own_food_id", TextField()), Cast("item__food_id", TextField())),
        key="item__name_key",
        quantity=Cast("quantity", TextField()),
        unit="unit",
    )
    lists = ShoppingList.objects.filter(household=recipes[0].household_id, archived_at=None)
    return list(lists.annotate(listed=ArraySubquery(reasons.order_by("pk").values(told=told))))


def _lines(recipe: Recipe, servings: Decimal | None, lists: list[ShoppingList]) -> list[NeedLine]:
    listed = listed_for(recipe, lists)
    return [need_line(need, listed) for need in missing_for(recipe, servings=servings).lines]


def listed_for(recipe: Recipe, lists: list[ShoppingList]) -> dict[object, Listed]:
    """By food, else by name: what open lists hold for this dish."""
    listed: dict[object, Listed] = {}
    reasons = (one for kept in lists for one in kept.listed)  # type: ignore[attr-defined]
    for reason in (one for one in reasons if one["recipe"] == str(recipe.pk)):
        ref, exact = read_food_ref(reason["food"]), reason["quantity"]
        key = ref or reason["key"]
        amount = amount_of(Decimal(exact) if exact else None, reason["unit"])
        before = listed.get(key)
        listed[key] = Listed(amount) if before is None else _both(before, amount, ref)
    return listed


def _both(before: Listed, amount: Quantity | None, ref: FoodId | None) -> Listed:
    """Of a dish that was put on the list in two goes; what cannot be summed up is taken to be enough."""
    if before.amount is None or amount is None:
        return Listed(None)
    known = food(ref)
    return Listed(summed(before.amount, amount, known.units if known else None))


def need_line(need: Need, listed: dict[object, Listed]) -> NeedLine:
    """Takes what it needs out of `listed`."""
    ingredient: RecipeIngredient = need.ingredient
    known = food(ingredient.food_ref)
    key, facts = ingredient.food_ref or name_key(ingredient.name)[:120], known.units if known else None
    on_list = listed.get(key)
    buy, covered = _still(need, on_list, facts)
    if on_list and on_list.amount and (missing := need.missing or need.needed):
        # What is on the list for this line is not there for another of the dish.
        listed[key] = Listed(less(on_list.amount, missing, facts) or on_list.amount)
    unsure = need.enough is None and not covered
    return NeedLine(
        id=ingredient.pk,
        name=ingredient.name,
        emoji=known.emoji if known else "",
        food_id=ingredient.food_ref,
        needed=need.needed,
        there=need.there,
        listed=on_list.amount if on_list else None,
        buy=buy,
        why=why_of(need, on_list.amount if on_list else None, buy, covered=covered),
        covered=covered,
        optional=ingredient.optional,
        proposed=need.enough is False and not covered and not ingredient.optional,
        unsure=unsure,
    )


def _still(need: Need, on_list: Listed | None, facts: Facts | None) -> tuple[Quantity | None, bool]:
    """How much is still to be bought, and whether what is on a list covers it. Who buys all the same buys it all."""
    missing = need.missing or need.needed
    if on_list is None:
        return missing, False
    if missing is None or on_list.amount is None:
        return missing, True
    left = less(missing, on_list.amount, facts)
    if left is None or not left.amount:
        return missing, left is not None
    return left, False
