"""What people of the household say about a dish."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.services.activity import record
from accounts.services.notice import announce
from kitchen.errors import DomainError
from recipes.models import Recipe, RecipeComment
from recipes.services.recipe import lock_recipe

MOST = 500


@transaction.atomic
def add_comment(recipe: Recipe, text: str, *, by: User, id: UUID) -> RecipeComment:
    """`id` is the form's own: sent twice, it says the thing once."""
    locked = lock_recipe(recipe.household, recipe.pk, by)
    comments = RecipeComment.objects.filter(household=locked.household, recipe=locked)
    if found := comments.filter(pk=id).first():
        return found
    if comments.filter(deleted_at=None).count() >= MOST:
        raise DomainError(_("A dish has room for %(most)s comments.") % {"most": MOST}, field="text")
    comment = RecipeComment(id=id, household=locked.household, recipe=locked, author=by, text=text)
    try:
        with transaction.atomic():
            comment.save(force_insert=True)
    except IntegrityError as error:
        raise DomainError(_("This could not be saved: open the page again.")) from error
    record(locked.household, "comment.added", by=by, subject=comment.pk, facts={"name": locked.name})
    announce(locked.household, "opinion", locked.pk)
    return comment


@transaction.atomic
def change_comment(comment: RecipeComment, text: str, *, by: User) -> RecipeComment:
    locked = lock_own(comment, by)
    if locked.text == text:
        return locked
    facts = {"name": locked.recipe.name, "before": locked.text, "after": text}
    locked.text, locked.edited_at = text, timezone.now()
    locked.save(update_fields=["text", "edited_at"])
    record(locked.household, "comment.changed", by=by, subject=locked.pk, facts=facts)
    announce(locked.household, "opinion", locked.recipe_id)
    return locked


@transaction.atomic
def delete_comment(comment: RecipeComment, *, by: User) -> None:
    """Doing it twice is the same as once."""
    locked = lock_own(comment, by, deleting=True)
    if locked.deleted_at is None:
        _set_deleted(locked, deleted=True)
        facts = {"name": locked.recipe.name}
        record(locked.household, "comment.deleted", by=by, subject=locked.pk, facts=facts)


def lock_own(comment: RecipeComment, by: User, *, deleting: bool = False) -> RecipeComment:
    """The comment as it is now, in a locked household, for whoever wrote it; what nobody here wrote, all may delete."""
    lock_recipe(comment.household, comment.recipe_id, by)
    found = RecipeComment.objects.select_related("recipe", "household").filter(pk=comment.pk).first()
    if found is None or (found.deleted_at and not deleting):
        raise DomainError(_("This comment is not here any more."))
    if found.author_id != by.pk and not (deleting and found.author_id is None):
        raise DomainError(_("Only who wrote a comment changes it."))
    return found


def _set_deleted(comment: RecipeComment, *, deleted: bool) -> None:
    comment.deleted_at = timezone.now() if deleted else None
    comment.save(update_fields=["deleted_at"])
    announce(comment.household, "opinion", comment.recipe_id)


def _of(activity: Activity) -> RecipeComment:
    comments = RecipeComment.objects.select_related("household")
    here = comments.filter(household_id=activity.household_id)
    found = here.filter(pk=activity.subject).first() if activity.subject else None
    if found is None:
        raise DomainError(_("This comment is not here any more."))
    return found


@transaction.atomic
def undo_comment(activity: Activity, by: User) -> None:
    locked = lock_own(_of(activity), by)
    if locked.edited_at:
        raise DomainError(_("This has been changed again since."))
    _set_deleted(locked, deleted=True)


@transaction.atomic
def undo_comment_change(activity: Activity, by: User) -> None:
    locked = lock_own(_of(activity), by)
    if locked.text != activity.facts["after"]:
        raise DomainError(_("This has been changed again since."))
    locked.text = activity.facts["before"]
    locked.save(update_fields=["text"])
    announce(locked.household, "opinion", locked.recipe_id)


@transaction.atomic
def undo_comment_deletion(activity: Activity, by: User) -> None:
    _set_deleted(lock_own(_of(activity), by, deleting=True), deleted=False)
