"""From a list in memory into the database, by a thread that begins with the first figures of its process."""

import threading
import time
from collections import deque
from collections.abc import Iterable

import structlog
from django.db import DatabaseError, connection

from kitchen.figures.measuring import metric, of_process
from kitchen.figures.sampling import row_of
from kitchen.models import ApiRequest, PerformanceMetric
from kitchen.seen.listeners import RequestFigures

log = structlog.get_logger("kitchen.figures")
ROOM = 5000  # rows that wait; some 3 MB
PAUSE = 5.0  # seconds
MINUTE = 60.0
BATCH = 500


class Writer:
    """The rows of one process that wait. `dropped` counts those that were given up."""

    def __init__(self, room: int = ROOM) -> None:
        self._waiting: deque[ApiRequest] = deque()
        self._room = room
        self._begins = threading.Lock()
        self._thread: threading.Thread | None = None
        self.dropped = 0

    @property
    def runs(self) -> bool:
        return self._thread is not None

    def hear(self, figures: RequestFigures) -> None:
        """On the thread of the request: puts the row aside, and no more."""
        row = row_of(figures)
        if row is None:
            return
        if len(self._waiting) < self._room:
            self._waiting.append(row)
        else:
            self.dropped += 1
        if not self.runs:
            self._begin()

    def write(self, metrics: Iterable[PerformanceMetric] = ()) -> int:
        """All that waits; how many requests were written. What the database refuses is given up."""
        rows = [self._waiting.popleft() for _ in range(len(self._waiting))]
        try:
            ApiRequest.objects.bulk_create(rows, batch_size=BATCH)
            PerformanceMetric.objects.bulk_create(metrics)
        except DatabaseError as error:
            self.dropped += len(rows)
            log.warning("figures were not written", rows=len(rows), error=str(error).strip())
            return 0
        return len(rows)

    def _begin(self) -> None:
        with self._begins:
            if not self.runs:
                self._thread = threading.Thread(target=self._go_on, name="kitchen-figures", daemon=True)
                self._thread.start()

    def _go_on(self) -> None:
        measured = 0.0
        while True:
            time.sleep(PAUSE)
            due = time.monotonic() - measured >= MINUTE
            if due:
                measured = time.monotonic()
            try:
                self.write([*of_process("web"), metric("web.dropped", self.dropped)] if due else ())
            except Exception:
                log.exception("figures were not written")
            finally:
                connection.close()


writer = Writer()
