"""Mealie's backup of a whole household: the tables of its database as JSON."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from recipes.importers.files.amounts import dicts

Row = dict[str, Any]


def fits(data: Row) -> bool:
    return isinstance(data.get("recipes"), list) and isinstance(data.get("recipes_ingredients"), list)


def rows(data: Row) -> Iterator[Row]:
    """Each recipe with what the other tables have of it, as Mealie writes a single one."""
    ingredients = _by_recipe(data, "recipes_ingredients")
    steps = _by_recipe(data, "recipe_instructions")
    notes = _by_recipe(data, "notes")
    nutrition = _by_recipe(data, "recipe_nutrition")
    tags, categories = _linked(data, "tags", "tag_id"), _linked(data, "categories", "category_id")
    for recipe in dicts(data["recipes"]):
        key = str(recipe.get("id"))
        yield {
            **recipe,
            "recipe_ingredient": ingredients[key],
            "recipe_instructions": steps[key],
            "notes": notes[key],
            "nutrition": next(iter(nutrition[key]), None),
            "tags": tags[key],
            "recipe_category": categories[key],
        }


def _by_recipe(data: Row, table: str) -> dict[str, list[Row]]:
    """The rows of each recipe in their order, units and foods filled in by their ids."""
    known = {name: {row.get("id"): row for row in dicts(data.get(f"ingredient_{name}s"))} for name in ("unit", "food")}
    found: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(dicts(data.get(table)), key=_position):
        filled = {name: rows.get(row.get(f"{name}_id")) for name, rows in known.items()}
        found[str(row.get("recipe_id") or row.get("recipee_id"))].append({**row, **filled} if "food_id" in row else row)
    return found


def _position(row: Row) -> int:
    position = row.get("position")
    return position if isinstance(position, int) else 0


def _linked(data: Row, table: str, key: str) -> dict[str, list[Any]]:
    known = {str(row.get("id")): row.get("name") for row in dicts(data.get(table))}
    found: dict[str, list[Any]] = defaultdict(list)
    for row in dicts(data.get(f"recipes_to_{table}")):
        found[str(row.get("recipe_id"))].append(known.get(str(row.get(key))))
    return found
