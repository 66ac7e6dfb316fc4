"""Packing and wording recipes whose rows are there already: of an older database, or after foods have been merged."""

from collections.abc import Iterator
from uuid import UUID

from django.db import connections

from accounts.models import Household
from kitchen import tenancy
from recipes.index.packing import FORMAT
from recipes.models import Recipe, RecipeIngredient
from recipes.services.renewal import renew_recipes
from recipes.services.wording import forget_words

AT_ONCE = 500
# Asked as the owner, who sees all households. What is packed as an earlier program packed it is packed anew: its first
# byte says so, and no more than that is unpacked.
MISSING = """
SELECT recipe.household_id, array_agg(recipe.id ORDER BY recipe.id)
FROM recipes_recipe AS recipe
LEFT JOIN recipes_recipeindex AS packs ON packs.recipe_id = recipe.id
LEFT JOIN recipes_recipetext AS words ON words.recipe_id = recipe.id
WHERE recipe.deleted_at IS NULL AND (packs.recipe_id IS NULL OR words.recipe_id IS NULL
  OR substr(packs.packed, 1, 1) <> %s)
GROUP BY recipe.household_id
"""


def renew_missing(using: str = "owner") -> int:
    """How many had to be packed; each part is committed by itself."""
    with connections[using].cursor() as cursor:
        cursor.execute(MISSING, [bytes([FORMAT])])
        found: list[tuple[UUID, list[UUID]]] = cursor.fetchall()
    return sum(_renew(household, ids) for household, ids in found)


def renew_household(household: Household) -> int:
    """All of it anew; how many recipes there are."""
    with tenancy.scope(household=household.pk):
        forget_words(household)
        ids = list(Recipe.objects.filter(household=household, deleted_at=None).values_list("pk", flat=True))
    return _renew(household.pk, ids)


def renew_lines(household: Household, lines: list[str]) -> None:
    """Of ingredient lines that have become of another food, in the same transaction."""
    found = RecipeIngredient.objects.filter(household=household, pk__in=lines)
    renew_recipes(household, list(found.order_by().values_list("recipe_id", flat=True).distinct()))


def _renew(household: UUID, ids: list[UUID]) -> int:
    for part in _parts(ids):
        with tenancy.scope(household=household):
            renew_recipes(Household.objects.get(pk=household), part)
    return len(ids)


def _parts(ids: list[UUID]) -> Iterator[list[UUID]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]
