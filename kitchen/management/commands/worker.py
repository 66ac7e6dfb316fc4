import asyncio
import signal
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from prometheus_client import start_http_server

from kitchen import embedded
from kitchen.management.operator import OperatorCommand
from kitchen.seen.metrics import registry


class Command(OperatorCommand):
    help = "Runs the tasks, in a process of its own; `run` has a worker inside unless it is told --web-only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--concurrency", type=int, default=4, help="how many tasks run at once")
        parser.add_argument("--metrics-port", type=int, help="also answer Prometheus there, whoever asks")
        parser.add_argument("--metrics-host", default="localhost", help="the address for that (localhost)")

    def handle(self, *_args: Any, **options: Any) -> None:
        if settings.EMBEDDED:
            embedded.ensure_running()
        if options["metrics_port"]:
            start_http_server(options["metrics_port"], options["metrics_host"], registry)
        asyncio.run(_until_told(options["concurrency"]))
        self.say("Stopped.")


async def _until_told(concurrency: int) -> None:
    from kitchen.server.launcher import LAST_RESORT, end_after
    from kitchen.server.watch import watch
    from kitchen.server.worker import work

    working = asyncio.create_task(work(concurrency))
    watching = asyncio.create_task(watch())

    def stop() -> None:
        end_after(LAST_RESORT)
        watching.cancel()
        working.cancel()

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    await asyncio.wait([working])
