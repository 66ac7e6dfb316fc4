"""Lists that are put aside, brought back, and those that nobody needs any more."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.services.activity import record
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from shopping.models import ShoppingList, Store
from shopping.records import exact
from shopping.services.list import lock_list


@transaction.atomic
def archive_list(shopping_list: ShoppingList, *, by: User) -> ShoppingList:
    """Out of sight, with everything on it. Twice is the same as once."""
    locked = lock_list(shopping_list.household, shopping_list.pk, by=by, archived=True)
    if locked.archived_at is None:
        _put(locked, aside=True)
        record(locked.household, "list.archived", by=by, subject=locked.pk, facts={"name": locked.name})
    return locked


@transaction.atomic
def bring_back_list(shopping_list: ShoppingList, *, by: User) -> ShoppingList:
    """Among the open lists again, with everything on it. Twice is the same as once."""
    locked = lock_list(shopping_list.household, shopping_list.pk, by=by, archived=True)
    if locked.archived_at is not None:
        _put(locked, aside=False)
        record(locked.household, "list.brought_back", by=by, subject=locked.pk, facts={"name": locked.name})
    return locked


@transaction.atomic
def undo_archiving(activity: Activity, by: User) -> None:
    _put(_of(activity, by), aside=False)


@transaction.atomic
def undo_bringing_back(activity: Activity, by: User) -> None:
    _put(_of(activity, by), aside=True)


def _of(activity: Activity, by: User) -> ShoppingList:
    return lock_list(activity.household, activity.subject or new_id(), by=by, archived=True)


def _put(locked: ShoppingList, *, aside: bool) -> None:
    if bool(locked.archived_at) == aside:
        return
    locked.archived_at = timezone.now() if aside else None
    locked.save(update_fields=["archived_at"])
    announce(locked.household, "list", locked.pk)


@transaction.atomic
def delete_list(shopping_list: ShoppingList, *, by: User) -> None:
    """Only one on which nothing ever was: what was bought stays known, as prices and habits are read from it."""
    locked = lock_list(shopping_list.household, shopping_list.pk, by=by, archived=True)
    if locked.items.exists():
        raise DomainError(_("There was something on this list: put it aside, then what was bought stays known."))
    facts = {"name": locked.name, "kept": _kept(locked)}
    record(locked.household, "list.deleted", by=by, subject=locked.pk, facts=facts)
    announce(locked.household, "list", locked.pk)
    locked.delete()


def _kept(locked: ShoppingList) -> dict[str, Any]:
    """All that an empty list is."""
    return {
        "emoji": locked.emoji,
        "position": locked.position,
        "budget": exact(locked.budget),
        "store": str(locked.store_id) if locked.store_id else None,
        "archived": locked.archived_at is not None,
    }


@transaction.atomic
def undo_deleting(activity: Activity, by: User) -> None:
    household, kept = activity.household, activity.facts["kept"]
    stores = Store.objects.filter(household=household, removed_at=None)
    made = ShoppingList(
        id=activity.subject,
        household=household,
        name=activity.facts["name"],
        emoji=kept["emoji"],
        position=kept["position"],
        budget=Decimal(kept["budget"]) if kept["budget"] else None,
        store=stores.filter(pk=UUID(kept["store"])).first() if kept["store"] else None,
        added_by=by,
        archived_at=timezone.now() if kept["archived"] else None,
    )
    made.save(force_insert=True)
    announce(household, "list", made.pk)
