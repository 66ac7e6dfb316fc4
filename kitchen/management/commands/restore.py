import sys
import time
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from kitchen.errors import DomainError
from kitchen.management.operator import OperatorCommand


class Command(OperatorCommand):
    help = "Puts a backup in the place of everything in the database and the media; asks, and keeps what is there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="a backup, or its s3:// address")
        parser.add_argument("--identity", default="", help="file with the age key of a backup encrypted for recipients")
        parser.add_argument("--yes", action="store_true", help="do not ask")
        parser.add_argument("--no-keep", action="store_true", help="make no backup of what is there, when it is broken")

    def handle(self, *_args: Any, **options: Any) -> None:
        from kitchen.backup.opening import opening_keys
        from kitchen.backup.restoring import restore

        if not options["yes"]:
            self._ask()
        began = time.monotonic()
        restore(options["file"], opening_keys(options["identity"]), keep=not options["no_keep"], say=self.say)
        self.say(f"Restored in {time.monotonic() - began:.1f} s. `manage.py doctor` looks whether all is well.")

    def _ask(self) -> None:
        if not sys.stdin.isatty():
            raise DomainError("restore replaces everything, so it asks; without a terminal, give it --yes.")
        name = settings.DATABASES["owner"]["NAME"]
        host = settings.DATABASES["owner"]["HOST"] or settings.VAR_DIR
        answer = input(f"This replaces everything in the database {name} ({host}). Stop Kitchen, and type its name: ")
        if answer.strip() != name:
            raise DomainError("Nothing was touched.")
