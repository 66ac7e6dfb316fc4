"""The last gate of every reader: whatever it found comes out plain, bounded and whole."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Comment, Cooked, Draft, Picture, Section

TITLE, WORDS, LINE, STEP, LONG, SHORT, NAME = 200, 200, 500, 5000, 10_000, 100, 80
SECTIONS, LINES, TAGS, NUTRIENTS, TOOLS, PICTURES, COMMENTS, TIMES = 60, 500, 40, 40, 40, 12, 200, 1000
ONE_LINE = {
    "emoji": 8, "yields": WORDS, "author": WORDS, "source_name": WORDS, "cuisine": WORDS, "category": WORDS,
    "source_file": WORDS,
}  # fmt: skip
STARS, HARDEST = 5, 5


def tidied(draft: Draft) -> Draft:
    prep, cook, total = draft.prep_minutes, draft.cook_minutes, draft.total_minutes
    words = clean.line(draft.servings_words, WORDS)
    one_line: dict[str, Any] = {name: clean.line(getattr(draft, name), most) for name, most in ONE_LINE.items()}
    steps = _sections(draft.steps, STEP)
    marks = "" if draft.exact else " #,;"
    return replace(
        draft,
        title=clean.line(draft.title, TITLE),
        description=clean.paragraphs(draft.description, LONG),
        ingredients=_sections(draft.ingredients, LINE),
        steps=steps if draft.exact else lists.unnumbered(steps),
        servings_words=words,
        servings_of=clean.line(draft.servings_of or figures.counted(words), SHORT),
        total_minutes=total if total is not None else (prep or 0) + (cook or 0) + (draft.rest_minutes or 0) or None,
        difficulty=draft.difficulty if draft.difficulty in range(1, HARDEST + 1) else None,
        image=clean.url(draft.image, draft.source_url),
        pictures=_pictures(draft.pictures, draft.source_url),
        source_url=clean.url(draft.source_url),
        tags=_names(draft.tags, TAGS, marks),
        collections=_names(draft.collections, TAGS, marks),
        equipment=_names(draft.equipment, TOOLS, marks),
        nutrients=_nutrients(draft.nutrients),
        notes=clean.paragraphs(draft.notes, LONG),
        rating=draft.rating if draft.rating is not None and 0 < draft.rating <= STARS else None,
        comments=_comments(draft.comments),
        cooked=[_cooked(one) for one in draft.cooked[:TIMES]],
        **one_line,
    )


def _sections(sections: Iterable[Section], longest: int) -> list[Section]:
    kept: list[Section] = []
    room = LINES
    for section in sections:
        lines = [clean.line(line, longest) for line in section.lines[:room]]
        kept.append(Section(clean.line(section.name, WORDS).rstrip(": "), [line for line in lines if line]))
        room -= len(lines)
    return lists.merged(kept)[:SECTIONS]


def _names(names: Iterable[str], most: int, marks: str) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        line = clean.line(name, NAME).strip(marks or None)
        if line:
            found.setdefault(line.casefold(), line)
    return list(found.values())[:most]


def _nutrients(nutrients: dict[str, str]) -> dict[str, str]:
    found = {clean.line(name, SHORT): clean.line(value, SHORT) for name, value in nutrients.items()}
    return dict([(name, value) for name, value in found.items() if name and value][:NUTRIENTS])


def _pictures(pictures: Iterable[Picture], base: str) -> list[Picture]:
    """Those that have bytes or an address, each once."""
    found: dict[object, Picture] = {}
    for one in pictures:
        name, alt = clean.line(one.name, WORDS), clean.line(one.alt, WORDS)
        kept = replace(one, name=name, alt=alt, url=clean.url(one.url, base))
        if kept.data or kept.url:
            found.setdefault(kept.url or kept.name or kept.data, kept)
    return list(found.values())[:PICTURES]


def _comments(comments: Iterable[Comment]) -> list[Comment]:
    kept = [Comment(clean.line(one.author, WORDS), clean.paragraphs(one.text, LONG), one.day) for one in comments]
    return [one for one in kept if one.text][:COMMENTS]


def _cooked(one: Cooked) -> Cooked:
    servings = one.servings if one.servings is not None and 0 < one.servings <= Decimal(figures.MOST) else None
    return Cooked(one.day, servings, clean.paragraphs(one.note, LONG))
