from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError

from kitchen.errors import DomainError
from kitchen.postgres.roles import why


class OperatorCommand(BaseCommand):
    """A command whose refusals are one sentence on the screen and exit status 1, without a traceback."""

    requires_system_checks: list[str] = []

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except OperationalError as error:
            raise DomainError(f"The database does not answer ({why(error)}).") from error

    def say(self, *parts: Any) -> None:
        self.stdout.write(" ".join(map(str, parts)))
        self.stdout.flush()
