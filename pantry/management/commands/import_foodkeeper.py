from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from kitchen.management.operator import OperatorCommand
from pantry.reference.bringing import bring
from pantry.reference.foodkeeper import read_foodkeeper


class Command(OperatorCommand):
    help = "Brings in how long foods keep after USDA FoodKeeper."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="its JSON, in either form")

    def handle(self, *_args: Any, **options: Any) -> None:
        bring(read_foodkeeper, options["file"], self.say)
