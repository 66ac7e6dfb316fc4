"""What is done to one item of a list. Decision 21 has the rules for two people who do it at once."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import EVERYBODY, TABLE
from accounts.services.activity import record
from kitchen.errors import DomainError
from pantry.catalogue import CATEGORIES
from pantry.matching import name_key
from pantry.models import Food, food_text
from pantry.queries.foods import match
from shopping.models import ItemState, ListLink, ListOperation, OperationKind, ShoppingListItem
from shopping.queries.aisle import aisles_chosen
from shopping.queries.trip import where_bought
from shopping.records import record_of
from shopping.services.adding import Added, add_items
from shopping.services.aisle import remember_aisle
from shopping.services.list import lock_list
from shopping.services.operation import Change, Source, keep
from shopping.wanted import Wanted

__all__ = ["Added", "Wanted", "add_items", "change_item", "remove_item", "restore_item", "tick_item", "untick_item"]
TICK = ("state", "ticked_by", "ticked_at", "store", "trip")
NAMED = ("name", "name_key", "food_id", "own_food_id", "category_id")
# What a change may set; "amount" stands for quantity and unit.
EDITABLE = ("name", "amount", "note", "category", "price", "needed_on", "assigned_to", "product", "picture")


@transaction.atomic
def tick_item(
    item: ShoppingListItem, *, by: User | None, operation: UUID | None = None, link: ListLink | None = None
) -> ShoppingListItem:
    """It lies in the basket. Ticking twice is the same as once, and stays whose tick it was.

    What somebody else took off meanwhile has been bought all the same; what is put away stays so.
    """
    source = Source(by, operation, link)
    locked = lock_item(item, source, roles=EVERYBODY, archived=True)
    before = record_of(locked)
    if locked.state in {ItemState.OPEN, ItemState.REMOVED}:
        locked.state, locked.ticked_by, locked.ticked_at = ItemState.TICKED, source.by, timezone.now()
        locked.trip, locked.store = where_bought(locked.shopping_list, source.by)
    _keep(locked, OperationKind.TICK, before, TICK, source)
    return locked


@transaction.atomic
def untick_item(
    item: ShoppingListItem, *, by: User | None, operation: UUID | None = None, link: ListLink | None = None
) -> ShoppingListItem:
    """Back on the shelf of the shop. What was taken off the list stays off."""
    source = Source(by, operation, link)
    locked = lock_item(item, source, roles=EVERYBODY, archived=True)
    before = record_of(locked)
    if locked.state == ItemState.PUT_AWAY:
        raise DomainError(_("%(name)s has been put away already.") % {"name": locked.name})
    if locked.state == ItemState.TICKED:
        locked.state, locked.ticked_by, locked.ticked_at = ItemState.OPEN, None, None
        locked.trip = locked.store = None
    _keep(locked, OperationKind.UNTICK, before, TICK, source)
    return locked


@transaction.atomic
def change_item(item: ShoppingListItem, *, by: User, operation: UUID | None = None, **changes: Any) -> ShoppingListItem:
    """Sets what is given of EDITABLE and leaves the rest; another name is looked up again.

    What somebody took off meanwhile comes back, and both stay told. `category` is the id of the aisle where people
    say that it stands, None for none, which is remembered for its name; `amount` a Quantity, None for no amount.
    """
    source = Source(by, operation)
    locked = lock_item(item, source)
    if locked.state == ItemState.PUT_AWAY:
        raise DomainError(_("%(name)s has been put away already.") % {"name": locked.name})
    before, kept = record_of(locked), kept_of(locked)
    fields = _set(locked, changes)
    back = locked.state == ItemState.REMOVED
    if not back and kept_of(locked) == kept and source.operation is None:
        return locked
    locked.state = _before_removal(locked) if back else locked.state
    locked.changed_by, locked.removed_by = source.by, locked.removed_by if back else None
    _keep(locked, OperationKind.EDIT, before, (*fields, "state", "changed_by", "removed_by"), source)
    if (after := kept_of(locked)) != kept:
        facts = {"name": before["name"], "list": locked.shopping_list.name, "before": kept, "after": after}
        record(locked.household, "item.changed", by=source.by, subject=locked.pk, facts=facts)
    return locked


@transaction.atomic
def remove_item(
    item: ShoppingListItem, *, by: User, operation: UUID | None = None, seen: int | None = None
) -> ShoppingListItem:
    """Off the list; it can come back. Removing twice is the same as once.

    `seen` is the number of the item as its remover saw it: what somebody else has done to it since keeps it there.
    """
    source = Source(by, operation)
    locked = lock_item(item, source)
    if locked.state == ItemState.PUT_AWAY:
        raise DomainError(_("This has been put away already."))
    if seen is not None and locked.state != ItemState.REMOVED:
        _refuse_unseen(locked, seen, source)
    before = record_of(locked)
    if locked.state != ItemState.REMOVED:
        facts = {"name": locked.name, "list": locked.shopping_list.name, "state": locked.state}
        locked.state, locked.removed_by = ItemState.REMOVED, source.by
        record(locked.household, "item.removed", by=source.by, subject=locked.pk, facts=facts)
    _keep(locked, OperationKind.REMOVE, before, ("state", "removed_by"), source)
    return locked


@transaction.atomic
def restore_item(item: ShoppingListItem, *, by: User, operation: UUID | None = None) -> ShoppingListItem:
    """Where it was before it was taken off: on the list, or in the basket."""
    source = Source(by, operation)
    locked = lock_item(item, source, archived=True)
    before = record_of(locked)
    if locked.state == ItemState.REMOVED:
        locked.state, locked.removed_by = _before_removal(locked), None
    _keep(locked, OperationKind.RESTORE, before, ("state", "removed_by"), source)
    return locked


def _before_removal(item: ShoppingListItem) -> ItemState:
    """What lay in the basket is there again: nothing that was ticked comes back as something to buy."""
    removals = item.operations.filter(kind=OperationKind.REMOVE, after__state=ItemState.REMOVED)
    real = removals.exclude(before__state=ItemState.REMOVED).order_by("-number")
    told = real.values_list("before__state", flat=True).first()
    return ItemState.TICKED if told == ItemState.TICKED else ItemState.OPEN


def lock_item(
    item: ShoppingListItem, source: Source, *, roles: Any = TABLE, archived: bool = False
) -> ShoppingListItem:
    """The item as it is now, under its list's lock."""
    kept = lock_list(
        item.household, item.shopping_list_id, by=source.by, roles=roles, archived=archived, link=source.link
    )
    found: ShoppingListItem | None = kept.items.select_for_update(no_key=True).filter(pk=item.pk).first()
    if found is None:
        raise DomainError(_("This is not on the list any more."))
    found.shopping_list, found.household = kept, kept.household
    return found


