"""What stands on the cards of a page, with the lines that they are judged by: one statement.

It is written out because it is asked on every list, and the walls hold for it as everywhere.
"""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from accounts.models import Household
from recipes.queries.card import Shown
from recipes.queries.finding import Dish
from recipes.queries.weighing import Asked

SQL = """
SELECT recipe.id, name, name_key, emoji, total_minutes, servings, tags, cuisine, category, rating_average,
  COALESCE(rating_count, 0),
  (SELECT picture.id FROM recipes_recipepicture AS picture
   WHERE picture.household_id = recipe.household_id AND picture.recipe_id = recipe.id
   ORDER BY position, picture.id LIMIT 1),
  (SELECT jsonb_agg(jsonb_build_array(line.name, line.name_key, food_id, own_food_id, quantity::text, unit, optional)
                    ORDER BY position, line.id)
   FROM recipes_recipeingredient AS line
   WHERE line.household_id = recipe.household_id AND line.recipe_id = recipe.id)
FROM recipes_recipe AS recipe LEFT JOIN recipes_recipestanding AS standing ON standing.recipe_id = recipe.id
WHERE recipe.household_id = %s AND recipe.id = ANY(%s) AND deleted_at IS NULL
"""


class CardRow(NamedTuple):
    dish: Dish
    shown: Shown
    lines: list[Asked]


def card_rows(household: Household, ids: Sequence[UUID], favourites: bytes = b"") -> list[CardRow]:
    """In the order of `ids`; one that has gone meanwhile is left out. `favourites` are ids, 16 bytes each."""
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(SQL, [household.pk, list(ids)])
        rows = {row[0]: row for row in cursor.fetchall()}
    liked = {favourites[at : at + 16] for at in range(0, len(favourites), 16)}
    return [_card_row(rows[id], is_favourite=id.bytes in liked) for id in ids if id in rows]


def _card_row(row: Any, *, is_favourite: bool) -> CardRow:
    *dish, cuisine, category, rating, rating_count, cover, lines = row
    shown = Shown(cover, rating, rating_count, cuisine, category, is_favourite)
    return CardRow(Dish(*dish), shown, [_asked(row[0], *line) for line in json.loads(lines or "[]")])


def _asked(id: UUID, *line: Any) -> Asked:
    name, key, food, own, quantity, unit, optional = line
    own_food, amount = UUID(own) if own else None, None if quantity is None else Decimal(quantity)
    return Asked(id, name, key, food, own_food, amount, unit, optional)
