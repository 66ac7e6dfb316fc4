"""Tables of recipes as text (CSV): MyRecipeBox, Plan to Eat, and others that name their columns."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Failure
from recipes.importers.files.batch import one_by_one
from recipes.importers.source import Source, UnreadableError

Row = dict[str, str]
MOST = 20_000
FIELD = 200_000
COLUMNS = {
    "title": "title name recipename recipetitle titel rezept titre titulo",
    "ingredients": "ingredients ingredient zutaten ingredientes ingredienti ingredienten",
    "steps": "instructions directions steps method preparation procedure zubereitung anleitung instrucciones",
    "description": "description summary beschreibung descripcion",
    "servings": "servings quantity yield yields serves portions portionen personen",
    "prep": "preptime preparationtime vorbereitungszeit",
    "cook": "cooktime cookingtime kochzeit",
    "total": "totaltime gesamtzeit",
    "image": "image photo photourl imageurl originalpicture picture",
    "url": "url sourceurl source link originalurl publicurl",
    "source": "source author quelle",
    "cuisine": "cuisine kuche",
    "category": "course category categories kategorie",
    "tags": "tags keywords labels",
    "notes": "notes note notizen comments",
    "nutrition": "nutrition nutritionalinformation",
}
FIGURES = {
    "calories": "calories",
    "fat": "fatContent",
    "saturatedfat": "saturatedFatContent",
    "cholesterol": "cholesterolContent",
    "sodium": "sodiumContent",
    "sugar": "sugarContent",
    "carbohydrate": "carbohydrateContent",
    "fiber": "fiberContent",
    "protein": "proteinContent",
}
SECTION = re.compile(r"^,\s*(?=\S)")


def fits(source: Source) -> bool:
    return bool(_delimiter(source))


def _delimiter(source: Source) -> str:
    """What parts the columns, if the first line names a title, ingredients and steps."""
    for sign in (",", ";", "\t"):
        try:
            names = {_key(name) for name in next(csv.reader([source.head.split("\n", 1)[0]], delimiter=sign), [])}
        except csv.Error:
            continue
        if all(names & set(COLUMNS[field].split()) for field in ("title", "ingredients")):
            return sign
    return ""


def read(source: Source) -> Iterator[Draft | Failure]:
    return one_by_one(_rows(source), _drafts, lambda row: _told(row, "title"))


def _rows(source: Source) -> Iterator[Row]:
    csv.field_size_limit(FIELD)
    reader = csv.reader(io.StringIO(source.text.lstrip("\ufeff").replace("\0", "")), delimiter=_delimiter(source))
    names = [_key(name) for name in next(reader)]
    try:
        for cells in islice(reader, MOST):
            if any(cell.strip() for cell in cells):
                yield {name: cell for name, cell in zip(names, cells, strict=False) if name}
    except csv.Error:
        raise UnreadableError(_("The table is broken.")) from None


def _key(name: str) -> str:
    return re.sub(r"[^a-z]", "", clean.line(name).lower())


def _told(row: Row, field: str) -> str:
    return next((row[name] for name in COLUMNS[field].split() if row.get(name, "").strip()), "")


def _drafts(row: Row) -> list[Draft]:
    words = clean.line(row.get("servings")) or clean.line(_told(row, "servings"))
    lines = (SECTION.sub("# ", line) for line in clean.lines(_told(row, "ingredients")))
    source = _told(row, "source")
    return [
        Draft(
            title=clean.line(_told(row, "title")),
            description=clean.text(_told(row, "description")),
            ingredients=lists.sections(lines),
            steps=lists.sections(clean.lines(_told(row, "steps"))),
            servings=figures.servings(words),
            servings_words=words,
            prep_minutes=figures.minutes(_told(row, "prep")),
            cook_minutes=figures.minutes(_told(row, "cook")),
            total_minutes=figures.minutes(_told(row, "total")),
            image=clean.url(_told(row, "image")),
            source_url=clean.url(_told(row, "url")) or clean.url(source),
            source_name="" if clean.url(source) else clean.line(source),
            cuisine=clean.line(_told(row, "cuisine")),
            category=clean.line(_told(row, "category")),
            tags=_told(row, "tags").split(","),
            notes=clean.text(_told(row, "notes")),
            nutrients=_nutrients(row),
        )
    ]


def _nutrients(row: Row) -> dict[str, str]:
    """Lines of "fat : 5 g", or columns of their own."""
    told = {
        _key(name): value for line in _told(row, "nutrition").split("\n") for name, _c, value in [line.partition(":")]
    }
    told |= {name: row[name] for name in FIGURES if row.get(name, "").strip()}
    return {FIGURES[name]: value for name, value in told.items() if name in FIGURES and value.strip()}
