"""The cook's tools: what can be cooked, and what a recipe says."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import Diet, Eater
from accounts.roles import TABLE
from chat.agent.deps import Kitchen
from chat.agent.edible import refuse_inedible
from chat.agent.events import Card, Source
from chat.agent.lookups import Found, alike, recipe_called, recipes_called
from chat.agent.toolbox import Told, tool
from chat.agent.values import dish_value, need_value, recipe_value, units_of
from kitchen.errors import DomainError
from pantry.queries.foods import food
from pantry.queries.stock import eat_first
from recipes.models import Recipe, RecipeStep
from recipes.queries.cookable import Limits, what_can_i_cook
from recipes.queries.need import missing_for
from recipes.queries.scaling import servings_for
from recipes.queries.suiting import NOBODY, suits, table_for, table_of
from recipes.queries.wanted import Sort, Wanted

AGENT, DOOR = "recipes", "recipes:home"
MOST, SHOWN = 12, 4
MOST_MINUTES, MOST_SERVINGS = 10_000, 1000


def told(recipes: list[dict[str, Any]], summary: str, confidence: float | None = None, **more: Any) -> Told:
    return Told(
        value={"dishes": recipes, **more},
        summary=summary,
        card=Card("recipes", {"ids": [one["id"] for one in recipes[:SHOWN]]}) if recipes else None,
        sources=tuple(Source("recipe", one["id"], one["title"]) for one in recipes[:SHOWN]),
        confidence=confidence,
        foreign=True,
    )


@tool(AGENT, gettext_lazy("Looking at the pantry, the recipes and who is eating"), DOOR)
def find_cookable(
    kitchen: Kitchen,
    using: list[str] | None = None,
    without: list[str] | None = None,
    minutes: int | None = None,
    kind: str = "",
    diet: str = "",
    eaters: list[str] | None = None,
    skip: int = 0,
) -> Told:
    """What can be cooked from what is here, the most inviting first, with what is missing and what it uses up.

    What somebody who eats here must not have is left out already.

    Args:
        using: foods that the dish must have.
        without: foods or kinds of food ("nuts", "meat") that it must not have.
        minutes: the longest it may take.
        kind: a word for the dish, such as "soup".
        diet: vegetarian, vegan, pescatarian, gluten-free, dairy-free, halal, kosher, no-pork or no-alcohol.
        eaters: names of who eats along, where not everybody does: only what these must not have is left out.
        skip: how many dishes have been shown already.

    """
    refuse_inedible(using or [])
    if diet and diet not in Diet.values:
        raise DomainError(_("I do not know the diet “%(diet)s”.") % {"diet": diet})
    at_table = kitchen.membership.role in TABLE
    eating = eating_along(kitchen, eaters or [])
    wanted = Wanted(
        q=kind,
        ingredients=tuple(using or ()),
        without=tuple(without or ()),
        max_minutes=None if minutes is None else max(0, min(minutes, MOST_MINUTES)),
        diet=diet,
        for_everybody=at_table,
        eaters=eating,
        sort=Sort("here"),
    )
    limits = Limits(start=max(0, skip), count=MOST)
    found = what_can_i_cook(kitchen.household, wanted, today=kitchen.today, limits=limits)
    due = {known.name if (known := food(lot.item.food_ref)) else lot.name: lot.due for lot in urgent(kitchen)}
    return told(
        [dish_value(one, due) for one in found.dishes],
        ngettext("%(count)d dish", "%(count)d dishes", found.count) % {"count": found.count},
        count=found.count,
        of=found.of,
        unsure=found.unsure,
        respects=respected(kitchen, eating) if at_table else [],
    )


def urgent(kitchen: Kitchen) -> list[Any]:
    return eat_first(kitchen.household, today=kitchen.today, limit=40)


def eating_along(kitchen: Kitchen, names: list[str]) -> tuple[str, ...]:
    """The eaters with these names, as they are written; for guests nobody's, as it would tell of their health."""
    if not names or kitchen.membership.role not in TABLE:
        return ()
    there = list(Eater.objects.filter(household=kitchen.household).order_by("created_at"))
    return tuple(dict.fromkeys(_eater(kitchen, name, there).name for name in names))


def _eater(kitchen: Kitchen, name: str, there: list[Eater]) -> Eater:
    words = name.casefold().strip()
    found = (
        [one for one in there if words in {"me", "i", "myself"} and one.user_id == kitchen.person.pk]
        or [one for one in there if one.name.casefold() == words]
        or [one for one in there if one.name.casefold().split()[:1] == words.split()[:1]]
        or alike(name, there, lambda one: one.name)
    )
    if len(found) != 1:
        names = ", ".join(one.name for one in there)
        raise DomainError(_("I do not know who “%(name)s” is. Here eat: %(names)s.") % {"name": name, "names": names})
    return found[0]


def respected(kitchen: Kitchen, eating: tuple[str, ...] = ()) -> list[str]:
    """The names of those whose diets and allergies were minded. Health data: not for guests."""
    table = table_for(table_of(kitchen.household), eating)
    names = [name for listed in (*table.allergens.values(), *table.diets.values()) for name in listed]
    return list(dict.fromkeys(names))


@tool(AGENT, gettext_lazy("Searching the recipes"), DOOR)
def find_recipes(kitchen: Kitchen, words: str) -> Told:
    """Recipes of this household by words of their names, tags or ingredients.

    Args:
        words: such as "lasagne" or "beans".

    """
    found: Found[Recipe] = recipes_called(kitchen, words)
    values = [recipe_value(recipe) for recipe in found.things[:MOST]]
    summary = ngettext("%(count)d recipe", "%(count)d recipes", len(found.things)) % {"count": len(found.things)}
    return told(values, summary, found.confidence, count=len(found.things), near=list(found.near))


@tool(AGENT, gettext_lazy("Opening the recipe"), DOOR)
def open_recipe(kitchen: Kitchen, recipe: str, servings: float | None = None) -> Told:
    """Ingredients, scaled to so many people, with what is here and missing of each, and the steps.

    Args:
        recipe: its id, or its name.
        servings: for how many; leave out for as it is written.

    """
    dish, wanted = recipe_called(kitchen, recipe), None if servings is None else Decimal(str(servings))
    if wanted is not None and not 0 < wanted <= MOST_SERVINGS:
        raise DomainError(_("A recipe is for somebody: more than nothing, at most 1000."))
    lines = missing_for(dish, servings=wanted, today=kitchen.today).lines
    scale = servings_for(dish, wanted)
    table = table_of(kitchen.household) if kitchen.membership.role in TABLE else NOBODY
    found = suits((line.ingredient.food_ref for line in lines), table)
    value = recipe_value(dish) | {
        "for": scale.words,
        "servings": f"{scale.wanted:f}",
        "ingredients": [need_value(line, scale.factor, units_of(kitchen)) for line in lines],
        "steps": list(RecipeStep.objects.filter(recipe=dish).values_list("text", flat=True)),
        "suits": [f"{allergen}: {', '.join(names)}" for allergen, names in found.allergens if names],
        "allergens": [allergen for allergen, _names in found.allergens],
    }
    card = Card("recipe", {"id": value["id"], "servings": value["servings"]})
    return Told({"recipe": value}, dish.name, card, (Source("recipe", value["id"], value["title"]),), foreign=True)
