"""Mealie's backup of a whole household: the tables of its database as JSON, pictures in folders by their ids."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from recipes.importers.draft import Draft, Picture
from recipes.importers.files import mealie
from recipes.importers.files.amounts import dicts
from recipes.importers.files.mealie_extras import extras
from recipes.importers.source import Around

__all__ = ["Backup", "extras", "fits"]

Row = dict[str, Any]
MADE = "comment"


def fits(data: Row) -> bool:
    return isinstance(data.get("recipes"), list) and isinstance(data.get("recipes_ingredients"), list)


class Backup:
    def __init__(self, data: Row, around: Around) -> None:
        self.data, self.around = data, around
        self.people = {str(row.get("id")): row for row in dicts(data.get("users"))}

    def rows(self) -> Iterator[Row]:
        """Each recipe with what the other tables have of it, as Mealie writes a single one."""
        parts = {
            "recipe_ingredient": self.by_recipe("recipes_ingredients"),
            "recipe_instructions": self.by_recipe("recipe_instructions"),
            "notes": self.by_recipe("notes"),
            "comments": self.by_recipe("recipe_comments"),
            "timeline": self.by_recipe("recipe_timeline_events"),
            "nutrition": self.by_recipe("recipe_nutrition"),
            "tags": self.linked("tags", "tag_id"),
            "recipe_category": self.linked("categories", "category_id"),
            "tools": self.linked("tools", "tool_id"),
        }
        liked, given = self.favourites(), self.ratings()
        for recipe in dicts(self.data["recipes"]):
            key = str(recipe.get("id"))
            found = {name: rows.get(key, []) for name, rows in parts.items()}
            yield {
                **recipe,
                **found,
                "nutrition": next(iter(found["nutrition"]), None),
                "timeline": [row for row in found["timeline"] if row.get("event_type") == MADE],
                "is_favorite": key in liked,
                "rating": recipe.get("rating") or given.get(key),
            }

    def each(self, row: Row) -> Iterator[Draft]:
        yield mealie.read(row, self.pictures(row.get("id")))

    def pictures(self, id: Any) -> list[Picture]:
        """The folder of a recipe is its id with the dashes that the tables leave out."""
        try:
            names = [str(UUID(str(id))), str(id)]
        except ValueError:
            names = [str(id)]
        folders = [f"data/recipes/{name}/images" for name in names if "/" not in name]
        return next((found for one in folders if (found := self.around.pictures(one, "original"))), [])

    def by_recipe(self, table: str) -> dict[str, list[Row]]:
        """The rows of each recipe in their order, units, foods and people filled in by their ids."""
        units, foods = self.named("ingredient_units"), self.named("ingredient_foods")
        recipes = self.named("recipes") if table == "recipes_ingredients" else {}
        found: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(dicts(self.data.get(table)), key=_position):
            filled = dict(row)
            if "food_id" in row:
                other = recipes.get(str(row.get("referenced_recipe_id")))
                filled["food"] = foods.get(str(row["food_id"])) or other
                filled["unit"] = units.get(str(row.get("unit_id")))
            if "user_id" in row:
                filled["user"] = self.people.get(str(row["user_id"]))
            found[str(row.get("recipe_id") or row.get("recipee_id"))].append(filled)
        return found

    def named(self, table: str) -> dict[str, Row]:
        return {str(row.get("id")): {"name": row.get("name")} for row in dicts(self.data.get(table))}

    def linked(self, table: str, key: str) -> dict[str, list[Any]]:
        known = {str(row.get("id")): row.get("name") for row in dicts(self.data.get(table))}
        found: dict[str, list[Any]] = defaultdict(list)
        for row in dicts(self.data.get(f"recipes_to_{table}")):
            found[str(row.get("recipe_id"))].append(known.get(str(row.get(key))))
        return found

    def favourites(self) -> set[str]:
        liked = [row for row in dicts(self.data.get("users_to_recipes")) if row.get("is_favorite")]
        return {str(row.get("recipe_id")) for row in [*dicts(self.data.get("users_to_favorites")), *liked]}

    def ratings(self) -> dict[str, Any]:
        """The average of what its people gave."""
        given: dict[str, list[float]] = defaultdict(list)
        for row in dicts(self.data.get("users_to_recipes")):
            if isinstance(row.get("rating"), int | float) and row["rating"]:
                given[str(row.get("recipe_id"))].append(row["rating"])
        return {key: sum(stars) / len(stars) for key, stars in given.items()}


def _position(row: Row) -> int:
    position = row.get("position")
    return position if isinstance(position, int) else 0
