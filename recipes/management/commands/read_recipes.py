"""Shows what would come in from pages and files, without keeping anything. Speaks English: it is for operators."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from kitchen.management.operator import OperatorCommand
from recipes.importers import Draft, Failure, Reading, Section, read_recipes


class Command(OperatorCommand):
    help = "Prints the recipes in files, pages and archives, as they would come in. Keeps nothing, asks no network."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help="files, or folders whose files are all read")
        parser.add_argument("--wild", action="store_true", help="do without the readers for single sites")
        parser.add_argument("--json", action="store_true", help="a line of JSON for each recipe and each failure")

    def handle(self, *_args: Any, paths: list[str], **options: Any) -> None:
        for path in _files(paths):
            reading = read_recipes(path.read_bytes(), name=path.name, wild=options["wild"])
            for line in _as_json(path, reading) if options["json"] else _as_text(path, reading):
                self.stdout.write(line)


def _files(paths: list[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        if not path.exists():
            raise CommandError(f"There is no {path}.")
        yield from sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]


def _as_json(path: Path, reading: Reading) -> Iterator[str]:
    for draft in reading.recipes:
        yield json.dumps({"source_file": str(path), **_told(draft)}, ensure_ascii=False)
    for failure in reading.failures:
        yield json.dumps({"source_file": str(path), "title": failure.name, "error": failure.why}, ensure_ascii=False)


def _told(draft: Draft) -> dict[str, Any]:
    return {
        "member": draft.source_file,
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
        "description": draft.description,
        "author": draft.author,
        "url": draft.source_url,
        "category": draft.category,
        "cuisine": draft.cuisine,
        "tags": draft.tags,
        "nutrients": draft.nutrients,
        "notes": draft.notes,
    }


def _lines(sections: list[Section]) -> list[str]:
    return [line for section in sections for line in section.lines]


def _as_text(path: Path, reading: Reading) -> Iterator[str]:
    yield f"{path}: {len(reading.recipes)} recipes, {len(reading.failures)} failures"
    for draft in reading.recipes:
        yield f"  {draft.title}"
        for section in [*draft.ingredients, *draft.steps]:
            yield from ([f"    {section.name}:"] if section.name else [])
            yield from (f"    - {line}" for line in section.lines)
    for failure in reading.failures:
        yield _failed(failure)


def _failed(failure: Failure) -> str:
    return f"  ! {failure.name}: {failure.why}"
