"""Where runs are performed: one thread with its own event loop in each process, apart from requests and sockets.

What a run needs is loaded with the first of them: the library of agents takes more memory than all pages.
"""

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any

import structlog
from asgiref.sync import ThreadSensitiveContext, async_to_sync

from chat.runs.reach import Ref
from chat.runs.turns import starts_runs

log = structlog.get_logger("kitchen.chat")

# Each run that is being written holds a connection for moments only, and a thread; a model at home has a queue itself.
MOST_AT_ONCE = 64


class Runner:
    """Starts its thread with the first run."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._turns = asyncio.Semaphore(MOST_AT_ONCE)

    def start(self, ref: Ref) -> Future[None]:
        """Perform the run soon; returns at once."""
        return asyncio.run_coroutine_threadsafe(self._perform(ref), self._running())

    def also(self, work: Coroutine[Any, Any, None]) -> Future[None]:
        """Something else that waits for a model, beside the runs."""
        return asyncio.run_coroutine_threadsafe(work, self._running())

    def stop(self) -> None:
        """End the thread; what it was writing is settled when its lease is over."""
        with self._lock:
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._loop.stop)
                self._loop = None

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=self._loop.run_forever, name="kitchen-runs", daemon=True).start()
            return self._loop

    async def _perform(self, ref: Ref) -> None:
        from chat.runs.perform import perform

        # A context of its own gives each run one thread for the database, which nothing else waits for.
        async with self._turns, ThreadSensitiveContext():
            try:
                await perform(ref)
            except Exception:
                log.exception("run broken", run=str(ref.run))


runner = Runner()


@starts_runs
def begin(ref: Ref) -> None:
    runner.start(ref)


def run_now(ref: Ref) -> None:
    """Perform the run in this thread, on its connection: for commands and tests."""
    from chat.runs.perform import perform

    async_to_sync(perform)(ref)
