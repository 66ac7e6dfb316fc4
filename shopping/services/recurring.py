"""What is bought regularly: said once, changed, paused, and taken off again."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.matching import name_key
from pantry.models import Food
from pantry.queries.day import today_in
from pantry.queries.foods import match
from shopping.models import Period, RecurringItem, ShoppingList, ShoppingListItem
from shopping.queries.rhythm import rhythm_of
from shopping.recurrence import later, next_after
from shopping.services.list import default_list
from shopping.services.recurring_undo import told_of
from shopping.wanted import amount_of

KIND = "recurring"
LONGEST = 120


@transaction.atomic
def add_recurring(  # noqa: PLR0913  (everything that can be said of it)
    household: Household,
    *,
    by: User,
    name: str,
    every: int,
    period: str,
    next_on: date,
    shopping_list: ShoppingList | None = None,
    amount: Quantity | None = None,
    note: str = "",
    id: UUID | None = None,
) -> RecurringItem:
    """On the first list unless another is named. `id` is the form's own: sent twice, it makes one."""
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    if id and (found := RecurringItem.objects.filter(household=locked, pk=id).first()):
        return found
    made = RecurringItem(id=id or new_id(), household=locked, added_by=by)
    _say(made, name, shopping_list or default_list(locked, by=by), amount, note)
    made.every, made.period, made.next_on = every, period, next_on
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    _tell(made, "recurring.added", by)
    return made


@transaction.atomic
def repeat_item(item: ShoppingListItem, *, by: User) -> RecurringItem:
    """One tap on something on a list: as often as it was bought so far, weekly where nobody knows. Twice is once."""
    household = lock_household(item.household)
    there = RecurringItem.objects.filter(household=household, shopping_list=item.shopping_list, name_key=item.name_key)
    if found := there.filter(stopped_at=None).first():
        return found
    every, period = rhythm_of(item) or (1, Period.WEEK)
    return add_recurring(
        household,
        by=by,
        name=item.name,
        shopping_list=item.shopping_list,
        amount=amount_of(item.quantity, item.unit),
        note=item.note,
        every=every,
        period=period,
        next_on=later(today_in(household), every, period),
    )


@transaction.atomic
def change_recurring(  # noqa: PLR0913  (everything that can be said of it)
    recurring: RecurringItem,
    *,
    by: User,
    name: str,
    shopping_list: ShoppingList,
    every: int,
    period: str,
    next_on: date,
    amount: Quantity | None = None,
    note: str = "",
) -> RecurringItem:
    locked = _locked(recurring, by)
    before = told_of(locked)
    _say(locked, name, shopping_list, amount, note)
    locked.every, locked.period, locked.next_on = every, period, next_on
    if told_of(locked) != before:
        locked.save()
        _tell(locked, "recurring.changed", by, before=before, after=told_of(locked))
    return locked


@transaction.atomic
def pause_recurring(recurring: RecurringItem, *, by: User) -> RecurringItem:
    """It stays known and does not come. Twice is the same as once."""
    locked = _locked(recurring, by)
    if locked.stopped_at is None:
        locked.stopped_at = timezone.now()
        locked.save(update_fields=["stopped_at"])
        _tell(locked, "recurring.paused", by)
    return locked


@transaction.atomic
def resume_recurring(recurring: RecurringItem, *, by: User) -> RecurringItem:
    """From now on again; what it missed meanwhile does not come."""
    locked = _locked(recurring, by)
    if locked.stopped_at is not None:
        locked.stopped_at = None
        today = today_in(locked.household)
        if locked.next_on < today:
            locked.next_on = next_after(locked.next_on, locked.every, locked.period, today)
        locked.save(update_fields=["stopped_at", "next_on"])
        _tell(locked, "recurring.resumed", by)
    return locked


@transaction.atomic
def remove_recurring(recurring: RecurringItem, *, by: User) -> None:
    locked = _locked(recurring, by)
    facts = {"row": told_of(locked), "stopped": locked.stopped_at is not None}
    _tell(locked, "recurring.removed", by, **facts)
    locked.delete()


def _locked(recurring: RecurringItem, by: User) -> RecurringItem:
    household = lock_household(recurring.household)
    require_role(household, by, TABLE)
    rows = RecurringItem.objects.select_for_update(no_key=True, of=("self",)).select_related("shopping_list")
    found = rows.filter(household=household, pk=recurring.pk).first()
    if found is None:
        raise DomainError(_("This is not bought regularly any more."))
    found.household = household
    return found


def _say(row: RecurringItem, name: str, kept: ShoppingList, amount: Quantity | None, note: str) -> None:
    """Another name is looked up; a food that the database does not know yet is none."""
    if name != row.name:
        facts = match(name).food
        known = facts and (not isinstance(facts.id, int) or Food.objects.filter(pk=facts.id).exists())
        row.name, row.name_key = name, name_key(name)[:LONGEST]
        row.food_ref = facts.id if facts and known else None
    row.shopping_list, row.note = kept, note
    row.quantity, row.unit = (amount.amount, amount.unit) if amount else (None, "")


def _tell(kept: RecurringItem, verb: str, by: User, **facts: Any) -> None:
    record(kept.household, verb, by=by, subject=kept.pk, facts={"name": kept.name, **facts})
    announce(kept.household, KIND, kept.pk)
