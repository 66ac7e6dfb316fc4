"""Inverses of what the feed tells of recipes."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.roles import TABLE
from accounts.services.membership import lock_household, require_role
from kitchen.errors import DomainError
from recipes.models import ImportBatch
from recipes.queries.history import newest, times_changed
from recipes.services.import_batch import lock_batch
from recipes.services.import_undo import take_back, untouched
from recipes.services.recipe import bring_back, lock_recipe, put_away, restore_recipe


@transaction.atomic
def undo_import(activity: Activity, by: User) -> None:
    """One recipe or many: of an import that was kept, what it says itself."""
    batch = _batch(activity, by)
    if batch is not None:
        if not untouched(batch):
            raise DomainError(_("This has been changed again since."))
        take_back(batch)
    elif "ids" in activity.facts:
        undo_collecting(activity, by)
    else:
        undo_adding(activity, by)


def _batch(activity: Activity, by: User) -> ImportBatch | None:
    id = activity.facts.get("batch")
    return lock_batch(activity.household, UUID(id), by) if id else None


@transaction.atomic
def undo_adding(activity: Activity, by: User) -> None:
    """A recipe that somebody has worked on since stays."""
    recipe = lock_recipe(activity.household, activity.subject, by)
    if times_changed(recipe.pk) > 1:
        raise DomainError(_("This has been changed again since."))
    put_away(recipe.household, recipe.pk)


@transaction.atomic
def undo_collecting(activity: Activity, by: User) -> None:
    """Takes out what came in together, except what somebody has worked on since."""
    require_role(lock_household(activity.household), by, TABLE)
    untouched = [id for id in map(UUID, activity.facts["ids"]) if times_changed(id) == 1]
    if not [id for id in untouched if put_away(activity.household, id)]:
        raise DomainError(_("This has been changed again since."))


@transaction.atomic
def undo_change(activity: Activity, by: User) -> None:
    recipe = lock_recipe(activity.household, activity.subject, by)
    if newest(recipe.pk) != activity.facts["after"]:
        raise DomainError(_("This has been changed again since."))
    bring_back(recipe, activity.facts["before"], activity.facts["lines"], by=by)


def undo_deletion(activity: Activity, by: User) -> None:
    if activity.subject:
        restore_recipe(activity.household, activity.subject, by=by)
