"""The public link of a recipe: whoever has the address reads this one recipe, until it is revoked."""

from django.db import transaction
from django.utils import timezone

from accounts.models import Activity, User
from accounts.services.activity import record
from accounts.services.notice import announce
from recipes.models import Recipe, RecipeLink
from recipes.services.recipe import lock_recipe


@transaction.atomic
def share_recipe(recipe: Recipe, *, by: User) -> RecipeLink:
    """The open link: the one that there is, or a new one."""
    locked = lock_recipe(recipe.household, recipe.pk, by)
    if found := open_link(locked):
        return found
    link = RecipeLink.objects.create(household=locked.household, recipe=locked, created_by=by)
    record(locked.household, "recipe.shared", by=by, subject=locked.pk, facts={"name": locked.name})
    announce(locked.household, "recipe", locked.pk)
    return link


@transaction.atomic
def revoke_link(recipe: Recipe, *, by: User) -> None:
    """It opens nothing any more; a later link has another address. Doing it twice is the same as once."""
    locked = lock_recipe(recipe.household, recipe.pk, by)
    if found := open_link(locked):
        found.revoked_at = timezone.now()
        found.save(update_fields=["revoked_at"])
        record(locked.household, "recipe.unshared", by=by, subject=locked.pk, facts={"name": locked.name})
        announce(locked.household, "recipe", locked.pk)


def open_link(recipe: Recipe) -> RecipeLink | None:
    return RecipeLink.objects.filter(household_id=recipe.household_id, recipe=recipe, revoked_at=None).first()


def undo_sharing(activity: Activity, by: User) -> None:
    revoke_link(Recipe(household=activity.household, pk=activity.subject), by=by)
