"""The last gate of every reader: whatever it found comes out plain, bounded and whole."""

from collections.abc import Iterable
from dataclasses import replace

from recipes.importers import clean, lists
from recipes.importers.draft import Draft, Section

TITLE, WORDS, LINE, STEP, LONG = 200, 200, 500, 5000, 10_000
SECTIONS, LINES, TAGS, NUTRIENTS = 60, 500, 40, 40


def tidied(draft: Draft) -> Draft:
    prep, cook, total = draft.prep_minutes, draft.cook_minutes, draft.total_minutes
    return replace(
        draft,
        title=clean.line(draft.title, TITLE),
        description=clean.paragraphs(draft.description, LONG),
        ingredients=_sections(draft.ingredients, LINE),
        steps=lists.unnumbered(_sections(draft.steps, STEP)),
        servings_words=clean.line(draft.servings_words, WORDS),
        total_minutes=total if total is not None else (prep or 0) + (cook or 0) or None,
        image=clean.url(draft.image, draft.source_url),
        author=clean.line(draft.author, WORDS),
        source_url=clean.url(draft.source_url),
        source_name=clean.line(draft.source_name, WORDS),
        cuisine=clean.line(draft.cuisine, WORDS),
        category=clean.line(draft.category, WORDS),
        tags=_tags(draft.tags),
        nutrients=_nutrients(draft.nutrients),
        notes=clean.paragraphs(draft.notes, LONG),
        source_file=clean.line(draft.source_file, WORDS),
    )


def _sections(sections: Iterable[Section], longest: int) -> list[Section]:
    kept: list[Section] = []
    room = LINES
    for section in sections:
        lines = [clean.line(line, longest) for line in section.lines[:room]]
        kept.append(Section(clean.line(section.name, WORDS).rstrip(": "), [line for line in lines if line]))
        room -= len(lines)
    return lists.merged(kept)[:SECTIONS]


def _tags(tags: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for tag in tags:
        line = clean.line(tag, 60).strip(" #,;")
        if line:
            found.setdefault(line.casefold(), line)
    return list(found.values())[:TAGS]


def _nutrients(nutrients: dict[str, str]) -> dict[str, str]:
    found = {clean.line(name, 60): clean.line(value, 60) for name, value in nutrients.items()}
    return dict([(name, value) for name, value in found.items() if name and value][:NUTRIENTS])
