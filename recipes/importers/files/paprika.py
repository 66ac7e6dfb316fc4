"""Paprika: a JSON object a recipe, its ingredients and directions each as one text (a zip of packed files)."""

from collections.abc import Iterator
from typing import Any

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft
from recipes.importers.files.amounts import names

Row = dict[str, Any]


def fits(data: Row) -> bool:
    return isinstance(data.get("ingredients"), str) and isinstance(data.get("directions"), str)


def each(data: Row) -> Iterator[Draft]:
    words = clean.line(data.get("servings"))
    nutrition = clean.text(data.get("nutritional_info"))
    yield Draft(
        title=clean.line(data.get("name") or data.get("title")),
        description=clean.text(data.get("description")),
        ingredients=lists.sections(clean.lines(data["ingredients"])),
        steps=lists.sections(clean.lines(data["directions"])),
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=figures.minutes(data.get("prep_time")),
        cook_minutes=figures.minutes(data.get("cook_time")),
        total_minutes=figures.minutes(data.get("total_time")),
        image=clean.url(data.get("image_url")),
        source_url=clean.url(data.get("source_url")),
        source_name=clean.line(data.get("source")),
        tags=names(data.get("categories")),
        notes="\n\n".join(part for part in (clean.text(data.get("notes")), nutrition) if part),
    )
