"""What Mealie's backup holds beside recipes: foods, units, labels, planned days, shopping lists."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from recipes.importers import clean, figures
from recipes.importers.draft import Extra
from recipes.importers.files.amounts import dicts

Row = dict[str, Any]
MOST = 50_000


def extras(data: Row) -> Iterator[Extra]:
    labels = {str(row.get("id")): clean.line(row.get("name")) for row in dicts(data.get("multi_purpose_labels"))}
    foods = dict(_called(data, "ingredient_foods"))
    units = dict(_called(data, "ingredient_units"))
    for row in dicts(data.get("ingredient_foods"))[:MOST]:
        yield Extra("food", {**_names(row), "label": labels.get(str(row.get("label_id")), "")})
    for row in dicts(data.get("ingredient_units"))[:MOST]:
        yield Extra("unit", {**_names(row), "abbreviation": clean.line(row.get("abbreviation"))})
    yield from _days(data)
    yield from _lists(data, foods, units)


def _called(data: Row, table: str) -> Iterator[tuple[str, str]]:
    for row in dicts(data.get(table)):
        yield str(row.get("id")), clean.line(row.get("name"))


def _names(row: Row) -> dict[str, str]:
    return {
        "name": clean.line(row.get("name"), 200),
        "plural": clean.line(row.get("plural_name"), 200),
        "description": clean.line(row.get("description"), 500),
    }


def _days(data: Row) -> Iterator[Extra]:
    """Planned meals: on which day, which meal, which recipe (by its name) or what else was written there."""
    names = dict(_called(data, "recipes"))
    for row in dicts(data.get("group_meal_plans"))[:MOST]:
        day = figures.day(row.get("date"))
        if day is not None:
            yield Extra("plan_day", {
                "day": day,
                "meal": clean.line(row.get("entry_type"), 60),
                "recipe": names.get(str(row.get("recipe_id")), ""),
                "title": clean.line(row.get("title"), 200),
                "text": clean.paragraphs(row.get("text"), 2000),
            })  # fmt: skip


def _lists(data: Row, foods: dict[str, str], units: dict[str, str]) -> Iterator[Extra]:
    items: dict[str, list[Row]] = defaultdict(list)
    for row in dicts(data.get("shopping_list_items"))[:MOST]:
        items[str(row.get("shopping_list_id"))].append({
            "amount": clean.line(row.get("quantity"), 20),
            "unit": units.get(str(row.get("unit_id")), ""),
            "name": foods.get(str(row.get("food_id")), "") or clean.line(row.get("note"), 200),
            "note": clean.line(row.get("note"), 200) if row.get("food_id") else "",
            "ticked": row.get("checked") is True,
        })  # fmt: skip
    for row in dicts(data.get("shopping_lists"))[:MOST]:
        yield Extra("shopping_list", {"name": clean.line(row.get("name"), 200), "items": items[str(row.get("id"))]})
