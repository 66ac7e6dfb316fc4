"""Everything that the page of a dish shows, read in one statement: the page is opened often, and each asking costs.

The walls hold as everywhere: rows of other households, and favourites of other people, are not seen by the statement.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import JSONField

from accounts.models import Household
from recipes.models import Recipe
from recipes.queries.shelf import Lot
from recipes.queries.suiting import Table
from recipes.queries.weighing import Asked

SAID = ("original", "section", "quantity_max", "note")
LINE = (*Asked._fields, *SAID)
STEP = ("section", "text")
# JSON knows no numbers that are exact, no dates and no ids: these columns travel as text.
READ: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(("quantity", "quantity_max", "amount"), Decimal),
    **dict.fromkeys(("id", "recipe_id", "own_food_id"), UUID),
    "use_by": date.fromisoformat,
}


class Line(NamedTuple):
    """An ingredient as the page tells it, with what it is compared by."""

    asked: Asked
    original: str
    section: str
    quantity_max: Decimal | None
    note: str

    @property
    def name(self) -> str:
        return self.asked.name

    @property
    def unit(self) -> str:
        return self.asked.unit

    @property
    def quantity(self) -> Decimal | None:
        return self.asked.quantity

    @property
    def optional(self) -> bool:
        return self.asked.optional


class Shot(NamedTuple):
    """A picture of the dish; sizes are pixels of the large one."""

    id: UUID
    alt: str
    width: int
    height: int


class Standing(NamedTuple):
    """What the household thinks of it: the average of so many ratings, how often and when it was cooked, the reader's
    own stars and note (None: no favourite of theirs), whether a public link is open, and how many comments there are.
    """

    rating: Decimal | None
    ratings: int
    cooked: int
    last_cooked: datetime | None
    mine: int | None
    note: str | None
    linked: bool
    comments: int

    @property
    def favourite(self) -> bool:
        return self.note is not None


@dataclass(frozen=True)
class DishRows:
    """`lots` are those of the dish's foods alone, and of what may stand in for them."""

    recipe: Recipe
    standing: Standing
    lines: list[Line]
    steps: list[tuple[str, str]]
    shots: list[Shot]
    lots: list[Lot]
    table: Table


def dish_rows(household: Household, id: UUID, person: UUID | None = None) -> DishRows | None:
    """`person` is the reader; None for somebody who is nobody here."""
    with connection.cursor() as cursor:
        cursor.execute(statement(), {"household": household.pk, "id": id, "person": person})
        row = cursor.fetchone()
    if row is None:
        return None
    count = len(columns())
    own, standing, (lines, steps, shots, lots, eaters) = row[:count], row[count:-5], row[-5:]
    recipe = Recipe.from_db(connection.alias, columns(), own)
    recipe.household = household
    return DishRows(
        recipe=recipe,
        standing=Standing._make(standing),
        lines=[_line(values) for values in read(lines, LINE)],
        steps=[(section, text) for section, text in steps or ()],
        shots=[Shot._make(values) for values in read(shots, Shot._fields)],
        lots=[Lot._make(values) for values in read(lots, Lot._fields)],
        table=_table(eaters or ()),
    )


def read(rows: Iterable[list[Any]] | None, names: tuple[str, ...]) -> Iterable[list[Any]]:
    """Rows of JSON with the columns of these names, as Python has them."""
    told = [(at, READ[name]) for at, name in enumerate(names) if name in READ]
    for row in rows or ():
        for at, reader in told:
            if row[at] is not None:
                row[at] = reader(row[at])
        yield row


def _line(values: list[Any]) -> Line:
    asked = len(Asked._fields)
    return Line(Asked._make(values[:asked]), *values[asked:])


def _table(eaters: Iterable[tuple[str, list[str], list[str]]]) -> Table:
    table = Table({}, {})
    for name, allergens, diets in eaters:
        for place, words in ((table.allergens, allergens), (table.diets, diets)):
            for word in words:
                place.setdefault(word, []).append(name)
    return table


