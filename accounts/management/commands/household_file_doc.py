from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from accounts.transfer.paper import told_anew


class Command(BaseCommand):
    help = "Tells the tables of a household's file, as docs/household-file.md does; asks no server."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--write", action="store_true", help="write the paper instead of printing it")

    def handle(self, *_args: Any, write: bool, **_options: Any) -> None:
        place = settings.BASE_DIR / "docs/household-file.md"
        paper = told_anew(place.read_text(encoding="utf-8"))
        if write:
            place.write_text(paper, encoding="utf-8")
        else:
            self.stdout.write(paper, ending="")
