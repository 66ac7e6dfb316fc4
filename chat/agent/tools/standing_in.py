"""What can be taken instead of a food: what cooks do, what is here first, nothing that somebody must not have."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.roles import TABLE
from chat.agent.deps import Kitchen
from chat.agent.edible import refuse_inedible
from chat.agent.events import Card, Source
from chat.agent.lookups import recipe_called
from chat.agent.substitutes import ways_instead_of
from chat.agent.toolbox import Told, tool
from chat.agent.tools.pantry import known_food
from pantry.catalogue import FoodFacts
from pantry.queries.amount import how_much
from pantry.queries.foods import food as food_of
from pantry.queries.foods import match
from pantry.queries.stock import on_hand
from recipes.models import RecipeIngredient
from recipes.queries.scaling import ONE, amount_in_words
from recipes.queries.suiting import NOBODY, fits, table_of

MOST = 5


@tool("recipes", gettext_lazy("Looking what could stand in for it"), "recipes:home")
def find_substitutes(kitchen: Kitchen, food: str, recipe: str = "") -> Told:
    """What can be taken instead of a food, what is on the shelves first; nothing that somebody here must not have.

    Args:
        food: what is not there.
        recipe: its id or name, where it is for a dish.

    """
    refuse_inedible([food])
    known, confidence = known_food(food)
    table = table_of(kitchen.household) if kitchen.membership.role in TABLE else NOBODY
    here = _here(kitchen)
    ways = [
        {
            "name": name,
            "how": how,
            "here": bool(lots := here.get(instead.id, [])) if instead else False,
            "there": ", ".join(how_much(item) for item in lots) if instead else "",
            "lot": str(lots[0].pk) if instead and lots else "",
            "id": instead.id if instead else None,
        }
        for name, how, instead in _ways(known, here)
        if instead is None or fits(instead, table)
    ]
    ways.sort(key=lambda way: not way["here"])
    found = [{key: value for key, value in way.items() if key != "id"} for way in ways[:MOST]]
    value: dict[str, Any] = {"food": known.name, "instead": found, "for": "", "amount": ""}
    sources = [Source("lot", str(way["lot"]), str(way["name"])) for way in found if way["lot"]]
    if recipe:
        dish = recipe_called(kitchen, recipe)
        line = _line(dish.pk, known)
        value |= {"for": dish.name, "amount": amount_in_words(line, ONE) if line else ""}
        sources.insert(0, Source("recipe", str(dish.pk), f"{dish.emoji} {dish.name}".strip()))
    lots = [way["lot"] for way in found if way["lot"]]
    summary = ngettext("%(count)d way", "%(count)d ways", len(found)) % {"count": len(found)}
    return Told(value, summary, Card("lots", {"ids": lots}) if lots else None, tuple(sources), confidence, bool(recipe))


def _ways(known: FoodFacts, here: dict[Any, list[Any]]) -> Iterator[tuple[str, str, FoodFacts | None]]:
    """What cooks take, then what is of the same kind and on the shelves: name, how, and the food if it is known."""
    seen: set[object] = {known.id}
    for way in ways_instead_of(known.names):
        instead = match(way.instead).food
        seen.add(instead.id if instead else way.instead)
        yield (instead.name if instead else way.instead), _(way.how), instead
    for id in here:
        other = food_of(id)
        if other and id not in seen and _is_kin(known, other):
            yield other.name, _("the same amount; it is of the same kind"), other


def _is_kin(one: FoodFacts, other: FoodFacts) -> bool:
    """One is a kind of the other, or both are kinds of the same."""
    return one.id == other.parent or other.id == one.parent or (one.parent is not None and one.parent == other.parent)


def _here(kitchen: Kitchen) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = {}
    for item in on_hand(kitchen.household):
        if item.food_ref is not None:
            found.setdefault(item.food_ref, []).append(item)
    return found


def _line(recipe: Any, known: FoodFacts) -> RecipeIngredient | None:
    lines = RecipeIngredient.objects.filter(recipe=recipe)
    return next((line for line in lines if line.food_ref in (known.id, known.parent)), None)