def columns() -> list[str]:
    """Of the recipe itself, in the order of its model."""
    return [field.attname for field in Recipe._meta.concrete_fields]


JSON = {field.attname for field in Recipe._meta.concrete_fields if isinstance(field, JSONField)}


def built(alias: str, names: Iterable[str]) -> str:
    parts = (f"{alias}.{name}::text" if name in READ else f"{alias}.{name}" for name in names)
    return f"json_build_array({', '.join(parts)})"


def listed(table: str, names: tuple[str, ...], where: str, order: str) -> str:
    """Rows of a table of the household as one JSON array."""
    return (
        f"(SELECT json_agg({built('one', names)} ORDER BY {order}) FROM {table} AS one "  # noqa: S608
        f"WHERE one.household_id = dish.household_id AND {where})"
    )


OF_DISH = "one.recipe_id = dish.id"
LINES_OF_DISH = "FROM recipes_recipeingredient AS line WHERE line.recipe_id = %(id)s"
# The next of kin of its foods, which may stand in for them.
KIN = """SELECT kin.id FROM recipes_recipeingredient AS line
    JOIN pantry_food AS food ON food.id = line.food_id
    JOIN pantry_food AS kin ON kin.id = food.parent_id OR kin.parent_id IN (food.id, food.parent_id)
    WHERE line.recipe_id = %(id)s"""
# What is on the shelves of the foods in it and of their kin, of the household's own foods, which may be kin, and of
# what has no food by the names in it.
OF_FOODS = f"""one.finished_at IS NULL AND (
    one.food_id = ANY (ARRAY(SELECT line.food_id {LINES_OF_DISH} UNION {KIN}))
    OR one.own_food_id IS NOT NULL
    OR (one.food_id IS NULL AND one.own_food_id IS NULL
        AND one.name_key = ANY (ARRAY(SELECT line.name_key {LINES_OF_DISH}))))"""
STANDING = f"""
    standing.rating_average, COALESCE(standing.rating_count, 0),
    COALESCE(standing.cooked_count, 0), standing.last_cooked,
    (SELECT one.stars FROM recipes_recipereview AS one WHERE {OF_DISH} AND one.person_id = %(person)s),
    (SELECT one.note FROM recipes_recipefavourite AS one WHERE {OF_DISH} AND one.person_id = %(person)s),
    EXISTS (SELECT FROM recipes_recipelink AS one WHERE {OF_DISH} AND one.revoked_at IS NULL),
    (SELECT count(*) FROM recipes_recipecomment AS one WHERE {OF_DISH} AND one.deleted_at IS NULL)
"""  # noqa: S608


@cache
def statement() -> str:
    """No word of it is a person's."""
    # The driver reads json; what is jsonb it leaves to Django's own fields, which are not asked here.
    own = ", ".join(f"dish.{name}::json" if name in JSON else f"dish.{name}" for name in columns())
    parts = (
        listed("recipes_recipeingredient", LINE, OF_DISH, "one.position, one.id"),
        listed("recipes_recipestep", STEP, OF_DISH, "one.position, one.id"),
        listed("recipes_recipepicture", Shot._fields, OF_DISH, "one.position, one.id"),
        listed("pantry_stockitem", Lot._fields, OF_FOODS, "one.use_by NULLS LAST, one.name_key, one.id"),
        listed("accounts_eater", ("name", "allergens", "diets"), "true", "one.created_at, one.id"),
    )
    return f"""SELECT {own}, {STANDING}, {", ".join(parts)}
        FROM recipes_recipe AS dish
        LEFT JOIN recipes_recipestanding AS standing
            ON standing.recipe_id = dish.id AND standing.household_id = dish.household_id
        WHERE dish.household_id = %(household)s AND dish.id = %(id)s AND dish.deleted_at IS NULL"""  # noqa: S608
