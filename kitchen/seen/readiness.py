"""Whether this process may be sent requests: one look at a time, and for a second the same answer for everybody.

A look has a thread of its own, so that whoever asks waits for a moment only, whatever hangs.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooSlowError
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic

import structlog
from django.db import connections

from kitchen.seen.checks import CHECKS, ON_DATABASE, Part

log = structlog.get_logger("kitchen.seen")

FRESH, PATIENCE = 1.0, 2.5  # seconds
SLOW, UNKNOWN = Part("slow", ready=False), Part("unknown", ready=False)


@dataclass
class Look:
    """What was found so far; a check that has not come back is slow."""

    parts: dict[str, Part] = field(default_factory=lambda: dict.fromkeys(CHECKS, SLOW))
    begun: float = field(default_factory=monotonic)

    @property
    def is_ready(self) -> bool:
        return all(part.ready for part in self.parts.values())

    def take(self) -> None:
        try:
            for name, check in CHECKS.items():
                blind = name in ON_DATABASE and not self.parts["database"].ready
                self.parts[name] = UNKNOWN if blind else check()
        finally:
            connections.close_all()

    @property
    def states(self) -> dict[str, str]:
        return {name: part.state for name, part in self.parts.items()}


class Watch:
    """Takes looks as they are asked for."""

    def __init__(self) -> None:
        self._lock, self._thread = Lock(), ThreadPoolExecutor(1, "kitchen-ready")
        self._look = Look(begun=-FRESH)
        self._taking: Future[None] | None = None
        self._told: bool | None = None

    def look(self) -> Look:
        with self._lock:
            is_over = self._taking is None or self._taking.done()
            if is_over and monotonic() - self._look.begun >= FRESH:
                self._look = Look()
                self._taking = self._thread.submit(self._look.take)
            look, taking = self._look, self._taking
        try:
            if taking:
                taking.result(PATIENCE)
        except TooSlowError:
            pass
        self._tell(look)
        return look

    def _tell(self, look: Look) -> None:
        """A line when it changes, and not one for each probe."""
        with self._lock:
            former, self._told = self._told, look.is_ready
        if former != look.is_ready:
            (log.info if look.is_ready else log.warning)("readiness", ready=look.is_ready, **look.states)


watch = Watch()
