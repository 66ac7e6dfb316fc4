"""A person's own favourites. Nobody else learns of them: nothing is told to the household."""

from django.db import transaction

from accounts.models import User
from recipes.models import Recipe, RecipeFavourite
from recipes.services.recipe import lock_recipe


@transaction.atomic
def keep_favourite(recipe: Recipe, *, by: User, note: str | None = None) -> RecipeFavourite:
    """One of `by`'s own from here on, as often as it is said. `note` None leaves the note as it is."""
    locked = lock_recipe(recipe.household, recipe.pk, by)
    kept, _is_new = RecipeFavourite.objects.get_or_create(household=locked.household, person=by, recipe=locked)
    if note is not None and note != kept.note:
        kept.note = note
        kept.save(update_fields=["note"])
    return kept


@transaction.atomic
def drop_favourite(recipe: Recipe, *, by: User) -> None:
    """Its note goes with it."""
    locked = lock_recipe(recipe.household, recipe.pk, by)
    RecipeFavourite.objects.filter(household=locked.household, person=by, recipe=locked).delete()
