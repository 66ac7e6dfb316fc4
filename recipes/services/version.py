"""What recipes said at one time or another: a version of each, for everything that is written."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from accounts.models import Household, User
from recipes.content import RecipeContent
from recipes.models import Recipe, RecipeVersion, VersionWhy


def add_versions(
    household: Household,
    contents: Mapping[UUID, RecipeContent],
    *,
    by: User | None,
    why: VersionWhy,
    at: datetime | None = None,
) -> None:
    """The next version of each of these recipes, in a locked household: two statements, however many there are."""
    known = RecipeVersion.objects.filter(household=household, recipe__in=contents).values("recipe")
    last = dict(known.annotate(last=Max("number")).order_by().values_list("recipe", "last"))
    told = {"at": at} if at else {}
    RecipeVersion.objects.bulk_create(
        RecipeVersion(
            household=household,
            recipe_id=id,
            number=last.get(id, 0) + 1,
            why=why,
            content=content.as_json(),
            by=by,
            **told,
        )
        for id, content in contents.items()
    )


def keep_first(recipe: Recipe, content: RecipeContent) -> None:
    """For a locked recipe from before versions were kept: what it says so far becomes its first one."""
    if RecipeVersion.objects.filter(household_id=recipe.household_id, recipe=recipe).exists():
        return
    why = VersionWhy.IMPORTED if recipe.source_key else VersionWhy.WRITTEN
    add_versions(recipe.household, {recipe.pk: content}, by=recipe.added_by, why=why, at=recipe.changed_at)
