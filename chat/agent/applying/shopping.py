"""What is put on a list, ticked and taken off, from what a proposal keeps of it (JSON)."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from chat.agent.deps import Kitchen
from chat.agent.lookups import as_id
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.models import read_food_ref
from pantry.queries.foods import food
from recipes.queries.finding import recipe_here
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from shopping.services.item import Added, Wanted, add_items, remove_item, tick_item, untick_item
from shopping.services.list import default_list


def add(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    put_on(kitchen, arguments)
    return ""


def put_on(kitchen: Kitchen, arguments: dict[str, Any]) -> Added:
    dish = recipe_here(kitchen.household, UUID(arguments["recipe"])) if arguments.get("recipe") else None
    wanted = [
        Wanted(
            name=one["name"],
            quantity=Decimal(one["amount"]) if one["amount"] else None,
            unit=one["unit"],
            food=food(read_food_ref(one["food"])),
            note=one.get("note", ""),
            recipe=dish,
        )
        for one in arguments["wanted"]
    ]
    operation = UUID(arguments["operation"])
    return add_items(list_of(kitchen, arguments["list"]), wanted, by=kitchen.person, operation=operation, dish=dish)


def list_of(kitchen: Kitchen, id: str) -> ShoppingList:
    """The list with this id; for "" the household's first, which is made if there is none."""
    if not id:
        return default_list(kitchen.household, by=kitchen.person)
    found = ShoppingList.objects.filter(household=kitchen.household, pk=as_id(id) or new_id(), archived_at=None).first()
    if found is None:
        raise DomainError(_("This list is not there any more."))
    return found


def tick(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    items = items_of(kitchen, arguments["items"])
    for item in items:
        tick_item(item, by=kitchen.person)
    return _("Ticked: %(names)s.") % {"names": _names(items)}


def untick(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    """What is put away already stays so."""
    for item in items_of(kitchen, arguments["items"]):
        if item.state == ItemState.TICKED:
            untick_item(item, by=kitchen.person)
    return ""


def remove(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    items = items_of(kitchen, arguments["items"])
    for item in items:
        remove_item(item, by=kitchen.person)
    return _("Taken off the list: %(names)s.") % {"names": _names(items)}


def items_of(kitchen: Kitchen, ids: list[str]) -> list[ShoppingListItem]:
    found = ShoppingListItem.objects.select_related("household", "shopping_list").filter(
        household=kitchen.household, pk__in=ids
    )
    if len(found) < len(set(ids)):
        raise DomainError(_("This is not on the list any more."))
    return list(found)


def _names(items: list[ShoppingListItem]) -> str:
    return ", ".join(item.name for item in items)
