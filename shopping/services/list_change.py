"""What is said of a list: its name, its picture, its budget, the store it is for."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.services.activity import record
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from shopping.models import ShoppingList, Store
from shopping.records import exact
from shopping.services.list import lock_list

RENAMED, CHANGED = "list.renamed", "list.changed"
FIELDS = ("name", "emoji", "budget", "store")


@transaction.atomic
def change_list(  # noqa: PLR0913  (everything that can be said of a list)
    shopping_list: ShoppingList,
    *,
    by: User,
    name: str,
    emoji: str,
    budget: Decimal | None = None,
    store: Store | None = None,
) -> ShoppingList:
    locked = lock_list(shopping_list.household, shopping_list.pk, by=by)
    before = _told(locked)
    locked.name, locked.emoji, locked.budget, locked.store = name, emoji, budget, store
    if (after := _told(locked)) != before:
        _save(locked)
        facts = {"name": before["name"], "from": before["name"], "to": name, "before": before, "after": after}
        verb = RENAMED if name != before["name"] else CHANGED
        record(locked.household, verb, by=by, subject=locked.pk, facts=facts)
    return locked


@transaction.atomic
def undo_changing(activity: Activity, by: User) -> None:
    """Unless it was changed again; a store that is gone stays gone."""
    locked = lock_list(activity.household, activity.subject or new_id(), by=by, archived=True)
    before, after = _before(activity.facts), _after(activity.facts)
    now = _told(locked)
    if {field: now[field] for field in after} != after:
        raise DomainError(_("This has been changed again since."))
    stores = Store.objects.filter(household=locked.household, removed_at=None)
    for field in set(before) - {"budget", "store"}:
        setattr(locked, field, before[field])
    if "budget" in before:
        locked.budget = Decimal(before["budget"]) if before["budget"] else None
        locked.store = stores.filter(pk=UUID(before["store"])).first() if before["store"] else None
    _save(locked)


def _before(facts: dict[str, Any]) -> dict[str, Any]:
    """Lines from the time when a list had a name and a picture only tell no more."""
    return facts.get("before") or {"name": facts["from"], "emoji": facts["from_emoji"]}


def _after(facts: dict[str, Any]) -> dict[str, Any]:
    return facts.get("after") or {"name": facts["to"], "emoji": facts["to_emoji"]}


def _told(kept: ShoppingList) -> dict[str, Any]:
    store = str(kept.store_id) if kept.store_id else None
    return {"name": kept.name, "emoji": kept.emoji, "budget": exact(kept.budget), "store": store}


def _save(locked: ShoppingList) -> None:
    locked.save(update_fields=FIELDS)
    announce(locked.household, "list", locked.pk)
