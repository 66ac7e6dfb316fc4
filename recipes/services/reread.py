"""A recipe as a better reader reads its original, where nobody has changed it since it came in."""

from uuid import UUID

from django.db import transaction

from accounts.models import Household, User
from accounts.services.membership import lock_household
from accounts.services.notice import announce
from recipes.content import content_of
from recipes.importers import Draft
from recipes.lines import Prepared
from recipes.models import Recipe, RecipeVersion, VersionWhy
from recipes.services.recipe import write_over
from recipes.services.recipe_import import prepare

# What a recipe says by these, no person has said.
REREADABLE = {VersionWhy.IMPORTED, VersionWhy.REREAD}


@transaction.atomic
def reread_recipe(household: Household, id: UUID, draft: Draft, *, by: User, dry_run: bool = False) -> str:
    """What became of it: "changed", the "same", somebody's "own", or "lost"."""
    ready = prepare(draft)
    locked = lock_household(household)
    recipe = Recipe.objects.filter(household=locked, pk=id, deleted_at=None).first()
    if recipe is None or not isinstance(ready, Prepared):
        return "lost"
    versions = RecipeVersion.objects.filter(household=locked, recipe=recipe)
    if set(versions.values_list("why", flat=True)) - REREADABLE:
        return "own"
    before = content_of(recipe)
    if before == ready.content:
        return "same"
    if not dry_run:
        write_over(recipe, ready, before, by=by, why=VersionWhy.REREAD)
        announce(locked, "recipe", recipe.pk)
    return "changed"
