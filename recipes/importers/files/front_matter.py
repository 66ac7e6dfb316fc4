"""Markdown with a head that has the recipe in it, as Chowdown and other site makers keep it."""

from typing import Any

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft
from recipes.importers.files import markdown
from recipes.importers.files.amounts import names
from recipes.importers.source import Source

STEPS = ("directions", "instructions", "steps", "method")


def fits(source: Source) -> bool:
    head, _body = markdown.head_and_body(source.text)
    return "ingredients" in head and bool(head.get("title") or head.get("name"))


def read(source: Source) -> list[Draft]:
    head, body = markdown.head_and_body(source.text)
    words = clean.line(_first(head, "servings", "serves", "yield", "yields"))
    told = _first(head, *STEPS)
    said = clean.text(markdown.plain(body))
    picture = source.around.picture(clean.line(_first(head, "image", "picture", "photo")))
    return [
        Draft(
            title=clean.line(head.get("title") or head.get("name")),
            description=said if told else clean.line(head.get("description")),
            ingredients=lists.sections(_lines(head["ingredients"])),
            steps=lists.sections(_lines(told) if told else clean.lines(said)),
            servings=figures.servings(words),
            servings_words=words,
            prep_minutes=figures.minutes(_first(head, "prep time", "prep_time", "preptime", "prep")),
            cook_minutes=figures.minutes(_first(head, "cook time", "cook_time", "cooktime", "cook")),
            image=clean.url(head.get("image")),
            pictures=[picture] if picture else [],
            author=clean.line(head.get("author")),
            source_url=clean.url(_first(head, "source", "original", "url")),
            cuisine=clean.line(head.get("cuisine")),
            category=clean.line(_first(head, "category", "course")),
            tags=names(_first(head, "tags", "keywords")),
            rating=figures.stars(head.get("rating")),
            created=figures.day(_first(head, "date", "created")),
        )
    ]


def _first(head: dict[str, Any], *keys: str) -> Any:
    return next((head[key] for key in keys if head.get(key)), "")


def _lines(value: Any) -> list[str]:
    told = value if isinstance(value, list) else [value]
    return [line for one in told for line in clean.lines(markdown.plain(clean.text(one)))]
