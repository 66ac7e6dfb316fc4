import signal
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.db import connections

from kitchen.management.operator import OperatorCommand


class Command(OperatorCommand):
    help = "Serves Kitchen: database, migrations, demo data, web server and task worker in one process."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default=settings.HOST, help="address to listen on (HOST)")
        parser.add_argument("--port", type=int, default=settings.PORT, help="port to listen on (PORT)")
        parser.add_argument(
            "--web-only", action="store_true", help="one of several web processes: no migrations, no demo, no worker"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        from kitchen.server import announcement, listening, preparation

        # Before there is a loop that handles it: leave by the exits, so that the database is stopped.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        alone = not options["web_only"]
        sockets = listening.listen(options["host"], options["port"])
        for sentence in preparation.prepare() if alone else preparation.prepare_web():
            self.say(sentence)
        from kitchen.server.launcher import Launcher

        ready = announcement.text(sockets[0].getsockname()[1], with_worker=alone)
        connections.close_all()
        Launcher(sockets, with_worker=alone, when_ready=lambda: self.say(ready)).run()
        self.say("Stopped.")
