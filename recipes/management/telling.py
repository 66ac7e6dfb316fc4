"""What an importer read, for a terminal or another program. English: it is for operators."""

import json
from collections.abc import Iterator
from typing import Any

from recipes.importers import Draft, Failure, Section


def as_json(path: str, found: Draft | Failure) -> str:
    """One line; amounts of time are minutes, nutrients have the names of schema.org."""
    if isinstance(found, Failure):
        return json.dumps({"source_file": path, "title": found.name, "error": found.why}, ensure_ascii=False)
    return json.dumps({"source_file": path, **_told(found)}, ensure_ascii=False)


def _told(draft: Draft) -> dict[str, Any]:
    return {
        "member": draft.original.member or draft.source_file,
        "title": draft.title,
        "ingredients": _lines(draft.ingredients),
        "instructions": _lines(draft.steps),
        "ingredient_sections": [[section.name, section.lines] for section in draft.ingredients],
        "instruction_sections": [[section.name, section.lines] for section in draft.steps],
        "yields": draft.servings_words,
        "servings": None if draft.servings is None else str(draft.servings),
        "prep_time": draft.prep_minutes,
        "cook_time": draft.cook_minutes,
        "total_time": draft.total_minutes,
        "image": draft.image,
        "pictures": [picture.url or picture.name for picture in draft.pictures],
        "description": draft.description,
        "author": draft.author,
        "url": draft.source_url,
        "category": draft.category,
        "cuisine": draft.cuisine,
        "tags": draft.tags,
        "collections": draft.collections,
        "equipment": draft.equipment,
        "nutrients": draft.nutrients,
        "notes": draft.notes,
        "rating": None if draft.rating is None else str(draft.rating),
        "favourite": draft.favourite,
        "created": None if draft.created is None else draft.created.isoformat(),
        "comments": [[one.author, one.text] for one in draft.comments],
    }


def _lines(sections: list[Section]) -> list[str]:
    return [line for section in sections for line in section.lines]


def as_text(found: Draft | Failure) -> Iterator[str]:
    if isinstance(found, Failure):
        yield f"  ! {found.name}: {found.why}"
        return
    yield f"  {found.title}"
    for section in [*found.ingredients, *found.steps]:
        yield from ([f"    {section.name}:"] if section.name else [])
        yield from (f"    - {line}" for line in section.lines)
