"""One process, one loop: the web server and, unless told otherwise, the task worker."""

import asyncio
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable

from channels.routing import get_default_application

from kitchen.embedded.server import release
from kitchen.server.garbage import leave_out_what_is_loaded
from kitchen.server.watch import watch
from kitchen.server.web import WebServer, loop

logger = logging.getLogger("kitchen.server")

WORKER_GRACE = 4.0  # seconds; above the worker's own
LAST_RESORT = 6.0  # seconds from the signal to the end, whatever hangs


class Launcher:
    """Runs until SIGINT or SIGTERM. `when_ready` is called when pages can be served."""

    def __init__(self, sockets: list[socket.socket], *, with_worker: bool, when_ready: Callable[[], None]) -> None:
        self._web = WebServer(get_default_application(), sockets)
        self._with_worker = with_worker
        self._when_ready = when_ready
        self._worker: asyncio.Task[None] | None = None
        self._watch: asyncio.Task[None] | None = None
        self._stopping: asyncio.Task[None] | None = None

    def run(self) -> None:
        asyncio.set_event_loop(loop())
        for number in (signal.SIGINT, signal.SIGTERM):
            loop().add_signal_handler(number, self._signalled)
        loop().call_soon(self._started)
        self._web.run()

    def _started(self) -> None:
        leave_out_what_is_loaded(loop())
        self._watch = loop().create_task(watch())
        if self._with_worker:
            from kitchen.server.worker import work

            self._worker = loop().create_task(work())
        self._when_ready()

    def _signalled(self) -> None:
        if self._stopping:
            end_now()
        end_after(LAST_RESORT)
        self._stopping = loop().create_task(self._stop())

    async def _stop(self) -> None:
        ends = [self._web.wind_down()]
        if self._watch:
            self._watch.cancel()
        if self._worker:
            # Its connection that listens is cut off in the middle, which the pool would remark on.
            logging.getLogger("psycopg.pool").setLevel(logging.ERROR)
            self._worker.cancel()
            ends.append(_ended(self._worker))
        for result in await asyncio.gather(*ends, return_exceptions=True):
            if isinstance(result, Exception):
                logger.error("Stopping was not smooth: %r", result)
        self._web.stop()


async def _ended(task: "asyncio.Task[None]") -> None:
    await asyncio.wait([task], timeout=WORKER_GRACE)


def end_after(seconds: float) -> None:
    """A thread that never ends (a query that hangs, say) must not keep the process: end it from outside."""
    timer = threading.Timer(seconds, end_now)
    timer.daemon = True
    timer.start()


def end_now() -> None:
    """Stop the database, which would stay behind, and leave without waiting for anything else."""
    logger.warning("Something did not end in time; leaving without it.")
    release()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
