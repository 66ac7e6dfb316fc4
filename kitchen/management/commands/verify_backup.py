import sys
import time
from typing import Any

from django.core.management.base import CommandParser

from kitchen.management.operator import OperatorCommand


class Command(OperatorCommand):
    help = "Restores a backup into a throw-away server and compares; a sentence and exit status 1 for differences."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="a backup, or its s3:// address")
        parser.add_argument("--identity", default="", help="file with the age key of a backup encrypted for recipients")

    def handle(self, *_args: Any, **options: Any) -> None:
        from kitchen.backup.opening import opening_keys
        from kitchen.backup.verifying import verify_backup

        began = time.monotonic()
        differences = verify_backup(options["file"], opening_keys(options["identity"]), say=self.say)
        for sentence in differences:
            self.say(sentence)
        if differences:
            sys.exit(1)
        self.say(f"Every row and every file came back as it was, in {time.monotonic() - began:.1f} s.")
