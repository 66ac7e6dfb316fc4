"""JSON of nobody in particular: a name, ingredients and some word for steps."""

from collections.abc import Iterator
from typing import Any

from recipes.importers import clean, figures
from recipes.importers.draft import Draft
from recipes.importers.files import pictures
from recipes.importers.files.amounts import line_of, names
from recipes.importers.schema.ingredients import ingredients
from recipes.importers.schema.instructions import instructions
from recipes.importers.source import Source

Row = dict[str, Any]
STEPS = ("instructions", "directions", "steps", "method", "preparation", "procedure")


def fits(data: Row) -> bool:
    return (
        bool(data.get("title") or data.get("name"))
        and bool(data.get("ingredients"))
        and any(data.get(key) for key in STEPS)
    )


def each(data: Row, source: Source) -> Iterator[Draft]:
    words = clean.line(_first(data, "servings", "yields", "yield", "serves", "portions"))
    yield Draft(
        title=clean.line(_first(data, "title", "name")),
        description=clean.text(_first(data, "description", "summary")),
        ingredients=ingredients([_whole(one) for one in _list(data["ingredients"])]),
        steps=instructions(_first(data, *STEPS)),
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=figures.minutes(_first(data, "prepTime", "prep_time", "prep_minutes")),
        cook_minutes=figures.minutes(_first(data, "cookTime", "cook_time", "cook_minutes")),
        total_minutes=figures.minutes(_first(data, "totalTime", "total_time", "total_minutes")),
        image=clean.url(_first(data, "image", "image_url", "photo")),
        pictures=pictures.in_row(source, data, ("image_data",), ("photo_data",)),
        author=clean.line(data.get("author")),
        source_url=clean.url(_first(data, "source_url", "url", "source", "link")),
        cuisine=clean.line(data.get("cuisine")),
        category=clean.line(_first(data, "category", "course")),
        tags=names(_first(data, "tags", "keywords", "categories", "labels")),
        notes=clean.text(data.get("notes")),
        rating=figures.stars(_first(data, "rating", "stars")),
        favourite=_first(data, "favourite", "favorite", "is_favorite") is True,
        created=figures.day(_first(data, "created", "created_at", "createdAt", "date_added")),
    )


def _first(data: Row, *keys: str) -> Any:
    return next((data[key] for key in keys if data.get(key)), None)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _whole(one: Any) -> Any:
    """An ingredient in parts as one line."""
    if not isinstance(one, dict):
        return one
    amount, name = _first(one, "amount", "quantity", "qty"), _first(one, "name", "ingredient", "food", "item", "text")
    return line_of(amount, _first(one, "unit", "measure"), name, _first(one, "note", "notes", "preparation"))
