from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands.migrate import Command as Migrate

from kitchen.quick_states import quick_states
from kitchen.reference import renew
from kitchen.tenancy.install import install_walls


class Command(Migrate):
    """Django's own, as the owner, then the walls, as the doors' role owns no table, and what comes with the code."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args: Any, **options: Any) -> None:
        options["database"] = "owner"
        with quick_states():
            super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"]):
            install_walls()
            if not options["app_label"]:
                renew()
