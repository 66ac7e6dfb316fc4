"""Paprika: a JSON object a recipe, its ingredients and directions each as one text (a zip of packed files)."""

from collections.abc import Iterator
from typing import Any

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft
from recipes.importers.files import nutrition, pictures
from recipes.importers.files.amounts import dicts, names
from recipes.importers.source import Source

Row = dict[str, Any]


def fits(data: Row) -> bool:
    return isinstance(data.get("ingredients"), str) and isinstance(data.get("directions"), str)


def each(data: Row, source: Source) -> Iterator[Draft]:
    words = clean.line(data.get("servings"))
    told = clean.text(data.get("nutritional_info"))
    nutrients = nutrition.read(told)
    more = [("photos", at, "data") for at in range(len(dicts(data.get("photos"))))]
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
        difficulty=figures.difficulty(data.get("difficulty")),
        image=clean.url(data.get("image_url")),
        pictures=pictures.in_row(source, data, ("photo_data",), *more),
        source_url=clean.url(data.get("source_url")),
        source_name=clean.line(data.get("source")),
        tags=names(data.get("categories")),
        nutrients=nutrients,
        notes="\n\n".join(part for part in (clean.text(data.get("notes")), "" if nutrients else told) if part),
        rating=figures.stars(data.get("rating")),
        favourite=data.get("on_favorites") is True or data.get("is_favorite") is True,
        created=figures.day(data.get("created")),
    )
