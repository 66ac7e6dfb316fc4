"""Keeping the compact index of a household's recipes beside their rows."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from accounts.models import Household
from recipes.models import RecipeIndex
from recipes.queries.packing import packed_recipes

# The row of the head is locked until the commit: numbers are committed in their order, and a reader that has seen one
# misses none below it.
NEXT = """
INSERT INTO recipes_recipeindexhead AS head (household_id, version, numbered) VALUES (%s, 1, 0)
ON CONFLICT (household_id) DO UPDATE SET version = head.version + 1 RETURNING version
"""
AT_ONCE = 1000


def index_recipes(household: Household, recipes: Collection[UUID]) -> None:
    """To be called by whoever has changed these recipes, in the same transaction: five statements for a thousand."""
    ids = list(recipes)
    if not ids:
        return
    version = next_version(household)
    for start in range(0, len(ids), AT_ONCE):
        packs = packed_recipes(household, ids[start : start + AT_ONCE])
        RecipeIndex.objects.bulk_create(
            [
                RecipeIndex(recipe_id=id, household=household, version=version, packed=pack)
                for id, pack in packs.items()
            ],
            update_conflicts=True,
            unique_fields=["recipe"],
            update_fields=["version", "packed"],
        )


def next_version(household: Household) -> int:
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [household.pk])
        row: tuple[int] = cursor.fetchone()
    return row[0]
