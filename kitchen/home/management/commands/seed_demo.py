from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext

from kitchen.home.demo import fill


class Command(BaseCommand):
    help = "Fills the database with the demo people and their two households; run again, it adds what is missing."
    requires_migrations_checks = True

    def handle(self, *_args: Any, **options: Any) -> None:
        if settings.MODE != "local":
            raise CommandError(gettext("The demo people have a known password, so they are only made with MODE=local."))
        for line in fill():
            if options["verbosity"]:
                self.stdout.write(line)
