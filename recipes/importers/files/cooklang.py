"""Cooklang: steps in which @ingredients{2%cups}, #tools{} and ~timers{5%minutes} are marked."""

import re
from collections.abc import Iterator
from typing import Any

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Section
from recipes.importers.files import markdown
from recipes.importers.files.amounts import line_of, names
from recipes.importers.source import Source

MARK = re.compile(
    r"(?P<sign>[@#~])(?:(?P<words>[^@#~{}\n]{0,120}?)\{(?P<amount>[^{}\n]{0,80})\}|(?P<word>[\w'’-]{1,60}))(?:\((?P<note>[^()\n]{0,120})\))?"
)
INGREDIENT = re.compile(r"@[^@#~{}\n]{1,120}?\{[^{}\n]{0,80}\}")
# So many marks are no chance.
ENOUGH = 2
META = re.compile(r"^>>[ \t]*([^:\n]{1,60}):[ \t]*(.*)$", re.MULTILINE)
BLOCK_COMMENT, LINE_COMMENT = re.compile(r"\[-[^\]]{0,2000}?-\]"), re.compile(r"--(?!-).*$", re.MULTILINE)
HEADING = re.compile(r"^=+\s*(.*?)\s*=*$")


def fits(source: Source) -> bool:
    return len(INGREDIENT.findall(source.text[:50_000])) >= ENOUGH and "<" not in source.head[:1]


def read(source: Source) -> list[Draft]:
    told, body = markdown.head_and_body(source.text)
    told |= {name.strip().lower(): value.strip() for name, value in META.findall(body)}
    ingredients, steps = _parts(LINE_COMMENT.sub("", BLOCK_COMMENT.sub("", META.sub("", body))))
    words = _first(told, "serves", "servings", "yield")
    return [
        Draft(
            title=_first(told, "title") or source.name.rpartition("/")[2].removesuffix(".cook"),
            description=_first(told, "description"),
            ingredients=lists.merged(ingredients),
            steps=lists.merged(steps),
            servings=figures.servings(words),
            servings_words=words,
            prep_minutes=figures.minutes(_first(told, "prep time", "time.prep")),
            cook_minutes=figures.minutes(_first(told, "cook time", "time.cook")),
            total_minutes=figures.minutes(_first(told, "total time", "time", "duration")),
            image=clean.url(told.get("image")),
            author=_first(told, "author"),
            source_url=clean.url(told.get("source")),
            cuisine=_first(told, "cuisine"),
            category=_first(told, "course", "category"),
            tags=names(told.get("tags")),
        )
    ]


def _first(told: dict[str, Any], *keys: str) -> str:
    return next((said for key in keys if (said := clean.line(told.get(key)))), "")


def _parts(body: str) -> tuple[list[Section], list[Section]]:
    ingredients, steps = [Section()], [Section()]
    for step in _steps(body):
        heading = HEADING.match(step) if step.startswith("=") else None
        if heading:
            ingredients.append(Section(heading.group(1)))
            steps.append(Section(heading.group(1)))
        else:
            ingredients[-1].lines.extend(_ingredients(step))
            steps[-1].lines.append(MARK.sub(_said, step))
    return ingredients, steps


def _steps(body: str) -> Iterator[str]:
    """Paragraphs; a line that is a heading or a note ends one."""
    for part in re.split(r"\n\s*\n", body.replace("\r\n", "\n")):
        lines: list[str] = []
        for line in part.split("\n"):
            if line.startswith(("=", ">")):
                yield line.lstrip("> ") if line.startswith(">") else line
            elif line.strip():
                lines.append(line.strip())
        if lines:
            yield " ".join(lines)


def _ingredients(step: str) -> Iterator[str]:
    for mark in MARK.finditer(step):
        if mark["sign"] == "@":
            amount, _percent, unit = (mark["amount"] or "").partition("%")
            yield line_of(amount.strip(" ="), unit, (mark["words"] or mark["word"] or "").strip("&?-+ "), mark["note"])


def _said(mark: "re.Match[str]") -> str:
    """A mark as one reads it aloud: the name of a thing, the length of a time."""
    if mark["sign"] == "~":
        return (mark["amount"] or mark["word"] or "").replace("%", " ")
    return (mark["words"] or mark["word"] or "").strip("&?-+ ")
