"""What is done to a line of the log before it is written, and the line that each request gets."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

from kitchen.seen.listeners import RequestFigures
from kitchen.seen.probes import PROBES
from kitchen.seen.request_id import KEY
from kitchen.seen.routes import route_of
from kitchen.seen.shy import story_of, without_private

log = structlog.get_logger("kitchen.requests")

Line = MutableMapping[str, Any]
# Set by ourselves, and no secret whatever they are named.
OURS = ("event", "logger", "level", "timestamp", "exception", "exc_info", "stack_info", KEY)


def by_route(_logger: Any, _method: str, line: Line) -> Line:
    """Django names the address of a request at the end of what it says of it, and an address may hold a token."""
    args, record = line.pop("positional_args", ()), line.get("_record")
    if request := getattr(record, "request", None):
        line.setdefault(KEY, getattr(request, KEY, ""))
        if record and isinstance(args, tuple) and args:
            line["event"] = str(record.msg) % (*args[:-1], route_of(request))
    return line


def not_of_probe(record: logging.LogRecord) -> bool:
    """That a process is not ready is told when it begins, and not each time that somebody asks."""
    return getattr(getattr(record, "request", None), "path_info", "") not in PROBES


def with_story(_logger: Any, _method: str, line: Line) -> Line:
    """An exception as text without values."""
    error = line.pop("exc_info", None)
    error = error[1] if isinstance(error, tuple) else error
    error = sys.exception() if error is True else error
    if isinstance(error, BaseException):
        line["exception"] = story_of(error)
    return line


def shy(_logger: Any, _method: str, line: Line) -> Line:
    return {name: value if name in OURS else without_private(value, name) for name, value in line.items()}


def write_request(figures: RequestFigures) -> None:
    """Probes and files of the program are not worth a line."""
    if figures.route == "static" or figures.route.startswith("kitchen:"):
        return
    log.info(
        "request",
        method=figures.method,
        route=figures.route,
        status=figures.status,
        milliseconds=round(figures.seconds * 1000, 1),
        queries=figures.queries,
        household=str(figures.household_id) if figures.household_id else None,
    )
