"""Reads imported recipes again from their originals. Speaks English: it is for operators."""

from argparse import ArgumentParser
from typing import Any

from accounts.management.households import households
from kitchen.management.operator import OperatorCommand
from recipes.reparse import reparse_household


class Command(OperatorCommand):
    help = "Reads imported recipes again with the readers of now; what people have changed since is left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--household", metavar="ID", help="only this one: its id, or its code as in /h/CODE/")
        parser.add_argument("--dry-run", action="store_true", help="count what would change, and change nothing")

    def handle(self, *_args: Any, **options: Any) -> None:
        for household, by in households(options["household"]):
            told = reparse_household(household, by, dry_run=options["dry_run"])
            would = "would change" if options["dry_run"] else "changed"
            self.say(
                f"{household.code}: {told['changed']} {would}, {told['same']} say the same, {told['own']} are left "
                f"as people changed them, {told['lost']} are not found again in their originals."
            )
