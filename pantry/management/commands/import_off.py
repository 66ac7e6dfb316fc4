from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from kitchen.management.operator import OperatorCommand
from pantry.reference.bringing import bring
from pantry.reference.off import read_off


class Command(OperatorCommand):
    help = "Brings in products of Open Food Facts with their barcodes and figures."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="its export: CSV or JSON lines, also packed (.gz)")

    def handle(self, *_args: Any, **options: Any) -> None:
        bring(read_off, options["file"], self.say)
