"""Cooklang: steps in which @ingredients{2%cups}, #tools{} and ~timers{5%minutes} are marked."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Picture, Section
from recipes.importers.files import cooklang_parts, markdown
from recipes.importers.files.amounts import line_of, names
from recipes.importers.files.cooklang_parts import COOKWARE, INGREDIENT, TEXT, TIMER, Heading, Part, Remark
from recipes.importers.source import Source

MARKED = re.compile(r"@[^\s@#~{}][^@#~{}\n]{0,120}?\{[^{}\n]{0,80}\}")
# So many marks are no chance.
ENOUGH = 2
META = re.compile(r"^>>[ \t]*([^:\n]{1,60}):[ \t]*(.*)$", re.MULTILINE)


def fits(source: Source) -> bool:
    return len(MARKED.findall(source.text[:50_000])) >= ENOUGH and "<" not in source.head[:1]


def read(source: Source) -> list[Draft]:
    told, body = markdown.head_and_body(source.text)
    told |= {name.strip().lower(): value.strip() for name, value in META.findall(body)}
    found = _Recipe(META.sub("", body))
    words = _first(told, "serves", "servings", "yield")
    origin = _first(told, "source.url", "source")
    return [
        Draft(
            title=_first(told, "title") or _stem(source),
            description=_first(told, "description", "introduction"),
            ingredients=lists.merged(found.ingredients),
            steps=lists.merged(found.steps),
            servings=figures.servings(words),
            servings_words=words,
            prep_minutes=figures.minutes(_first(told, "prep time", "time.prep")),
            cook_minutes=figures.minutes(_first(told, "cook time", "time.cook")),
            total_minutes=figures.minutes(_first(told, "total time", "time required", "time", "duration")),
            difficulty=figures.difficulty(_first(told, "difficulty")),
            image=clean.url(told.get("image") or told.get("picture")),
            pictures=list(_pictures(source, told)),
            author=_first(told, "author", "source.author"),
            source_url=clean.url(origin),
            source_name=_first(told, "source.name") or ("" if clean.url(origin) else origin),
            cuisine=_first(told, "cuisine"),
            category=_first(told, "course", "category"),
            tags=names(told.get("tags")),
            equipment=found.equipment,
            notes="\n\n".join(found.notes),
        )
    ]


def _first(told: dict[str, Any], *keys: str) -> str:
    return next((said for key in keys if (said := clean.line(told.get(key)))), "")


def _stem(source: Source) -> str:
    return source.name.rpartition("/")[2].removesuffix(".cook")


def _pictures(source: Source, told: dict[str, Any]) -> Iterator[Picture]:
    """The one that is named, and those that are called as the file is."""
    named = source.around.picture(_first(told, "image", "picture"))
    beside = source.around.pictures(beginning=f"{_stem(source).lower()}.")
    yield from ([named] if named else []) + sorted(beside, key=lambda one: len(PurePosixPath(one.name).stem))


class _Recipe:
    """What the steps hold, below the headings under which they stand."""

    def __init__(self, body: str) -> None:
        self.ingredients, self.steps = [Section()], [Section()]
        self.equipment: list[str] = []
        self.notes: list[str] = []
        for part in cooklang_parts.read(body):
            if isinstance(part, Heading):
                self.ingredients.append(Section(part.name))
                self.steps.append(Section(part.name))
            elif isinstance(part, Remark):
                self.notes.append(part.text)
            else:
                self.take(part)

    def take(self, step: list[Part]) -> None:
        if not _is_list(step):
            self.steps[-1].lines.append("".join(_said(part) for part in step))
        self.ingredients[-1].lines.extend(_line(part) for part in step if part.kind == INGREDIENT)
        self.equipment.extend(part.name for part in step if part.kind == COOKWARE)


def _is_list(step: list[Part]) -> bool:
    """Nothing but ingredients: what to have at hand, and nothing to do."""
    return all(part.kind == INGREDIENT or (part.kind == TEXT and not part.name.strip(", .;\n")) for part in step)


def _line(part: Part) -> str:
    return line_of(part.quantity, part.units, _named(part), part.note)


def _named(part: Part) -> str:
    """A reference to another file is called by its last part."""
    return part.name.rpartition("/")[2] if part.name.startswith(("./", "../")) else part.name


def _said(part: Part) -> str:
    """A part as one reads it aloud: the name of a thing, the length of a time."""
    if part.kind == TIMER:
        return f"{part.quantity} {part.units}".strip() or part.name
    return part.name if part.kind == TEXT else _named(part)
