from argparse import ArgumentParser
from typing import Any

from accounts.management.households import households
from kitchen.management.operator import OperatorCommand
from recipes.services.reindexing import renew_household, renew_missing


class Command(OperatorCommand):
    help = "Packs and words recipes where that is missing; with --household all recipes of one, anew."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--household", metavar="ID", help="its id, or its code as in the address: /h/CODE/")

    def handle(self, *_args: Any, **options: Any) -> None:
        if not options["household"]:
            self.say(f"{renew_missing()} recipes were missing.")
            return
        for household, _owner in households(options["household"]):
            self.say(f"{renew_household(household)} recipes of {household.name} are packed and worded.")
