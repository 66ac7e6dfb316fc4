import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError

from kitchen.errors import DomainError


class OperatorCommand(BaseCommand):
    """A command whose refusals are one sentence on the screen and exit status 1, without a traceback."""

    requires_system_checks: list[str] = []

    def run_from_argv(self, argv: list[str]) -> None:
        try:
            super().run_from_argv(argv)
        except DomainError as refusal:
            self.refuse(str(refusal))
        except OperationalError as error:
            self.refuse(f"The database does not answer ({str(error).strip().splitlines()[-1]}).")

    def refuse(self, sentence: str) -> None:
        self.stderr.write(sentence)
        sys.exit(1)

    def say(self, *parts: Any) -> None:
        self.stdout.write(" ".join(map(str, parts)))
        self.stdout.flush()
