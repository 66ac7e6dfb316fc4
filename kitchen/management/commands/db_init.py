from typing import Any

from kitchen.management.operator import OperatorCommand
from kitchen.postgres import roles


class Command(OperatorCommand):
    help = "Makes the database and its roles where they are missing."

    def handle(self, *_args: Any, **_options: Any) -> None:
        done = False
        for sentence in roles.prepare():
            done = True
            self.say(sentence)
        if not done:
            self.say("The database and its roles are there already.")
