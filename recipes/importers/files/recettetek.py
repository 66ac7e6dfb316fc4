"""RecetteTek: lists of recipes in recipes_0.json, recipes_1.json … of a zip (.rtk), pictures beside them by name."""

from collections.abc import Iterator
from typing import Any

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Picture
from recipes.importers.files import nutrition
from recipes.importers.source import Source

Row = dict[str, Any]
MARKS = {"preparationTime", "cookingTime", "inactiveTime", "cookware", "originalPicture", "pictures", "quantity"}


def fits(data: Row) -> bool:
    texts = isinstance(data.get("ingredients"), str) and isinstance(data.get("instructions"), str)
    return texts and "title" in data and bool(MARKS & data.keys())


def each(data: Row, source: Source) -> Iterator[Draft]:
    words = clean.line(data.get("quantity"))
    told = clean.text(data.get("nutrition"))
    nutrients = nutrition.read(told)
    yield Draft(
        title=clean.line(data.get("title")),
        description=clean.text(data.get("description")),
        ingredients=lists.sections(clean.lines(data["ingredients"])),
        steps=lists.sections(clean.lines(data["instructions"])),
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=figures.minutes(data.get("preparationTime")),
        cook_minutes=figures.minutes(data.get("cookingTime")),
        rest_minutes=figures.minutes(data.get("inactiveTime")),
        total_minutes=figures.minutes(data.get("totalTime")),
        image=clean.url(data.get("originalPicture")),
        pictures=list(_pictures(data.get("pictures"), source)),
        source_url=clean.url(data.get("url")),
        source_name=clean.line(data.get("source")),
        tags=[*_titles(data.get("categories")), *_titles(data.get("tags"))],
        equipment=clean.lines(data.get("cookware")),
        nutrients=nutrients,
        notes="\n\n".join(part for part in (clean.text(data.get("notes")), "" if nutrients else told) if part),
        rating=figures.stars(data.get("rating")),
        favourite=data.get("favorite") is True,
    )


def _titles(rows: Any) -> list[str]:
    told = rows if isinstance(rows, list) else []
    return [clean.line(row.get("title") if isinstance(row, dict) else row) for row in told]


def _pictures(told: Any, source: Source) -> Iterator[Picture]:
    for one in told if isinstance(told, list) else []:
        found = source.around.picture(one) if isinstance(one, str) else None
        if found is not None:
            yield found
