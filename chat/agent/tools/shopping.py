"""The shopper: what is on the list, and proposals to put things on it, tick them and take them off."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chat.agent.applying import shopping
from chat.agent.deps import Kitchen
from chat.agent.events import Card, Source
from chat.agent.lookups import alike, as_id, near, none_called, recipe_called
from chat.agent.rehearsal import rehearsed
from chat.agent.toolbox import Effect, Planned, Told, tool
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity, rounded
from pantry.matching import name_key
from pantry.models import FoodId, food_text, read_food_ref
from pantry.parsing import parse_entries
from pantry.queries.foods import food as food_of
from pantry.queries.foods import food_called
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from shopping.queries.list import list_page, wanted_from_recipe
from shopping.wanted import told as amount_told

AGENT, DOOR = "shopping", "shopping:home"
PLAIN = "🛒"


@tool(AGENT, gettext_lazy("Looking at the shopping list"), DOOR)
def show_list(kitchen: Kitchen, name: str = "") -> Told:
    """What is to be bought and what is in the basket.

    Args:
        name: which list; empty for the first.

    """
    chosen = list_called(kitchen, name)
    if chosen is None:
        return Told({"list": "", "open": [], "ticked": []}, _("no list yet"))
    page = list_page(chosen)
    rows = [
        {
            "id": str(row.id),
            "name": row.name,
            "emoji": row.emoji,
            "amount": row.amount,
            "why": row.why,
            "aisle": aisle.name,
        }
        for aisle in page.aisles
        for row in aisle.rows
    ]
    ticked = [{"id": str(row.id), "name": row.name, "amount": row.amount} for row in page.basket]
    return Told(
        {"id": str(chosen.pk), "list": chosen.name, "open": rows, "ticked": ticked},
        ngettext("%(count)d thing to buy", "%(count)d things to buy", page.open) % {"count": page.open},
        Card("list", {"id": str(chosen.pk)}),
        (Source("list", str(chosen.pk), chosen.name),),
        # Why something is on the list may be the name of a recipe.
        foreign=any(row["why"] for row in rows),
    )


@tool(AGENT, gettext_lazy("Preparing the shopping list"), "shopping:item.create")
def add_to_list(kitchen: Kitchen, items: list[str], list_name: str = "") -> Planned:
    """Propose to put things on the shopping list.

    Args:
        items: one thing each, such as "milk" or "6 eggs".
        list_name: which list; empty for the first.

    """
    entries = [entry for item in items for entry in parse_entries(item, today=kitchen.today, places={})]
    if wrong := next((entry for entry in entries if entry.wrong), None):
        raise DomainError(f"{wrong.text}: {wrong.wrong}")
    if not entries:
        raise DomainError(_("Say what to buy."))
    wanted = [wanted_value(entry.name, entry.quantity) for entry in entries]
    return planned(kitchen, list_called(kitchen, list_name), wanted)


@tool(AGENT, gettext_lazy("Reckoning what is missing"), "shopping:need.create")
def add_missing_to_list(kitchen: Kitchen, recipe: str, servings: float | None = None, list_name: str = "") -> Planned:
    """Propose to put what a dish lacks on the shopping list: its ingredients minus what is here.

    Args:
        recipe: its id, or its name.
        servings: for how many; leave out for as it is written.
        list_name: which list; empty for the first.

    """
    dish = recipe_called(kitchen, recipe)
    lines = wanted_from_recipe(dish, None if servings is None else Decimal(str(servings)))
    lacking = [line for line in lines if line.proposed]
    if not lacking:
        raise DomainError(_("Nothing is missing for %(name)s.") % {"name": dish.name})
    wanted = [wanted_value(line.name, line.buy, line.food_id) for line in lacking]
    answer = planned(kitchen, list_called(kitchen, list_name), wanted, recipe=str(dish.pk))
    for effect, line in zip(answer.effect, lacking, strict=True):
        effect["where"] = line.why
    return answer


def wanted_value(name: str, quantity: Quantity | None, food_id: FoodId | None = None) -> dict[str, Any]:
    return {
        "name": name,
        "amount": f"{rounded(quantity.amount).normalize():f}" if quantity else "",
        "unit": quantity.unit if quantity else "",
        "food": food_text(food_id or food_called(name)),
    }


def planned(kitchen: Kitchen, chosen: ShoppingList | None, wanted: list[dict[str, Any]], recipe: str = "") -> Planned:
    """What would come onto a list, with what it joins there."""
    arguments = {
        "operation": str(new_id()),
        "list": str(chosen.pk) if chosen else "",
        "wanted": wanted,
        "recipe": recipe,
    }
    added = rehearsed(lambda: shopping.put_on(kitchen, arguments))
    joined = {name_key(merged.name): merged.sentence for merged in added.merged}
    where = _("to %(list)s") % {"list": chosen.name} if chosen else _("to a new list")
    return Planned(arguments, [_line(one, joined, where) for one in wanted], _("This goes on the list, if you agree."))


def _line(one: dict[str, Any], joined: dict[str, str], where: str) -> dict[str, str]:
    known = food_of(read_food_ref(one["food"]))
    amount = amount_told(Decimal(one["amount"]), one["unit"]) if one["amount"] else ""
    return {
        "emoji": known.emoji if known else PLAIN,
        "name": one["name"],
        "amount": amount,
        "where": joined.get(name_key(one["name"]), where),
    }


@tool(AGENT, gettext_lazy("Looking for it on the list"), "shopping:item.tick")
def tick_on_list(kitchen: Kitchen, items: list[str]) -> Planned:
    """Propose to tick things on the shopping list: they lie in the basket.

    Args:
        items: their names or ids.

    """
    found = items_called(kitchen, items, (ItemState.OPEN,))
    arguments = {"items": [str(item.pk) for item in found]}
    rehearsed(lambda: shopping.tick(kitchen, arguments))
    return Planned(arguments, rows_told(found, _("in the basket")), _("I tick it on the list, if you agree."))


@tool(AGENT, gettext_lazy("Looking for it on the list"), "shopping:item.remove")
def remove_from_list(kitchen: Kitchen, items: list[str]) -> Planned:
    """Propose to take things off the shopping list.

    Args:
        items: their names or ids.

    """
    found = items_called(kitchen, items, (ItemState.OPEN, ItemState.TICKED))
    arguments = {"items": [str(item.pk) for item in found]}
    rehearsed(lambda: shopping.remove(kitchen, arguments))
    return Planned(arguments, rows_told(found, _("off the list")), _("I take it off the list, if you agree."))


def rows_told(items: list[ShoppingListItem], where: str) -> Effect:
    return [
        {
            "emoji": known.emoji if (known := food_of(item.food_ref)) else PLAIN,
            "name": item.name,
            "amount": amount_told(item.quantity, item.unit),
            "where": where,
        }
        for item in items
    ]


def items_called(kitchen: Kitchen, names: list[str], states: tuple[str, ...]) -> list[ShoppingListItem]:
    """Each name's row on an open list; refuses what is on none."""
    rows = ShoppingListItem.objects.filter(
        household=kitchen.household, shopping_list__archived_at=None, state__in=states
    )
    there = list(rows.select_related("shopping_list"))
    if not names:
        raise DomainError(_("Say what on the list you mean."))
    return list(dict.fromkeys(item for name in names for item in _rows_called(name, there)))


def _rows_called(name: str, there: list[ShoppingListItem]) -> list[ShoppingListItem]:
    key, known = name_key(name), food_called(name)
    found = (
        [item for item in there if str(item.pk) == name]
        or [item for item in there if item.name_key == key or (known and item.food_ref == known)]
        or [item for item in there if key and key in item.name_key]
        or alike(name, there, lambda item: item.name)
    )
    if not found:
        raise DomainError(none_called(name, near(name, (item.name for item in there)), _("on the list")))
    return found[:1]


def list_called(kitchen: Kitchen, name: str) -> ShoppingList | None:
    """By name or id; the first for "", which may not be there yet."""
    lists = list(ShoppingList.objects.filter(household=kitchen.household, archived_at=None))
    if not name:
        return lists[0] if lists else None
    id = as_id(name)
    words = name.casefold()
    named = [one for one in lists if one.pk == id or one.name.casefold() == words]
    if found := named or alike(name, lists, lambda one: one.name):
        return found[0]
    raise DomainError(none_called(name, [one.name for one in lists], _("among the lists")))
