"""Mela: a JSON object a recipe (.melarecipe), alone or in a zip (.melarecipes); pictures as letters inside."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft
from recipes.importers.files import markdown, nutrition, pictures
from recipes.importers.files.amounts import names
from recipes.importers.source import Source

Row = dict[str, Any]
MARKS = {"wantToCook", "favorite", "link", "yield"}
# Apple counts seconds from here.
BEGINNING, A_DAY, LATEST = date(2001, 1, 1), 86_400, 40_000


def fits(data: Row) -> bool:
    texts = isinstance(data.get("ingredients"), str) and isinstance(data.get("instructions"), str)
    return texts and "title" in data and len(MARKS & data.keys()) > 1


def each(data: Row, source: Source) -> Iterator[Draft]:
    words, link = clean.line(data.get("yield")), clean.line(data.get("link"))
    told = clean.text(data.get("nutrition"))
    nutrients = nutrition.read(told)
    images = data.get("images")
    yield Draft(
        title=clean.line(data.get("title")),
        description=clean.text(markdown.plain(clean.text(data.get("text")))),
        ingredients=lists.sections(_lines(data["ingredients"])),
        steps=lists.sections(_lines(data["instructions"])),
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=figures.minutes(data.get("prepTime")),
        cook_minutes=figures.minutes(data.get("cookTime")),
        total_minutes=figures.minutes(data.get("totalTime")),
        pictures=pictures.in_row(source, data, *(("images", at) for at in range(_count(images)))),
        source_url=clean.url(link) or clean.url(f"https://{link}" if "." in link and " " not in link else ""),
        source_name="" if "." in link and " " not in link else link,
        tags=names(data.get("categories")),
        collections=[_("Want to cook")] if data.get("wantToCook") is True else [],
        nutrients=nutrients,
        notes="\n\n".join(part for part in (clean.text(data.get("notes")), "" if nutrients else told) if part),
        favourite=data.get("favorite") is True,
        created=_day(data.get("date")),
    )


def _lines(told: str) -> list[str]:
    return clean.lines(markdown.plain(clean.text(told)))


def _count(images: Any) -> int:
    return len(images) if isinstance(images, list) else 0


def _day(seconds: Any) -> date | None:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 < seconds < LATEST * A_DAY:
        return figures.day(seconds)
    return BEGINNING + timedelta(days=int(seconds // A_DAY))
