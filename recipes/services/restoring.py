"""An earlier version of a recipe as the present one, and a recipe once more."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from kitchen.errors import DomainError
from recipes.content import RecipeContent, content_of
from recipes.models import Recipe, RecipePicture, RecipeVersion, VersionWhy
from recipes.queries.album import pictures_of
from recipes.services.recipe import change_recipe, save_recipe

LONGEST_NAME = 160


def restore_version(version: RecipeVersion, *, by: User) -> Recipe:
    """As a new version, so that what came between stays to be seen."""
    content = RecipeContent.from_json(version.content)
    return change_recipe(version.recipe, content, by=by, why=VersionWhy.RESTORED)


@transaction.atomic
def copy_recipe(recipe: Recipe, *, by: User, id: UUID) -> Recipe:
    """The same with its pictures, under another name. `id` is the form's own: sent twice, it makes one."""
    if recipe.deleted_at:
        raise DomainError(_("This recipe is not here any more."))
    content = content_of(recipe)
    name = _("%(name)s, a copy") % {"name": content.name[: LONGEST_NAME - 40]}
    columns = {**vars(content), "name": name}
    copy = save_recipe(recipe.household, RecipeContent(**columns), by=by, id=id)
    if not pictures_of(copy).exists():
        RecipePicture.objects.bulk_create(_again(one, copy) for one in pictures_of(recipe))
    return copy


def _again(picture: RecipePicture, recipe: Recipe) -> RecipePicture:
    names = ("household_id", "position", "file_id", "thumb_id", "alt", "width", "height")
    return RecipePicture(recipe=recipe, **{name: getattr(picture, name) for name in names})
