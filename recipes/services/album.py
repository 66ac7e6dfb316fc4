"""The pictures of a recipe in their order: added, moved, described, taken out and back."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, StoredFile, User
from accounts.services.activity import record
from accounts.services.notice import announce
from kitchen.errors import DomainError
from recipes.models import Recipe, RecipePicture
from recipes.pictures import Shown
from recipes.queries.album import pictures_of
from recipes.services.picture import LONGEST_ALT, keep_picture
from recipes.services.recipe import lock_recipe
from recipes.services.renewal import renew_recipes

MOST = 30


@transaction.atomic
def add_pictures(recipe: Recipe, ready: Sequence[Shown], *, by: User) -> list[RecipePicture]:
    """Those that were not here yet, behind the others."""
    locked = lock_recipe(recipe.household, recipe.pk, by)
    known = set(pictures_of(locked).values_list("pk", flat=True))
    if len(known) + len(ready) > MOST:
        raise DomainError(_("A recipe has room for %(most)s pictures.") % {"most": MOST}, field="pictures")
    added = [picture for one in ready if (picture := keep_picture(locked, one)).pk not in known]
    if added:
        facts = {"name": locked.name, "ids": [str(one.pk) for one in added]}
        record(locked.household, "recipe.pictured", by=by, subject=locked.pk, facts=facts)
        _settle(locked)
    return added


@transaction.atomic
def move_picture(picture: RecipePicture, to: int, *, by: User) -> None:
    """To a place from 0 on; what is beyond the last is the last."""
    locked = lock_recipe(picture.recipe.household, picture.recipe_id, by)
    others = [one for one in pictures_of(locked) if one.pk != picture.pk]
    others.insert(max(0, to), picture)
    _number(others)
    _settle(locked)


@transaction.atomic
def describe_picture(picture: RecipePicture, alt: str, *, by: User) -> None:
    locked = lock_recipe(picture.recipe.household, picture.recipe_id, by)
    picture.alt = " ".join(alt.split())[:LONGEST_ALT]
    picture.save(update_fields=["alt"])
    announce(locked.household, "recipe", locked.pk)


@transaction.atomic
def remove_picture(picture: RecipePicture, *, by: User) -> None:
    """It can come back: the feed keeps where it stood, its files stay."""
    locked = lock_recipe(picture.recipe.household, picture.recipe_id, by)
    gone = pictures_of(locked).filter(pk=picture.pk).first()
    if gone is None:
        return
    kept = {name: getattr(gone, name) for name in ("position", "alt", "width", "height")}
    facts = {"name": locked.name, **kept, "file": str(gone.file_id), "thumb": str(gone.thumb_id)}
    gone.delete()
    record(locked.household, "recipe.unpictured", by=by, subject=locked.pk, facts=facts)
    _settle(locked)


@transaction.atomic
def undo_pictures(activity: Activity, by: User) -> None:
    """Takes out what came in, as far as it is still there."""
    locked = lock_recipe(activity.household, activity.subject, by)
    pictures_of(locked).filter(pk__in=map(UUID, activity.facts["ids"])).delete()
    _settle(locked)


@transaction.atomic
def undo_removal(activity: Activity, by: User) -> None:
    locked, facts = lock_recipe(activity.household, activity.subject, by), activity.facts
    files = {str(one.pk): one for one in StoredFile.objects.filter(pk__in=[facts["file"], facts["thumb"]])}
    if len(files) < len({facts["file"], facts["thumb"]}):
        raise DomainError(_("This is too long ago to be undone."))
    columns = {name: facts[name] for name in ("position", "alt", "width", "height")}
    file, thumb = files[facts["file"]], files[facts["thumb"]]
    back, _is_new = RecipePicture.objects.get_or_create(
        household=locked.household, recipe=locked, file=file, defaults={**columns, "thumb": thumb}
    )
    others = [one for one in pictures_of(locked) if one.pk != back.pk]
    others.insert(facts["position"], back)
    _number(others)
    _settle(locked)


def _number(pictures: Sequence[RecipePicture]) -> None:
    for position, one in enumerate(pictures):
        one.position = position
    RecipePicture.objects.bulk_update(pictures, ["position"])


def _settle(recipe: Recipe) -> None:
    renew_recipes(recipe.household, [recipe.pk])
    announce(recipe.household, "recipe", recipe.pk)
