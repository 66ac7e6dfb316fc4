"""What this program exports itself: a folder a recipe with recipe.json and its pictures. It comes back as it was."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from recipes.importers import clean, figures
from recipes.importers.draft import Comment, Cooked, Draft, Picture, Section
from recipes.importers.files.amounts import dicts
from recipes.importers.source import Source, UnreadableError

Row = dict[str, Any]
MARK, VERSION = "kitchen_recipe", 1


def fits(data: Row) -> bool:
    return isinstance(data.get(MARK), int) and isinstance(data.get("content"), dict)


def each(data: Row, source: Source) -> Iterator[Draft]:
    if data[MARK] > VERSION:
        raise UnreadableError(_("This was written by a newer Kitchen. Bring this one up to date first."))
    told = data["content"]
    texts: dict[str, Any] = {name: clean.text(told.get(name)) for name in ("description", "notes")}
    names = ("emoji", "servings_of", "yields", "cuisine", "category", "source_name", "author")
    lines: dict[str, Any] = {name: clean.line(told.get(name)) for name in names}
    yield Draft(
        title=clean.line(told.get("name")),
        ingredients=_sections(told.get("ingredients")),
        steps=_sections(told.get("steps")),
        servings=_number(told.get("servings")),
        prep_minutes=_minutes(told.get("prep_minutes")),
        cook_minutes=_minutes(told.get("cook_minutes")),
        rest_minutes=_minutes(told.get("rest_minutes")),
        difficulty=_minutes(told.get("difficulty")),
        tags=_texts(told.get("tags")),
        equipment=_texts(told.get("equipment")),
        source_url=clean.url(told.get("source_url")),
        nutrients=_pairs(told.get("label")),
        pictures=list(_pictures(data.get("pictures"), source)),
        rating=_number(data.get("rating")),
        favourite=data.get("favourite") is True,
        collections=_texts(data.get("collections")),
        comments=[_comment(row) for row in dicts(data.get("comments"))],
        cooked=[one for row in dicts(data.get("cooked")) for one in _cooked(row)],
        created=figures.day(data.get("created")),
        exact=True,
        **texts,
        **lines,
    )


def _sections(rows: Any) -> list[Section]:
    return [Section(clean.line(row.get("name")), _texts(row.get("lines"))) for row in dicts(rows)]


def _texts(rows: Any) -> list[str]:
    return [said for row in rows if (said := clean.line(row))] if isinstance(rows, list) else []


def _pairs(told: Any) -> dict[str, str]:
    return {clean.line(name): clean.line(value) for name, value in told.items()} if isinstance(told, dict) else {}


def _number(told: Any) -> Decimal | None:
    try:
        found = Decimal(told) if isinstance(told, str) and len(told) < len("1000000000.00") else None
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() and found > 0 else None


def _minutes(told: Any) -> int | None:
    return told if isinstance(told, int) and not isinstance(told, bool) and 0 < told <= figures.LONGEST else None


def _pictures(rows: Any, source: Source) -> Iterator[Picture]:
    for row in dicts(rows):
        found = source.around.picture(clean.line(row.get("file")), clean.line(row.get("alt")))
        if found is not None:
            yield found


def _comment(row: Row) -> Comment:
    return Comment(clean.line(row.get("author")), clean.text(row.get("text")), figures.day(row.get("day")))


def _cooked(row: Row) -> list[Cooked]:
    day = figures.day(row.get("day"))
    return [Cooked(day, _number(row.get("servings")), clean.text(row.get("note")))] if day else []
