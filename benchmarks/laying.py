"""Laying out a household with very many recipes quickly: rows are copied in, as the owner.

While recipes, their lines, steps, reviews and cook log are copied the triggers of these tables rest: the audit of what
nobody has changed, and standings, which are copied too, are not what is measured. Index and words come from the
services that every change of a recipe calls.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connections

from accounts.models import Household, User
from benchmarks.dishes import Dish, Line
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.matching import name_key
from recipes.services.renewal import renew_recipes

AT_ONCE = 1000
NOW = datetime.now(UTC)
TABLES = {
    "recipe": "id household_id name name_key description servings servings_of yields prep_minutes cook_minutes"
    " difficulty cuisine category tags equipment notes source_url source_name author label source_key"
    " added_by_id emoji created_at changed_at",
    "recipeingredient": "id household_id recipe_id position section original quantity unit name name_key note optional"
    " confidence food_id",
    "recipestep": "id household_id recipe_id position section text",
    "recipereview": "id household_id recipe_id person_id stars text created_at changed_at",
    "recipecooking": "id household_id recipe_id operation cooked_at by_id note",
    "recipestanding": "household_id recipe_id rating_average rating_count cooked_count last_cooked",
}
Rows = dict[str, list[Sequence[Any]]]


def lay_out(household: Household, owner: User, dishes: Iterable[Dish], say: Callable[[str], None]) -> list[UUID]:
    """The ids of the recipes, in their order."""
    laid: list[UUID] = []
    given = iter(dishes)
    with _resting_triggers():
        while part := list(islice(given, AT_ONCE * 5)):
            rows = _rows(household, owner, part)
            for table, columns in TABLES.items():
                _copy(table, columns.split(), rows[table])
            laid += [row[0] for row in rows["recipe"]]
            say(f"{len(laid)} recipes copied")
    _analyze()
    for start in range(0, len(laid), AT_ONCE):
        with tenancy.scope(household=household.pk):
            renew_recipes(household, laid[start : start + AT_ONCE])
        say(f"{start + AT_ONCE} recipes packed and worded")
    _analyze()
    return laid


def _analyze() -> None:
    """What PostgreSQL does by itself a minute after rows came in."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE")


@contextmanager
def _resting_triggers() -> Iterator[None]:
    """Of the tables that are copied; keys of other tables are still judged by the database."""
    with connections["owner"].cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE recipes_{table} DISABLE TRIGGER USER")
        yield
        for table in TABLES:
            cursor.execute(f"ALTER TABLE recipes_{table} ENABLE TRIGGER USER")


def _copy(table: str, columns: list[str], rows: Iterable[Sequence[Any]]) -> None:
    connections["owner"].ensure_connection()
    with (
        connections["owner"].connection.cursor() as cursor,
        cursor.copy(f"COPY recipes_{table} ({', '.join(columns)}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _rows(household: Household, owner: User, dishes: Iterable[Dish]) -> Rows:
    rows: Rows = {table: [] for table in TABLES}
    for dish in dishes:
        id = new_id()
        rows["recipe"].append(_recipe(id, household, owner, dish))
        for at, line in enumerate(dish.lines, 1):
            rows["recipeingredient"].append((new_id(), household.pk, id, at, "", *_line(line)))
        for at, step in enumerate(dish.steps, 1):
            rows["recipestep"].append((new_id(), household.pk, id, at, "", step))
        _standing(rows, id, household, owner, dish)
    return rows


def _line(line: Line) -> Sequence[Any]:
    told = f"{line.amount or ''} {line.unit} {line.name}".strip()
    amount, sure = None if line.amount is None else Decimal(str(line.amount)), None if line.food is None else Decimal(1)
    return told, amount, line.unit, line.name, name_key(line.name), "", line.optional, sure, line.food


def _recipe(id: UUID, household: Household, owner: User, dish: Dish) -> Sequence[Any]:
    named = (id, household.pk, dish.name, name_key(dish.name), "", Decimal(4), "", "", None, dish.minutes)
    kinds: tuple[Any, ...] = (
        dish.difficulty,
        dish.cuisine,
        dish.category,
        dish.tags,
        [],
        "",
        "",
        "",
        "",
        json.dumps({}),
    )
    return (*named, *kinds, "", owner.pk, "", _days_ago(id.int % 900), NOW)


def _standing(rows: Rows, id: UUID, household: Household, owner: User, dish: Dish) -> None:
    if not dish.stars and dish.cooked is None:
        return
    cooked = None if dish.cooked is None else _days_ago(dish.cooked)
    stars = dish.stars or None
    rows["recipestanding"].append((household.pk, id, stars, int(bool(stars)), int(cooked is not None), cooked))
    if stars:
        rows["recipereview"].append((new_id(), household.pk, id, owner.pk, stars, "", NOW, NOW))
    if cooked:
        rows["recipecooking"].append((new_id(), household.pk, id, new_id(), cooked, owner.pk, ""))


def _days_ago(days: int) -> datetime:
    return NOW - timedelta(days=days)
