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
        parser.add_argument("file", nargs="?", type=FileType(encoding="utf-8"), default=sys.stdin)
        parser.add_argument("--json", action="store_true", help="for machines: a list of objects")

    def handle(self, *_args: Any, **options: Any) -> None:
        found = [(name, match(name)) for line in options["file"] if (name := line.strip())]
        if options["json"]:
            self.say(json.dumps([told(name, one) for name, one in found], ensure_ascii=False, indent=2))
            return
        for name, one in found:
            instead = ", ".join(f"{food.name} {confidence}" for food, confidence in one.alternatives)
            self.say(
                f"{name} -> {one.food.name if one.food else 'no food'} {one.confidence} ({instead or 'nothing else'})"
            )


def told(name: str, found: Match) -> dict[str, Any]:
    return {
        "text": name,
        "food": {"id": found.food.id, "name": found.food.name} if found.food else None,
        "confidence": found.confidence,
        "alternatives": [
            {"id": food.id, "name": food.name, "confidence": confidence} for food, confidence in found.alternatives
        ],
    }
