"""Taking an import back whole, except what somebody has worked on since."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.services.activity import undo_activity
from accounts.services.notice import announce
from kitchen.errors import DomainError
from recipes.models import (
    ImportBatch,
    ImportOutcome,
    ImportState,
    Recipe,
    RecipeComment,
    RecipeCooking,
    RecipePicture,
    RecipeReview,
    RecipeVersion,
)
from recipes.services.import_batch import lock_batch, set_state
from recipes.services.renewal import renew_recipes


@transaction.atomic
def undo_import(batch: ImportBatch, *, by: User) -> None:
    """What is still being read stops. Its line of the feed is taken back with it."""
    locked = lock_batch(batch.household, batch.pk, by)
    if locked.state == ImportState.UNDONE:
        raise DomainError(_("This has been undone already."))
    told = Activity.objects.filter(household=locked.household, facts__batch=str(locked.pk), undone_at=None).first()
    if told is not None:
        undo_activity(told, by=by)
    else:
        take_back(locked)


def take_back(batch: ImportBatch) -> None:
    """In a locked household."""
    gone = untouched(batch)
    set_state(batch, ImportState.UNDONE)
    Recipe.objects.filter(household=batch.household, pk__in=gone).update(deleted_at=timezone.now())
    renew_recipes(batch.household, gone)
    announce(batch.household, "recipe", gone[0] if len(gone) == 1 else None)


def untouched(batch: ImportBatch) -> list[UUID]:
    """The recipes that came in with it, are still here, and that nobody has worked on, cooked or spoken of since."""
    lines = batch.lines.filter(outcome=ImportOutcome.IMPORTED, recipe__deleted_at=None)
    came: set[UUID] = {id for id in lines.values_list("recipe", flat=True) if id is not None}
    here = {"household": batch.household, "recipe__in": came}
    since = batch.ended_at or timezone.now()
    worked_on = {
        *RecipeVersion.objects.filter(**here, number__gt=1).values_list("recipe", flat=True),
        *RecipeCooking.objects.filter(**here, undone_at=None, cooked_at__gt=since).values_list("recipe", flat=True),
        *RecipePicture.objects.filter(**here, created_at__gt=since).values_list("recipe", flat=True),
        *RecipeReview.objects.filter(**here, changed_at__gt=since).values_list("recipe", flat=True),
        *RecipeComment.objects.filter(**here, said_by="", created_at__gt=since).values_list("recipe", flat=True),
    }
    return sorted(came - worked_on)
