"""Mealie: a recipe's own JSON, in its older (recipe_ingredient) and newer (recipeIngredient) spelling."""

from collections.abc import Iterator
from typing import Any

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Comment, Cooked, Draft, Picture, Section
from recipes.importers.files.amounts import dicts, line_of, names
from recipes.importers.schema import values
from recipes.importers.source import Source

Row = dict[str, Any]


def fits(data: Row) -> bool:
    return "slug" in data and bool(_told(data, "recipe_ingredient") or _told(data, "recipe_instructions"))


def each(data: Row, source: Source) -> Iterator[Draft]:
    """A recipe of its own file: its pictures lie beside it."""
    slug = clean.line(data.get("slug")).lower()
    beside = source.around.pictures(beginning=f"{slug}.") if slug else []
    yield read(data, source.around.pictures("images", "original") or beside)


def read(data: Row, pictures: list[Picture]) -> Draft:
    words = clean.line(_told(data, "recipe_yield"))
    served = figures.servings(clean.line(_told(data, "recipe_servings")))
    return Draft(
        title=clean.line(data.get("name")),
        description=clean.text(data.get("description")),
        ingredients=ingredients(_told(data, "recipe_ingredient")),
        steps=steps(_told(data, "recipe_instructions")),
        servings=served or figures.servings(words),
        servings_words=words,
        prep_minutes=figures.minutes(_told(data, "prep_time")),
        cook_minutes=figures.minutes(_told(data, "perform_time") or _told(data, "cook_time")),
        total_minutes=figures.minutes(_told(data, "total_time")),
        image=clean.url(data.get("image")),
        pictures=pictures,
        source_url=clean.url(_told(data, "org_url") or data.get("orgURL")),
        category=", ".join(names(_told(data, "recipe_category"))),
        cuisine=clean.line(_told(data, "recipe_cuisine")),
        tags=names(data.get("tags")),
        equipment=names(data.get("tools")),
        nutrients=values.nutrients(_spelled(data.get("nutrition"))),
        notes="\n\n".join(note(one) for one in dicts(data.get("notes"))),
        rating=figures.stars(data.get("rating")),
        favourite=data.get("is_favorite") is True,
        comments=[comment(one) for one in dicts(data.get("comments"))],
        cooked=list(_cooked(data)),
        created=figures.day(_told(data, "date_added") or _told(data, "created_at")),
    )


def _told(data: Row, name: str) -> Any:
    return data.get(name) or data.get(camel(name))


def camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(part.capitalize() for part in others)


def _spelled(nutrition: Any) -> Row:
    return {camel(name): value for name, value in nutrition.items()} if isinstance(nutrition, dict) else {}


def ingredients(rows: Any) -> list[Section]:
    """A title begins a section. Without amounts, the note is the whole line."""
    found = [Section()]
    for row in rows if isinstance(rows, list) else []:
        if not isinstance(row, dict):
            found[-1].lines.extend(clean.lines(row))
            continue
        if row.get("title"):
            found.append(Section(clean.line(row["title"])))
        found[-1].lines.append(_line(row))
    return lists.merged(found)


def _line(row: Row) -> str:
    whole = clean.line(_told(row, "original_text")) if not row.get("food") and not row.get("note") else ""
    note_is_all = _told(row, "disable_amount") and clean.line(row.get("note"))
    if whole or note_is_all or not (row.get("food") or row.get("unit")):
        return whole or clean.line(row.get("note") or row.get("display"))
    return line_of(row.get("quantity"), row.get("unit"), row.get("food"), row.get("note"))


def steps(rows: Any) -> list[Section]:
    found = [Section()]
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and row.get("title"):
            found.append(Section(clean.line(row["title"])))
        found[-1].lines.extend(clean.lines(row.get("text") if isinstance(row, dict) else row))
    return lists.merged(found)


def note(row: Row) -> str:
    return ": ".join(part for part in (clean.line(row.get("title")), clean.text(row.get("text"))) if part)


def comment(row: Row) -> Comment:
    user = row.get("user")
    person = user if isinstance(user, dict) else {}
    author = clean.line(_told(person, "full_name") or person.get("username"))
    return Comment(author, clean.text(row.get("text")), figures.day(_told(row, "created_at")))


def _cooked(data: Row) -> Iterator[Cooked]:
    """The times that people wrote down; without any, the last one that the program knows."""
    days = [(figures.day(one.get("timestamp")), one) for one in dicts(data.get("timeline"))]
    told = [Cooked(day, note=clean.text(one.get("message"))) for day, one in days if day]
    last = figures.day(_told(data, "last_made"))
    yield from told or ([Cooked(last)] if last else [])
