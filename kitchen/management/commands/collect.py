from typing import Any

from kitchen.management.operator import OperatorCommand
from kitchen.server import static


class Command(OperatorCommand):
    help = "Collects the static files where one of them changed; `run` does it by itself."

    def handle(self, *_args: Any, **_options: Any) -> None:
        done = static.ensure_collected()
        self.say("Collected the static files." if done else "The static files are up to date.")
