"""From one list to another: off the first one, and put on the second as if it were typed there."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from kitchen.errors import DomainError
from pantry.queries.foods import food
from shopping.models import ItemReason, ItemState, OperationKind, ShoppingList, ShoppingListItem
from shopping.records import record_of
from shopping.services import adding
from shopping.services.item import lock_item
from shopping.services.operation import Change, Source, keep
from shopping.wanted import Wanted

MOVED = "item.moved"
# What goes along beside name, amount, note and food.
ALONG = ("category_id", "price", "needed_on", "assigned_to_id", "product_id", "picture_id")


@transaction.atomic
def move_item(item: ShoppingListItem, to: ShoppingList, *, by: User, operation: UUID) -> adding.Added:
    """It joins what is there. `operation` is the form's own id: sent twice, it is moved once."""
    household = item.household
    if Activity.objects.filter(household=household, verb=MOVED, subject=operation, undone_at=None).exists():
        return adding.Added(operation=operation)
    _lock_both(household, item.shopping_list_id, to.pk)
    locked = lock_item(item, Source(by))
    if locked.state not in {ItemState.OPEN, ItemState.TICKED}:
        raise DomainError(_("This is not on the list any more."))
    reasons = list(ItemReason.objects.filter(household=household, item=locked))
    before, was = record_of(locked), locked.state
    locked.state, locked.removed_by = ItemState.REMOVED, by
    keep(locked.shopping_list, [Change(locked, OperationKind.REMOVE, before, ("state", "removed_by"))], Source(by))
    added = adding.add_items(to, [_wanted(locked)], by=by, operation=operation, verb=MOVED)
    told = Activity.objects.get(household=household, verb=MOVED, subject=operation)
    given = _give_reasons(added.items[0], reasons)
    facts = {"name": locked.name, "from": locked.shopping_list.name, "item": str(locked.pk), "was": was}
    told.facts = {**told.facts, **facts, "reasons": given}
    told.save(update_fields=["facts"])
    return added


def _lock_both(household: Household, *ids: UUID) -> None:
    """In one order, as whoever writes to two lists: two that move things to and fro would wait for each other."""
    rows = ShoppingList.objects.select_for_update(no_key=True).filter(household=household, pk__in=ids)
    if len(rows.order_by("pk").values_list("pk")) < len(set(ids)):
        raise DomainError(_("This list is not there any more."))


def _wanted(item: ShoppingListItem) -> Wanted:
    more = {field: getattr(item, field) for field in ALONG}
    return Wanted(item.name, item.quantity, item.unit, food(item.food_ref), item.note, more=more)


def _give_reasons(item: ShoppingListItem, reasons: list[ItemReason]) -> list[Any]:
    """The dishes that it was for; one that the other row is for already stays as it is there. Told as adding does."""
    there = set(ItemReason.objects.filter(household=item.household_id, item=item).values_list("recipe_id", flat=True))
    given = [one for one in reasons if one.recipe_id not in there]
    ItemReason.objects.bulk_create(
        ItemReason(household=item.household, item=item, recipe_id=one.recipe_id, quantity=one.quantity, unit=one.unit)
        for one in given
    )
    return [[str(item.pk), str(one.recipe_id), None] for one in given]


@transaction.atomic
def undo_moving(activity: Activity, by: User) -> None:
    """Back on the first list, unless somebody has done something with it on the second."""
    household, facts = activity.household, activity.facts
    item = ShoppingListItem.objects.select_related("household").filter(household=household, pk=facts["item"]).first()
    if item is None:
        raise DomainError(_("This is not on the list any more."))
    _lock_both(household, item.shopping_list_id, UUID(facts["id"]))
    locked = lock_item(item, Source(by), archived=True)
    if locked.state != ItemState.REMOVED:
        raise DomainError(_("This is on the list again already."))
    adding.undo_adding(activity, by)
    before = record_of(locked)
    locked.state, locked.removed_by = ItemState(facts["was"]), None
    keep(locked.shopping_list, [Change(locked, OperationKind.TAKE_BACK, before, ("state", "removed_by"))], Source(by))
