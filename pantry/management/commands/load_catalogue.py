from typing import Any

from kitchen.management.operator import OperatorCommand
from pantry.catalogue.load import load_catalogue


class Command(OperatorCommand):
    help = "Brings the rows of the food catalogue up to date with its file; migrate and run do it by themselves."

    def handle(self, *_args: Any, **_options: Any) -> None:
        changed = load_catalogue()
        self.say(f"The catalogue is up to date: {changed} rows changed.")
