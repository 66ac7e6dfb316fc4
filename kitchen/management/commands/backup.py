import time
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from kitchen.management.operator import OperatorCommand


class Command(OperatorCommand):
    help = "Makes a backup: one file with the database, the media and a manifest; Kitchen may go on meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", default=settings.BACKUP.to, help="a directory, or s3://bucket/prefix (BACKUP_TO)")
        sealed = "encrypt for BACKUP_RECIPIENTS, else by BACKUP_PASSPHRASE; without saying so where one of them is set"
        parser.add_argument("--encrypt", action="store_true", default=settings.BACKUP.sealed, help=sealed)

    def handle(self, *_args: Any, **options: Any) -> None:
        from kitchen.backup.runs import back_up

        began = time.monotonic()
        made = back_up(options["to"], encrypt=options["encrypt"], say=self.say)
        self.say(f"{made.path}: {made.bytes / 1e6:.1f} MB in {time.monotonic() - began:.1f} s.")
