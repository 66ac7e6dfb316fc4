import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandParser
from django.db import OperationalError, connections, transaction

from kitchen.errors import DomainError
from kitchen.management.operator import OperatorCommand
from kitchen.postgres.emptying import OWN, PUBLIC, drop


class Command(OperatorCommand):
    help = "Deletes everything in the database and makes its tables anew; asks before."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *_args: Any, **options: Any) -> None:
        name = settings.DATABASES["owner"]["NAME"]
        if not options["yes"]:
            self._ask(name)
        with transaction.atomic("owner"), connections["owner"].cursor() as cursor:
            # A running Kitchen holds its tables for moments only; one that is in the middle of something is waited for.
            cursor.execute("SET LOCAL lock_timeout = '10s'")
            try:
                cursor.execute(OWN, [PUBLIC])
                for kind, found in cursor.fetchall():
                    cursor.execute(drop(kind, found))
            except OperationalError as error:
                raise DomainError(f"Somebody is using the database {name}: stop Kitchen, then try again.") from error
        call_command("migrate", verbosity=0)
        self.say(f"The database {name} is empty. `make run` or `make db-seed` fill it with the demo household.")

    def _ask(self, name: str) -> None:
        if not sys.stdin.isatty():
            raise DomainError("db_reset deletes everything, so it asks; without a terminal, give it --yes.")
        host = settings.DATABASES["owner"]["HOST"] or settings.VAR_DIR
        answer = input(f"This deletes everything in the database {name} ({host}). Type its name to go on: ")
        if answer.strip() != name:
            raise DomainError("Nothing was deleted.")
