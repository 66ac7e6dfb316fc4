from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.roles import EVERYBODY, TABLE
from accounts.services.activity import record
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.catalogue import CATEGORIES
from pantry.matching import name_key
from pantry.models import Food, food_text, read_food_ref
from pantry.queries.foods import match
from shopping.models import ItemState, ShoppingListItem
from shopping.services.adding import Added, add_items
from shopping.services.list import lock_list
from shopping.wanted import Wanted

__all__ = ["Added", "Wanted", "add_items", "change_item", "remove_item", "tick_item", "untick_item"]
KEPT = ("name", "quantity", "unit", "note", "category_id")
COLUMNS = (*KEPT, "name_key", "food_id", "own_food_id")


@transaction.atomic
def tick_item(item: ShoppingListItem, *, by: User) -> ShoppingListItem:
    """It lies in the basket. Ticking twice is the same as once, and stays whose tick it was."""
    locked = _locked(item, by, roles=EVERYBODY)
    if locked.state == ItemState.OPEN:
        _move(locked, ItemState.TICKED, ticked_by=by, ticked_at=timezone.now())
    return _on_list(locked)


@transaction.atomic
def untick_item(item: ShoppingListItem, *, by: User) -> ShoppingListItem:
    """Back on the shelf of the shop."""
    locked = _locked(item, by, roles=EVERYBODY)
    if locked.state == ItemState.TICKED:
        _move(locked, ItemState.OPEN, ticked_by=None, ticked_at=None)
    return _on_list(locked)


@transaction.atomic
def change_item(  # noqa: PLR0913  (everything that can be said of an item)
    item: ShoppingListItem,
    *,
    by: User,
    name: str,
    amount: Quantity | None,
    note: str = "",
    category: int | None = None,
) -> ShoppingListItem:
    """Another name is looked up again; `category` is the id of the aisle where people say
    it stands, None for where the food does.
    """
    locked = _on_list(_locked(item, by))
    before = _kept(locked)
    _describe(locked, name, category)
    locked.quantity, locked.unit = (amount.amount, amount.unit) if amount else (None, "")
    locked.note = note
    if (after := _kept(locked)) != before:
        locked.save(update_fields=COLUMNS)
        facts = {"name": before["name"], "list": locked.shopping_list.name, "before": before, "after": after}
        record(locked.household, "item.changed", by=by, subject=locked.pk, facts=facts)
        announce(locked.household, "list", locked.shopping_list_id)
    return locked


@transaction.atomic
def remove_item(item: ShoppingListItem, *, by: User) -> ShoppingListItem:
    """Off the list; it can come back. Removing twice is the same as once."""
    locked = _locked(item, by)
    if locked.state == ItemState.PUT_AWAY:
        raise DomainError(_("This has been put away already."))
    if locked.state in {ItemState.OPEN, ItemState.TICKED}:
        facts = {"name": locked.name, "list": locked.shopping_list.name, "state": locked.state}
        _move(locked, ItemState.REMOVED)
        record(locked.household, "item.removed", by=by, subject=locked.pk, facts=facts)
    return locked


@transaction.atomic
def undo_change(activity: Activity, by: User) -> None:
    locked = _of(activity, by)
    if _kept(locked) != activity.facts["after"]:
        raise DomainError(_("This has been changed again since."))
    before = activity.facts["before"]
    for field in KEPT:
        setattr(locked, field, before[field])
    locked.food_ref = read_food_ref(before["food"])
    locked.name_key = name_key(locked.name)[:120]
    locked.save(update_fields=COLUMNS)
    announce(locked.household, "list", locked.shopping_list_id)


@transaction.atomic
def undo_removal(activity: Activity, by: User) -> None:
    locked = _of(activity, by)
    if locked.state != ItemState.REMOVED:
        raise DomainError(_("This is on the list again already."))
    _move(locked, ItemState(activity.facts["state"]))


def _of(activity: Activity, by: User) -> ShoppingListItem:
    items = ShoppingListItem.objects.select_related("household")
    found = items.filter(household=activity.household_id, pk=activity.subject or new_id()).first()
    if found is None:
        raise DomainError(_("This is not on the list any more."))
    return _locked(found, by, archived=True)


def _locked(item: ShoppingListItem, by: User, *, roles: Any = TABLE, archived: bool = False) -> ShoppingListItem:
    """The item as it is now, under its list's lock."""
    kept = lock_list(item.household, item.shopping_list_id, by=by, roles=roles, archived=archived)
    found: ShoppingListItem | None = kept.items.select_for_update(no_key=True).filter(pk=item.pk).first()
    if found is None:
        raise DomainError(_("This is not on the list any more."))
    found.shopping_list, found.household = kept, kept.household
    return found


def _on_list(item: ShoppingListItem) -> ShoppingListItem:
    if item.state == ItemState.PUT_AWAY:
        raise DomainError(_("%(name)s has been put away already.") % {"name": item.name})
    if item.state == ItemState.REMOVED:
        raise DomainError(_("%(name)s is not on the list any more.") % {"name": item.name})
    return item


def _move(item: ShoppingListItem, state: ItemState, **values: Any) -> None:
    for field, value in {"state": state, **values}.items():
        setattr(item, field, value)
    item.save(update_fields=["state", *values])
    announce(item.household, "list", item.shopping_list_id)


def _describe(item: ShoppingListItem, name: str, category: int | None) -> None:
    if name != item.name:
        facts = match(name).food
        if facts and isinstance(facts.id, int) and not Food.objects.filter(pk=facts.id).exists():
            facts = None
        item.name, item.name_key, item.food_ref = name, name_key(name)[:120], facts.id if facts else None
        item.category_id = CATEGORIES[facts.category].id if facts else None
    if category is not None:
        item.category_id = category


def _kept(item: ShoppingListItem) -> dict[str, Any]:
    """What a change may change, as JSON keeps it."""
    values = {field: getattr(item, field) for field in KEPT}
    exact = values["quantity"]
    told = {"quantity": str(exact.normalize()) if exact is not None else None, "food": food_text(item.food_ref)}
    return {**values, **told}
