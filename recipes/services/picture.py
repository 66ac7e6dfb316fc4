"""Pictures of dishes: kept in the order in which they came, each once."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from accounts.models import Household
from accounts.services.membership import lock_household
from accounts.services.notice import announce
from accounts.services.stored_file import store_file
from recipes.models import Recipe, RecipePicture
from recipes.pictures import MEDIA_TYPE, Shown

LONGEST_ALT = 200


def keep_pictures(recipe: Recipe, ready: Sequence[Shown]) -> None:
    """For a recipe that was written just now, by whoever wrote it."""
    for one in ready:
        keep_picture(recipe, one)


@transaction.atomic
def bring_pictures(household: Household, found: Mapping[UUID, Sequence[tuple[Shown, str]]]) -> None:
    """Pictures with what is to be seen on them, by the recipes that they are of; those that are gone are left."""
    locked = lock_household(household)
    here = Recipe.objects.select_related("household").filter(household=locked, deleted_at=None, pk__in=found)
    for recipe in here:
        for ready, alt in found[recipe.pk]:
            keep_picture(recipe, ready, alt=alt)
        if len(found) == 1:
            announce(locked, "recipe", recipe.pk)


def keep_picture(recipe: Recipe, ready: Shown, *, alt: str = "") -> RecipePicture:
    """The rows of a picture, for a recipe that nobody else is adding pictures to."""
    household: Household = recipe.household
    file = store_file(household, [ready.file], media_type=MEDIA_TYPE)
    last = recipe.pictures.aggregate(last=Max("position"))["last"]
    added, _is_new = RecipePicture.objects.get_or_create(
        household=household,
        recipe=recipe,
        file=file,
        defaults={
            "thumb": store_file(household, [ready.thumb], media_type=MEDIA_TYPE),
            "position": 0 if last is None else last + 1,
            "alt": alt.strip()[:LONGEST_ALT],
            "width": ready.width,
            "height": ready.height,
        },
    )
    return added
