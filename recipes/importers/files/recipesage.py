"""RecipeSage's own JSON: texts with [Headings], labels, a rating, pictures by their addresses."""

from collections.abc import Iterator
from typing import Any

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Picture
from recipes.importers.files.amounts import dicts
from recipes.importers.source import Source

Row = dict[str, Any]
MARKS = {"activeTime", "folder", "labels", "recipeLabels", "recipeImages"}
ENOUGH = 2


def fits(data: Row) -> bool:
    texts = isinstance(data.get("ingredients"), str) and isinstance(data.get("instructions"), str)
    return texts and "title" in data and len(MARKS & data.keys()) >= ENOUGH


def each(data: Row, source: Source) -> Iterator[Draft]:
    del source
    words = clean.line(data.get("yield"))
    yield Draft(
        title=clean.line(data.get("title")),
        description=clean.text(data.get("description")),
        ingredients=lists.sections(clean.lines(data["ingredients"])),
        steps=lists.sections(clean.lines(data["instructions"])),
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=figures.minutes(data.get("activeTime")),
        total_minutes=figures.minutes(data.get("totalTime")),
        pictures=[Picture(url=one) for one in _images(data)],
        source_url=clean.url(data.get("url")),
        source_name=clean.line(data.get("source")),
        tags=[_title(one) for one in _list(data.get("labels") or data.get("recipeLabels"))],
        notes=clean.text(data.get("notes")),
        rating=figures.stars(data.get("rating")),
        created=figures.day(data.get("createdAt")),
    )


def _list(rows: Any) -> list[Any]:
    return rows if isinstance(rows, list) else []


def _title(row: Any) -> str:
    """Of a label: a text, an object, or one object more around it."""
    inner = row.get("label", row) if isinstance(row, dict) else row
    return clean.line(inner.get("title") if isinstance(inner, dict) else inner)


def _images(data: Row) -> Iterator[str]:
    for row in dicts(data.get("images")) + dicts(data.get("recipeImages")):
        image = row["image"] if isinstance(row.get("image"), dict) else row
        yield clean.url(image.get("location"))
    yield from (clean.url(one) for one in _list(data.get("images")) if isinstance(one, str))
