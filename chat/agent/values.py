"""How things of the kitchen are told to a model: plain JSON, with ids by which other tools find them again."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypedDict

from django.utils.translation import gettext as _

from accounts.preferences import preferences_of
from chat.agent.deps import Kitchen
from chat.agent.edible import is_edible
from kitchen.units import Quantity, tell
from pantry.models import food_text
from pantry.queries.stock import Lot
from recipes.models import Recipe
from recipes.queries.cookable import Cookable
from recipes.queries.need import Need
from recipes.queries.scaling import amount_in_words
from recipes.queries.times import how_long


class LotValue(TypedDict):
    """`amount`, `due` and `why` are words, `title` is all in one line; `use_by` is a date or "", `food` an id or "".

    What is not `edible` is not cooked with.
    """

    id: str
    name: str
    emoji: str
    amount: str
    place: str
    storage: str
    use_by: str
    state: str
    due: str
    why: str
    food: str
    edible: bool
    title: str


def units_of(kitchen: Kitchen) -> str:
    """The system in which the person reads amounts."""
    return preferences_of(kitchen.person).units


def lot_value(lot: Lot) -> LotValue:
    named = _("%(name)s, %(amount)s") % {"name": lot.name, "amount": lot.how_much} if lot.how_much else lot.name
    return LotValue(
        id=str(lot.id),
        name=lot.name,
        emoji=lot.emoji,
        amount=lot.how_much,
        place=lot.place,
        storage=lot.storage,
        use_by=lot.use_by.isoformat() if lot.use_by else "",
        state=lot.state,
        due=lot.due,
        why=lot.why,
        food=food_text(lot.item.food_ref),
        edible=is_edible(lot.name, lot.item.food_ref),
        title=f"{lot.emoji} {named}".strip(),
    )


def dish_value(dish: Cookable, due: Mapping[str, str]) -> dict[str, Any]:
    """`uses_soon` with the days that are left, where they are known."""
    card = dish.recipe
    return {
        "id": str(card.id),
        "name": card.name,
        "emoji": card.emoji,
        "minutes": card.minutes,
        "time": how_long(card.minutes),
        "have": dish.have,
        "needed": dish.needed,
        "missing": [{"name": one.name, "amount": words(one.quantity), "why": one.why} for one in dish.missing],
        "uses_soon": [{"name": name, "due": due.get(name, "")} for name in dish.uses_soon],
        "title": f"{card.emoji} {card.name}".strip(),
    }


def recipe_value(recipe: Recipe) -> dict[str, Any]:
    return {
        "id": str(recipe.pk),
        "name": recipe.name,
        "minutes": recipe.total_minutes,
        "time": how_long(recipe.total_minutes),
        "servings": "" if recipe.servings is None else f"{recipe.servings.normalize():f}",
        "title": f"{recipe.emoji} {recipe.name}".strip(),
    }


def need_value(need: Need, factor: Decimal, system: str) -> dict[str, Any]:
    """`enough` is null where it cannot be compared; `why` says why."""
    return {
        "name": need.ingredient.name,
        "note": need.ingredient.note,
        "amount": amount_in_words(need.ingredient, factor, system),
        "there": words(need.there, system),
        "missing": words(need.missing, system),
        "enough": need.enough,
        "optional": need.ingredient.optional,
        "assumed": need.assumed,
        "why": need.why,
    }


def words(quantity: Quantity | None, system: str = "metric") -> str:
    return tell(quantity, system) if quantity else ""
