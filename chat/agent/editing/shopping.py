"""Editing what goes onto a list, and which of its rows are ticked or taken off."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from chat.agent.applying import shopping
from chat.agent.deps import Kitchen
from chat.agent.editing.parts import AMOUNT, CHOICE, SEVERAL, TEXT, Edit, Part, Said, amount_said
from chat.agent.rehearsal import rehearsed
from chat.agent.toolbox import Planned
from chat.agent.tools.shopping import list_called, planned, rows_told, wanted_value
from kitchen.errors import DomainError
from kitchen.units import Quantity, tell
from shopping.models import ShoppingList

Arguments = dict[str, Any]
LONGEST_NAME = 120


def add_parts(kitchen: Kitchen, arguments: Arguments) -> list[Part]:
    """A row whose name is emptied is left out."""
    lists = ShoppingList.objects.filter(household=kitchen.household, archived_at=None)
    choices = tuple((str(one.pk), one.name) for one in lists)
    chosen = arguments["list"] or (choices[0][0] if choices else "")
    parts = [Part("list", _("Which list"), CHOICE, chosen, choices=choices)] if choices else []
    for at, one in enumerate(arguments["wanted"]):
        amount = tell(Quantity(Decimal(one["amount"]), one["unit"])) if one["amount"] else ""
        parts += [
            Part(f"name_{at}", _("What"), TEXT, one["name"], one["name"], required=False, most=LONGEST_NAME),
            Part(f"amount_{at}", _("How much"), AMOUNT, amount, one["name"], required=False),
        ]
    return parts


def add_changed(kitchen: Kitchen, arguments: Arguments, said: Said) -> Planned:
    wanted = [new for at, one in enumerate(arguments["wanted"]) if (new := _wanted(one, said, at))]
    if not wanted:
        raise DomainError(_("Say what to buy."))
    chosen = list_called(kitchen, said.get("list") or arguments["list"])
    answer = planned(kitchen, chosen, wanted, recipe=arguments.get("recipe", ""))
    return Planned({**answer.arguments, "operation": arguments["operation"]}, answer.effect)


def _wanted(one: Arguments, said: Said, at: int) -> dict[str, Any] | None:
    name, typed = said[f"name_{at}"], said[f"amount_{at}"]
    if not name:
        return None
    before = Quantity(Decimal(one["amount"]), one["unit"]) if one["amount"] else None
    quantity = before if typed == (tell(before) if before else "") else None
    if quantity is None and typed:
        quantity = amount_said(typed, f"amount_{at}")
    new = wanted_value(name, quantity)
    return {**new, "food": one["food"]} if name == one["name"] else new


def rows_parts(kitchen: Kitchen, arguments: Arguments) -> list[Part]:
    items = shopping.items_of(kitchen, arguments["items"])
    choices = tuple((str(item.pk), item.name) for item in items)
    return [Part("items", _("Which of them"), SEVERAL, arguments["items"], choices=choices)]


def tick_changed(kitchen: Kitchen, arguments: Arguments, said: Said) -> Planned:
    changed = {**arguments, "items": list(said["items"])}
    rehearsed(lambda: shopping.tick(kitchen, changed))
    return Planned(changed, rows_told(shopping.items_of(kitchen, changed["items"]), _("in the basket")))


def remove_changed(kitchen: Kitchen, arguments: Arguments, said: Said) -> Planned:
    changed = {**arguments, "items": list(said["items"])}
    rehearsed(lambda: shopping.remove(kitchen, changed))
    return Planned(changed, rows_told(shopping.items_of(kitchen, changed["items"]), _("off the list")))


ADD, TICK, REMOVE = Edit(add_parts, add_changed), Edit(rows_parts, tick_changed), Edit(rows_parts, remove_changed)
