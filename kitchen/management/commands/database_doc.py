from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from kitchen.paper.database import database_paper


class Command(BaseCommand):
    help = "Tells what is in the database, as docs/database.md does; asks no server."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--write", action="store_true", help="write docs/database.md instead of printing it")

    def handle(self, *args: Any, write: bool = False, **options: Any) -> None:
        del args, options
        if write:
            (settings.BASE_DIR / "docs/database.md").write_text(database_paper(), encoding="utf-8")
        else:
            self.stdout.write(database_paper(), ending="")