def _keep(item: ShoppingListItem, kind: OperationKind, before: Any, fields: tuple[str, ...], source: Source) -> None:
    """What changes nothing is kept only where a device waits for its answer."""
    if source.operation is not None or record_of(item) != before or kind == OperationKind.EDIT:
        keep(item.shopping_list, [Change(item, kind, before, fields)], source)


def _refuse_unseen(item: ShoppingListItem, seen: int, source: Source) -> None:
    newer = ListOperation.objects.filter(household=item.household, item=item, number__gt=seen).order_by("-number")
    by_others = [one for one in newer.select_related("by") if one.by_id != getattr(source.by, "pk", None)]
    told = next((one for one in by_others if one.before != one.after), None)
    if told is None:
        return
    words = {"name": item.name, "person": told.by.called if told.by else _("Somebody")}
    if item.state == ItemState.TICKED:
        raise DomainError(_("%(person)s has %(name)s in the basket by now: it stays.") % words)
    raise DomainError(_("%(person)s has changed %(name)s meanwhile: it stays. Look, then take it off again.") % words)


def _set(item: ShoppingListItem, changes: dict[str, Any]) -> tuple[str, ...]:
    """Returns the columns that were set."""
    columns: tuple[str, ...] = ()
    if "name" in changes and changes["name"] != item.name:
        _rename(item, changes["name"])
        columns += NAMED
    if "amount" in changes:
        amount = changes["amount"]
        item.quantity, item.unit = (amount.amount, amount.unit) if amount else (None, "")
        columns += ("quantity", "unit")
    if "category" in changes:
        item.category_id = changes["category"]
        remember_aisle(item.household, item.name_key, item.category_id)
        columns += ("category_id",)
    for field in ("note", "price", "needed_on", "assigned_to", "product", "picture"):
        if field in changes:
            setattr(item, field, changes[field])
            columns += (field,)
    return columns


def _rename(item: ShoppingListItem, name: str) -> None:
    facts = match(name).food
    if facts and isinstance(facts.id, int) and not Food.objects.filter(pk=facts.id).exists():
        facts = None
    item.name, item.name_key, item.food_ref = name, name_key(name)[:120], facts.id if facts else None
    aisle = aisles_chosen(item.household, [item.name_key]).get(item.name_key)
    item.category_id = aisle or (CATEGORIES[facts.category].id if facts else None)


def kept_of(item: ShoppingListItem) -> dict[str, Any]:
    """What a change may change, as the feed keeps it for undoing; `chosen` is where its name is remembered to stand."""
    rows = {field: str(getattr(item, f"{field}_id") or "") for field in ("assigned_to", "product", "picture")}
    chosen = aisles_chosen(item.household, [item.name_key]).get(item.name_key)
    return {**record_of(item), **rows, "food": food_text(item.food_ref), "chosen": chosen}
