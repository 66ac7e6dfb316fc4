from typing import Any

from kitchen.management.operator import OperatorCommand
from kitchen.server import preparation


class Command(OperatorCommand):
    help = "Migrates, fills an empty database with the demo household, collects the static files; `run` calls it."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for sentence in preparation.set_up():
            self.say(sentence)
