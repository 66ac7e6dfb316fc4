import json
import sys
from typing import Any

from django.core.management.base import CommandParser

from kitchen.management.operator import OperatorCommand


class Command(OperatorCommand):
    help = "Looks at everything Kitchen stands on, and says what to do; exit status 1 when something has failed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="for machines: a list of check, state and sentence")

    def handle(self, *_args: Any, **options: Any) -> None:
        from kitchen.doctor import State, examine

        failed = False
        rows = []
        for name, finding in examine():
            failed |= finding.state == State.FAIL
            rows.append({"check": name, "state": finding.state, "sentence": finding.sentence})
            if not options["json"]:
                self.say(f"{self._coloured(finding.state)}  {name:<10}  {finding.sentence}")
        if options["json"]:
            self.say(json.dumps(rows, indent=2))
        if failed:
            sys.exit(1)

    def _coloured(self, state: str) -> str:
        colour = {"ok": self.style.SUCCESS, "warn": self.style.WARNING, "fail": self.style.ERROR}[state]
        return colour(f"{state:<4}")
