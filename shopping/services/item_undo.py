"""Taking back what was done to one item, from the feed."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.matching import name_key
from pantry.models import read_food_ref
from shopping.models import ItemState, OperationKind, ShoppingListItem
from shopping.records import record_of
from shopping.services.aisle import remember_aisle
from shopping.services.item import kept_of, lock_item
from shopping.services.operation import Change, Source, keep

CHANGED = (
    "name",
    "name_key",
    "food_id",
    "own_food_id",
    "category_id",
    "quantity",
    "unit",
    "note",
    "price",
    "needed_on",
    "assigned_to_id",
    "product_id",
    "picture_id",
    "state",
    "removed_by",
)


@transaction.atomic
def undo_change(activity: Activity, by: User) -> None:
    """Sets back what the change set, where it still stands as it was set; later changes of the rest stay."""
    locked = _of(activity, by)
    was, became = activity.facts["before"], activity.facts["after"]
    changed = [field for field in became if became[field] != was.get(field)]
    now, before = kept_of(locked), record_of(locked)
    if any(now[field] != became[field] for field in changed):
        raise DomainError(_("This has been changed again since."))
    for field in changed:
        _put_back(locked, field, was[field])
    keep(locked.shopping_list, [Change(locked, OperationKind.TAKE_BACK, before, CHANGED)], Source(by))


@transaction.atomic
def undo_removal(activity: Activity, by: User) -> None:
    locked = _of(activity, by)
    if locked.state != ItemState.REMOVED:
        raise DomainError(_("This is on the list again already."))
    before = record_of(locked)
    locked.state, locked.removed_by = ItemState(activity.facts["state"]), None
    keep(locked.shopping_list, [Change(locked, OperationKind.TAKE_BACK, before, CHANGED)], Source(by))


def _put_back(item: ShoppingListItem, field: str, value: Any) -> None:
    match field:
        case "name":
            item.name, item.name_key = value, name_key(value)[:120]
        case "quantity" | "price":
            setattr(item, field, Decimal(value) if value else None)
        case "needed_on":
            item.needed_on = date.fromisoformat(value) if value else None
        case "category":
            item.category_id = value
        case "food":
            item.food_ref = read_food_ref(value)
        case "assigned_to" | "product" | "picture":
            setattr(item, f"{field}_id", UUID(value) if value else None)
        case "chosen":
            remember_aisle(item.household, item.name_key, value)
        case _:
            setattr(item, field, value)


def _of(activity: Activity, by: User) -> ShoppingListItem:
    items = ShoppingListItem.objects.select_related("household")
    found = items.filter(household=activity.household_id, pk=activity.subject or new_id()).first()
    if found is None:
        raise DomainError(_("This is not on the list any more."))
    return lock_item(found, Source(by), archived=True)
