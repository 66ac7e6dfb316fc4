"""Logs: a line a thing that happened, readable locally, JSON in production, never a secret or a message's text."""

import logging.config
from typing import Any

import structlog

from kitchen.seen.lines import by_route, not_of_probe, shy, with_story

SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def formatter(*, json: bool) -> logging.Formatter:
    """JSON tells where an exception was raised, and of what it says only what is nobody's; a terminal tells all."""
    renderers: list[Any] = [structlog.dev.ConsoleRenderer(colors=False)]
    if json:
        renderers = [structlog.processors.JSONRenderer()]
    return structlog.stdlib.ProcessorFormatter(
        processors=[
            by_route,
            *([with_story] if json else []),
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            shy,
            *renderers,
        ],
        foreign_pre_chain=SHARED,
        pass_foreign_args=True,
    )


def _with_exception(logger: Any, method: str, line: Any) -> Any:
    """As structlog hands lines on, and the exception where others look for it as well."""
    given, more = structlog.stdlib.ProcessorFormatter.wrap_for_formatter(logger, method, line)
    return given, {**more, "exc_info": line.get("exc_info")}


def configure(options: dict[str, Any]) -> None:
    """`level` of our own loggers, `json` lines or plain ones, `echo` every SQL statement."""
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "filters": {"no probes": {"()": lambda: not_of_probe}},
            "formatters": {"lines": {"()": formatter, "json": options["json"]}},
            "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
            "root": {"handlers": ["console"], "level": "WARNING"},
            "loggers": {
                "kitchen": {"level": options["level"]},
                "django.db.backends": {"level": "DEBUG" if options["echo"] else "WARNING"},
                # Each request has a line of its own there.
                "django.request": {"level": "ERROR" if options["json"] else "WARNING", "filters": ["no probes"]},
            },
        }
    )
    structlog.configure(
        processors=[*SHARED, _with_exception],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
