"""All that a page of the collection asks the household before it begins, in one statement.

Among it are the packed recipes that this process has not seen yet: none, mostly. The walls hold as everywhere.
"""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from accounts.models import Household, User
from recipes.index.index import Change
from recipes.index.packing import FORMAT, HEAD, LINE, LINES_AT
from recipes.queries.suiting import Table

# What is put into it are sizes of packed parts.
# `is_settled`: nothing has been written in this transaction, so that what is read here has been committed.
SQL = f"""
SELECT COALESCE(head.version, 0), pg_current_xact_id_if_assigned() IS NULL, newer.*,
  (SELECT jsonb_agg(jsonb_build_array(name, allergens, diets)) FROM accounts_eater WHERE household_id = %(household)s),
  (SELECT string_agg(uuid_send(recipe_id), '') FROM recipes_recipefavourite
   WHERE household_id = %(household)s AND person_id = %(person)s),
  (SELECT string_agg(uuid_send(recipe_id), '') FROM recipes_collectionentry
   WHERE household_id = %(household)s AND collection_id = %(collection)s),
  (SELECT jsonb_agg(jsonb_build_array(id, name) ORDER BY name_key) FROM recipes_recipecollection
   WHERE household_id = %(household)s AND deleted_at IS NULL),
  (SELECT jsonb_agg(jsonb_build_array(id, name, query) ORDER BY created_at, id) FROM recipes_savedsearch
   WHERE household_id = %(household)s AND person_id = %(person)s)
FROM (SELECT) AS one LEFT JOIN recipes_recipeindexhead AS head ON head.household_id = %(household)s
CROSS JOIN LATERAL (
  SELECT string_agg(uuid_send(recipe_id), '') FILTER (WHERE lines IS NOT NULL),
    string_agg(int4send(number), '') FILTER (WHERE lines IS NOT NULL),
    string_agg(substr(packed, 1, {HEAD.itemsize}), ''),
    string_agg(substr(packed, {HEAD.itemsize + 1}, lines * {LINE.itemsize}), ''),
    string_agg(substr(packed, {HEAD.itemsize + 1} + lines * {LINE.itemsize}), ''),
    string_agg(uuid_send(recipe_id), '') FILTER (WHERE lines IS NULL)
  FROM (
    SELECT recipe_id, packed, COALESCE(words.number, 0) AS number, CASE WHEN length(packed) > 0
      THEN get_byte(packed, {LINES_AT}) + 256 * get_byte(packed, {LINES_AT + 1}) END AS lines
    FROM recipes_recipeindex AS packs LEFT JOIN recipes_recipetext AS words USING (recipe_id)
    WHERE packs.household_id = %(household)s AND packs.version > %(seen)s
      AND (length(packed) = 0 OR get_byte(packed, 0) = {FORMAT})
  ) AS packs
) AS newer
"""  # noqa: S608


NONE = "[]"


@dataclass(frozen=True)
class Asked:
    """Who asks, and for which collection, if for one."""

    person: User | None = None
    collection: UUID | None = None


@dataclass(frozen=True)
class Present:
    """`favourites` of the person and what is in the collection are ids, 16 bytes each; `saved` are the person's own
    searches with what stands behind the ? of their addresses.
    """

    change: Change
    is_settled: bool
    table: Table
    favourites: bytes
    collected: bytes
    collections: list[tuple[UUID, str]]
    saved: list[tuple[UUID, str, str]]


def present(household: Household, asked: Asked, *, seen: int) -> Present:
    """`seen` is the number of the newest packed recipes that are known already."""
    given = {
        "household": household.pk,
        "person": asked.person.pk if asked.person else None,
        "collection": asked.collection,
        "seen": seen,
    }
    with connection.cursor() as cursor:
        cursor.execute(SQL, given)
        row: Any = cursor.fetchone()
    version, is_settled, *parts = row
    eaters, favourites, collected, collections, saved = parts[6:]
    return Present(
        change=Change(version, *(bytes(part or b"") for part in parts[:6])),
        is_settled=is_settled,
        table=_table(json.loads(eaters or NONE)),
        favourites=bytes(favourites or b""),
        collected=bytes(collected or b""),
        collections=[(UUID(id), name) for id, name in json.loads(collections or NONE)],
        saved=[(UUID(id), name, query) for id, name, query in json.loads(saved or NONE)],
    )


def _table(eaters: list[Any]) -> Table:
    table = Table({}, {})
    for name, allergens, diets in eaters:
        for allergen in allergens:
            table.allergens.setdefault(allergen, []).append(name)
        for diet in diets:
            table.diets.setdefault(diet, []).append(name)
    return table
