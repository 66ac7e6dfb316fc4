"""Taking back what was said of foods."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.food_rows import food_rows, things_of
from pantry.models import OwnFood, read_food_ref
from pantry.queries.foods import book
from pantry.services.food_keeping import Change, changing, restore, save, snapshot
from pantry.services.food_merge import set_food


@transaction.atomic
def undo_food_change(activity: Activity, by: User) -> None:
    """Each row as it was, unless the same was said otherwise since; and what was moved, as far as it is there still."""
    with changing(activity.household, by) as change:
        _check_end(activity)
        for id, (before, after) in activity.facts["rows"].items():
            row = change.row(UUID(id))
            now = snapshot(row)
            if any(now[name] != value for name, value in after.items()):
                raise DomainError(_("This has been changed again since."))
            restore(row, before)
            save(row)
        _move_back(change, activity)
        announce(change.household, "stock")


@transaction.atomic
def undo_adding_food(activity: Activity, by: User) -> None:
    """While nothing is of it but what was called so before: nobody knows again which food that is."""
    with changing(activity.household, by) as change:
        row = OwnFood.objects.filter(
            household=change.household, pk=activity.subject or new_id(), removed_at=None
        ).first()
        if row is None or row.merged_into_id or row.merged_into_own_id:
            raise DomainError(_("This food is not there any more."))
        _move_back(change, activity)
        if things_of(change.household, [row.pk]):
            raise DomainError(_("There are things of it now: merge it into another food instead."))
        row.removed_at = timezone.now()
        save(row)
        announce(change.household, "stock")


def _check_end(activity: Activity) -> None:
    """What things became must still be a food of its own: else they have gone on since."""
    to = read_food_ref(activity.facts.get("to", ""))
    if to is not None and book().meant(to) != to:
        raise DomainError(_("That food has been merged again since: take that back first."))


def _move_back(change: Change, activity: Activity) -> None:
    to = read_food_ref(activity.facts.get("to", ""))
    for name, ref, ids in activity.facts["moved"]:
        if (rows := food_rows.get(name)) and to is not None:
            there = rows.of(change.household, [to]).filter(pk__in=ids).values_list("pk", flat=True)
            set_food(rows.model, change.household, [str(id) for id in there], read_food_ref(ref))
