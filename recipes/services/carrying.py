"""Favourites go along when two recipes become one: also those of others, which nobody who merges can see."""

from uuid import UUID

from django.db import connection

from kitchen.tenancy.functions import person_function
from kitchen.tenancy.rules import HOUSEHOLD

CARRY = "kitchen_carry_favourites"
SAYS = 'of two recipes of the present household, "gone kept", gives the second the favourites of the first.'
SQL = f"""INSERT INTO recipes_recipefavourite (id, household_id, person_id, recipe_id, note, created_at)
SELECT gen_random_uuid(), household_id, person_id, split_part(given, ' ', 2)::uuid, note, created_at
FROM recipes_recipefavourite
WHERE household_id = {HOUSEHOLD} AND recipe_id = split_part(given, ' ', 1)::uuid
  AND EXISTS (SELECT FROM recipes_recipe WHERE household_id = {HOUSEHOLD} AND id = split_part(given, ' ', 2)::uuid)
ON CONFLICT (person_id, recipe_id) DO NOTHING"""  # noqa: S608 - constants


def register_function() -> None:
    person_function(CARRY, SAYS, SQL)


def carry_favourites(gone: UUID, kept: UUID) -> None:
    """Each person's own with its note, where they have none of `kept`. Those of `gone` stay, for undoing."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {CARRY}(%s)", [f"{gone} {kept}"])
