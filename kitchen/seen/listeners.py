"""Who is told of every request, once it is answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog

from kitchen.registry import Registry

log = structlog.get_logger("kitchen.seen")


@dataclass(frozen=True, slots=True)
class RequestFigures:
    """One request as figures: no address, no person, nothing that was said.

    `route` is the name of a URL, "static" or "none", so there are as many as the program has; `seconds` last until the
    head of the answer is there, `bytes` are those of its body as sent, 0 where it is streamed.
    """

    route: str
    method: str
    status: int
    seconds: float
    queries: int
    query_seconds: float
    bytes: int
    household_id: UUID | None
    at: datetime


# Called on the request's thread, after its transaction and before its answer leaves: whoever writes, writes later.
listeners: Registry[Callable[[RequestFigures], None]] = Registry("listener")


def tell(figures: RequestFigures) -> None:
    """No listener spoils an answer that has been committed."""
    for name, listener in listeners:
        try:
            listener(figures)
        except Exception:
            log.exception("a listener failed", listener=name)
