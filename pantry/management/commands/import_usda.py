from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from kitchen.management.operator import OperatorCommand
from pantry.reference.bringing import bring
from pantry.reference.usda import read_usda


class Command(OperatorCommand):
    help = "Brings in the foods of USDA SR28 with their figures, to be found where the catalogue knows nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder", type=Path, help="where FOOD_DES.txt, FD_GROUP.txt, WEIGHT.txt and NUT_DATA.txt lie"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        bring(read_usda, options["folder"], self.say)
