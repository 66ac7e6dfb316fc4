"""Tandoor: recipe.json with ingredients inside of its steps, instructions in Markdown (a zip of zips)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Section
from recipes.importers.files import markdown, nutrition
from recipes.importers.files.amounts import dicts, line_of, named, names
from recipes.importers.source import Source

Row = dict[str, Any]


def fits(data: Row) -> bool:
    return any("instruction" in step and "ingredients" in step for step in dicts(data.get("steps")))


def each(data: Row, source: Source) -> Iterator[Draft]:
    steps = dicts(data.get("steps"))
    words = f"{clean.line(data.get('servings'))} {clean.line(data.get('servings_text'))}".strip()
    working, waiting = figures.minutes(data.get("working_time")), figures.minutes(data.get("waiting_time"))
    yield Draft(
        title=clean.line(data.get("name")),
        description=clean.text(data.get("description")),
        ingredients=lists.merged([section for step in steps for section in _ingredients(step, alone=len(steps) == 1)]),
        steps=lists.merged([section for step in steps for section in _steps(step)]),
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=working,
        total_minutes=(working or 0) + (waiting or 0) or None,
        source_url=clean.url(data.get("source_url")),
        pictures=source.around.pictures(beginning="image") if source.data is data else [],
        tags=names(data.get("keywords")),
        nutrients=_nutrients(data.get("nutrition")),
        rating=figures.stars(data.get("rating")),
        created=figures.day(data.get("created_at")),
    )


def _ingredients(step: Row, *, alone: bool) -> list[Section]:
    found = [Section("" if alone else clean.line(step.get("name")))]
    for row in sorted(
        dicts(step.get("ingredients")), key=lambda row: row["order"] if isinstance(row.get("order"), int) else 0
    ):
        if row.get("is_header"):
            found.append(Section(clean.line(row.get("note")) or named(row.get("food"))))
            continue
        amount = "" if row.get("no_amount") else _amount(row.get("amount"))
        found[-1].lines.append(line_of(amount, row.get("unit"), row.get("food"), row.get("note")))
    return found


def _amount(value: Any) -> str:
    """At most three places: they are kept as binary fractions."""
    told = figures.number(clean.line(value))
    return f"{told.quantize(Decimal('0.001')).normalize():f}" if 0 < told < figures.MOST * 100 else ""


def _nutrients(told: Any) -> dict[str, str]:
    """Bare numbers of one serving: energy in kcal, the rest in grams."""
    found = nutrition.named((name, value) for name, value in told.items()) if isinstance(told, dict) else {}
    units = {name: "kcal" if name == "calories" else "g" for name in found}
    amounts = {name: figures.number(value).quantize(Decimal("0.01")).normalize() for name, value in found.items()}
    return {name: f"{amount:f} {units[name]}" for name, amount in amounts.items() if amount}


def _steps(step: Row) -> list[Section]:
    parts = lists.sections(clean.lines(markdown.plain(clean.text(step.get("instruction")))))
    if parts and not parts[0].name:
        parts[0].name = clean.line(step.get("name"))
    return parts
