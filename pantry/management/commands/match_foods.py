import json
import sys
from argparse import FileType
from typing import Any

from django.core.management.base import CommandParser

from kitchen.management.operator import OperatorCommand
from pantry.matching import Match, match


class Command(OperatorCommand):
    help = "Tells which foods of the catalogue names mean: a name a line, from a file or from what is piped in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", nargs="?", type=FileType(encoding="utf-8", errors="replace"), default=sys.stdin, help="- is a pipe"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def handle(self, *_args: Any, **options: Any) -> None:
        for line in options["file"]:
            if name := line.strip():
                found = match(name)
                self.stdout.write(as_json(name, found) if options["json"] else as_text(name, found))


def as_json(name: str, found: Match) -> str:
    """`food` is null where none is certain enough; the surest alternative comes first."""
    told = {
        "text": name,
        "food": found.food.name if found.food else None,
        "food_id": found.food.id if found.food else None,
        "confidence": found.confidence,
        "alternatives": [
            {"food": food.name, "food_id": food.id, "confidence": confidence} for food, confidence in found.alternatives
        ],
    }
    return json.dumps(told, ensure_ascii=False)


def as_text(name: str, found: Match) -> str:
    instead = ", ".join(f"{food.name} {confidence}" for food, confidence in found.alternatives)
    return f"{name} -> {found.food.name if found.food else 'no food'} {found.confidence} ({instead or 'nothing else'})"
