"""Several dishes side by side: time, what is here of each, what it lacks, whom it does not suit."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.roles import TABLE
from chat.agent.deps import Kitchen
from chat.agent.events import Card, Source
from chat.agent.lookups import recipe_called
from chat.agent.toolbox import Told, tool
from chat.agent.values import recipe_value, words
from kitchen.errors import DomainError
from recipes.models import Recipe, RecipeIngredient
from recipes.queries.glance import glance_at
from recipes.queries.shelf import Shelf, shelf_of
from recipes.queries.suiting import NOBODY, Table, table_of

FEWEST, MOST = 2, 4


@tool("recipes", gettext_lazy("Comparing the dishes"), "recipes:home")
def compare_recipes(kitchen: Kitchen, recipes: list[str]) -> Told:
    """Two to four recipes side by side: how long they take, what is here and missing, energy, and whom they suit.

    Args:
        recipes: their ids or names.

    """
    if not FEWEST <= len(recipes) <= MOST:
        raise DomainError(_("Name two to four dishes to compare."))
    dishes = list({dish.pk: dish for dish in (recipe_called(kitchen, one) for one in recipes)}.values())
    if len(dishes) < FEWEST:
        raise DomainError(_("That is one dish: name another one to compare it with."))
    table = table_of(kitchen.household) if kitchen.membership.role in TABLE else NOBODY
    shelf = shelf_of(kitchen.household, kitchen.today)
    lines = _lines(kitchen, dishes)
    values = [compared(dish, lines[dish.pk], shelf, table) for dish in dishes]
    ids = [one["id"] for one in values]
    return Told(
        {"dishes": values, "quickest": _quickest(values), "fewest_missing": _fewest(values)},
        ", ".join(dish.name for dish in dishes),
        Card("comparison", {"ids": ids}),
        tuple(Source("recipe", one["id"], one["title"]) for one in values),
        foreign=True,
    )


def _lines(kitchen: Kitchen, dishes: list[Recipe]) -> dict[Any, list[RecipeIngredient]]:
    found: dict[Any, list[RecipeIngredient]] = {dish.pk: [] for dish in dishes}
    for line in RecipeIngredient.objects.filter(household=kitchen.household, recipe__in=dishes):
        found[line.recipe_id].append(line)
    return found


def compared(dish: Recipe, lines: list[RecipeIngredient], shelf: Shelf, table: Table) -> dict[str, Any]:
    """`energy` is of one serving, "" where too little is known; `suits` says who must not have what."""
    glance = glance_at(dish, lines, shelf, table)
    return {
        **recipe_value(dish),
        "have": glance.have,
        "needed": glance.needed,
        "missing": [{"name": one.ingredient.name, "amount": words(one.missing)} for one in glance.needs.missing],
        "energy": glance.energy,
        "suits": [f"{what}: {names}" for what, names in glance.not_for],
    }


def _quickest(values: list[dict[str, Any]]) -> str:
    return _least(values, lambda one: one["minutes"]) if all(one["minutes"] for one in values) else ""


def _fewest(values: list[dict[str, Any]]) -> str:
    return _least(values, lambda one: len(one["missing"]))


def _least(values: list[dict[str, Any]], measure: Callable[[dict[str, Any]], int]) -> str:
    """The name of the one dish that has the least of it, "" where several have."""
    first, second, *_others = sorted(values, key=measure)
    return str(first["name"]) if measure(first) < measure(second) else ""
