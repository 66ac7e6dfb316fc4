"""MasterCook's text (mxp): a table of amount, measure and ingredient, then paragraphs."""

import re
from collections.abc import Iterator

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Failure
from recipes.importers.files.amounts import line_of
from recipes.importers.files.batch import one_by_one
from recipes.importers.source import Source

START = re.compile(r"^\s*\*\s*Exported\s+from\s+MasterCook.*$", re.IGNORECASE | re.MULTILINE)
HEAD = re.compile(r"^(Recipe By|Serving Size|Categories)\s*:\s*(.*)$", re.IGNORECASE)
PREPARATION = re.compile(r"Preparation Time\s*:\s*([\d:]+)", re.IGNORECASE)
RULE = re.compile(r"^-{4,}\s+-{4,}\s+-{4,}\s*$")
END = re.compile(r"^\s*(?:- ){5,}-?\s*$")


def fits(source: Source) -> bool:
    return bool(START.search(source.head[:2000]))


def read(source: Source) -> Iterator[Draft | Failure]:
    text = source.text.replace("\r\n", "\n").replace("\r", "\n")
    return one_by_one(START.split(text)[1:], lambda part: [_draft(part)], lambda part: part.strip()[:80].split("\n")[0])


def _draft(text: str) -> Draft:
    lines = text.expandtabs().split("\n")
    rule = next((at for at, line in enumerate(lines) if RULE.match(line)), len(lines))
    head = {found.group(1).lower(): found.group(2).strip() for line in lines[:rule] if (found := HEAD.match(line))}
    blank = next((at for at in range(rule + 1, len(lines)) if not lines[at].strip()), len(lines))
    end = next((at for at in range(blank, len(lines)) if END.match(lines[at])), len(lines))
    words, _space, _rest = head.get("serving size", "").partition(" ")
    preparation = PREPARATION.search(text)
    return Draft(
        title=next((line.strip() for line in lines if line.strip()), ""),
        ingredients=lists.sections(_ingredients(lines[rule:blank])),
        steps=lists.sections(_paragraphs(lines[blank:end])),
        servings=figures.servings(words),
        servings_words=words.strip("0"),
        prep_minutes=figures.minutes(preparation.group(1)) if preparation else None,
        author="" if head.get("recipe by", "n/a").lower() == "n/a" else head["recipe by"],
        tags=re.split(r"\s{2,}|,", head.get("categories", "")),
        notes="\n".join(line.strip() for line in lines[end + 1 :]),
    )


def _ingredients(lines: list[str]) -> list[str]:
    """By the columns that the rule under the table's head draws."""
    if not lines:
        return []
    starts = [found.start() for found in re.finditer(r"-+", lines[0])]
    return [
        line_of(line[: starts[1]], line[starts[1] : starts[2]], *_named(line[starts[2] :]))
        for line in lines[1:]
        if clean.line(line)
    ]


def _named(told: str) -> tuple[str, str]:
    name, _dashes, note = told.partition(" -- ")
    return name, note


def _paragraphs(lines: list[str]) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", "\n".join(lines)) if part.strip()]
