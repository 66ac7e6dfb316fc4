"""Crouton: a JSON object a recipe (.crumb), amounts with the program's own words for units."""

from collections.abc import Iterator
from typing import Any

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Section
from recipes.importers.files import nutrition, pictures
from recipes.importers.files.amounts import dicts, line_of, named, names
from recipes.importers.source import Source

Row = dict[str, Any]
UNITS = {
    "ITEM": "", "TABLESPOON": "tbsp", "TEASPOON": "tsp", "CUP": "cup", "MILLS": "ml", "GRAMS": "g", "KGS": "kg",
    "POUND": "lb", "OUNCE": "oz", "FLUID_OUNCE": "fl oz", "LITRES": "l", "DECILITER": "dl", "BOTTLE": "bottle",
    "PINCH": "pinch", "CAN": "can", "BUNCH": "bunch", "PACKET": "packet",
}  # fmt: skip
HEADING = "SECTION"


def fits(data: Row) -> bool:
    return any("step" in one for one in dicts(data.get("steps"))) and (
        "cookingDuration" in data or any("ingredient" in one for one in dicts(data.get("ingredients")))
    )


def each(data: Row, source: Source) -> Iterator[Draft]:
    words = clean.line(data.get("serves"))
    told = clean.text(data.get("neutritionalInfo") or data.get("nutritionalInfo"))
    nutrients = nutrition.read(told)
    images = data.get("images")
    yield Draft(
        title=clean.line(data.get("name")),
        ingredients=_ingredients(_ordered(data.get("ingredients"))),
        steps=_steps(_ordered(data.get("steps"))),
        servings=figures.servings(words),
        servings_words=words.strip("0"),
        prep_minutes=figures.minutes(data.get("duration")),
        cook_minutes=figures.minutes(data.get("cookingDuration")),
        image=clean.url(data.get("sourceImage")),
        pictures=pictures.in_row(source, data, *(("images", at) for at in range(_count(images)))),
        source_url=clean.url(data.get("webLink")),
        source_name=clean.line(data.get("sourceName")),
        tags=names(data.get("tags")),
        nutrients=nutrients,
        notes="\n\n".join(part for part in (clean.text(data.get("notes")), "" if nutrients else told) if part),
    )


def _count(images: Any) -> int:
    return len(images) if isinstance(images, list) else 0


def _ordered(rows: Any) -> list[Row]:
    return sorted(dicts(rows), key=lambda row: row["order"] if isinstance(row.get("order"), int) else 0)


def _ingredients(rows: list[Row]) -> list[Section]:
    found = [Section()]
    for row in rows:
        quantity = row["quantity"] if isinstance(row.get("quantity"), dict) else {}
        unit, name = clean.line(quantity.get("quantityType")), named(row.get("ingredient"))
        if unit == HEADING:
            found.append(Section(name))
        else:
            unit = UNITS.get(unit, unit.replace("_", " ").lower())
            found[-1].lines.append(line_of(quantity.get("amount"), unit, name))
    return lists.merged(found)


def _steps(rows: list[Row]) -> list[Section]:
    found = [Section()]
    for row in rows:
        if row.get("isSection") is True:
            found.append(Section(clean.line(row.get("step"))))
        else:
            found[-1].lines.extend(clean.lines(row.get("step")))
    return lists.merged(found)
