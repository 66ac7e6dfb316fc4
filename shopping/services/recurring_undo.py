"""Taking back what was said of things that are bought regularly."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.roles import TABLE
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.models import food_text, read_food_ref
from shopping.models import RecurringItem, ShoppingList
from shopping.records import exact

TEXTS = ("name", "name_key", "unit", "note", "every", "period")


def told_of(row: RecurringItem) -> dict[str, Any]:
    """All that is said of it, as JSON keeps it."""
    return {
        **{field: getattr(row, field) for field in TEXTS},
        "quantity": exact(row.quantity),
        "next_on": row.next_on.isoformat(),
        "list": str(row.shopping_list_id),
        "food": food_text(row.food_ref),
    }


@transaction.atomic
def undo_adding(activity: Activity, by: User) -> None:
    _found(activity, by).delete()
    _announce(activity)


@transaction.atomic
def undo_changing(activity: Activity, by: User) -> None:
    """Unless something else was said since; when it comes next may have gone on meanwhile."""
    row = _found(activity, by)
    now, after = told_of(row), activity.facts["after"]
    if {**now, "next_on": ""} != {**after, "next_on": ""}:
        raise DomainError(_("This has been changed again since."))
    _set(row, activity.facts["before"])
    row.save()
    _announce(activity)


@transaction.atomic
def undo_pausing(activity: Activity, by: User) -> None:
    _stop(_found(activity, by), stopped=False)
    _announce(activity)


@transaction.atomic
def undo_resuming(activity: Activity, by: User) -> None:
    _stop(_found(activity, by), stopped=True)
    _announce(activity)


@transaction.atomic
def undo_removing(activity: Activity, by: User) -> None:
    household = lock_household(activity.household)
    require_role(household, by, TABLE)
    row = RecurringItem(id=activity.subject, household=household, added_by=by)
    _set(row, activity.facts["row"])
    row.stopped_at = timezone.now() if activity.facts["stopped"] else None
    row.save(force_insert=True)
    _announce(activity)


def _found(activity: Activity, by: User) -> RecurringItem:
    household = lock_household(activity.household)
    require_role(household, by, TABLE)
    rows = RecurringItem.objects.select_for_update(no_key=True)
    found = rows.filter(household=household, pk=activity.subject or new_id()).first()
    if found is None:
        raise DomainError(_("This is not bought regularly any more."))
    return found


def _set(row: RecurringItem, told: dict[str, Any]) -> None:
    kept = ShoppingList.objects.filter(household=row.household_id, pk=UUID(told["list"])).first()
    if kept is None:
        raise DomainError(_("This list is not there any more."))
    for field in TEXTS:
        setattr(row, field, told[field])
    row.shopping_list, row.food_ref = kept, read_food_ref(told["food"])
    row.quantity = Decimal(told["quantity"]) if told["quantity"] else None
    row.next_on = date.fromisoformat(told["next_on"])


def _stop(row: RecurringItem, *, stopped: bool) -> None:
    row.stopped_at = timezone.now() if stopped else None
    row.save(update_fields=["stopped_at"])


def _announce(activity: Activity) -> None:
    announce(activity.household, "recurring", activity.subject)
