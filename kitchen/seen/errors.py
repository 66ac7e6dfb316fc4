"""Errors sent to Sentry, or what speaks like it, where SENTRY_DSN names it: where and what, and nothing of anybody."""

import logging
import re
from typing import Any

from django.conf import settings

from kitchen.seen.request_id import KEY, current_id
from kitchen.seen.shy import KEPT_OUT, chain_of, sentence_of, without_private

LITERAL = re.compile(r"'(?:[^']|'')*'")
OF_CRUMB = ("type", "category", "level", "timestamp")
OF_CALL = ("method", "http.method", "status_code", "http.response.status_code")


def start() -> None:
    """The package is imported here alone: without it nothing of it is there."""
    if not settings.SENTRY_DSN:
        return
    import sentry_sdk
    from sentry_sdk.integrations.django import DjangoIntegration
    from sentry_sdk.integrations.logging import LoggingIntegration

    sentry_sdk.init(
        dsn=settings.SENTRY_DSN,
        environment=settings.SENTRY_ENVIRONMENT,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        auto_enabling_integrations=False,
        integrations=[
            DjangoIntegration(transaction_style="function_name", middleware_spans=False),
            LoggingIntegration(level=None, event_level=logging.ERROR),
        ],
        before_send=shy_event,
        before_breadcrumb=shy_crumb,
    )


def shy_event(event: Any, hint: dict[str, Any]) -> Any:
    request = event.pop("request", {})
    if method := request.get("method"):
        event["request"] = {"method": method}
    if event.get("transaction_info", {}).get("source") == "url":
        event["transaction"] = "none"
    for private in ("user", "extra"):
        event.pop(private, None)
    event.setdefault("tags", {})[KEY] = current_id()
    _tell_line(event, hint.get("log_record"))
    _tell_exceptions(event, hint.get("exc_info"))
    return event


def _tell_line(event: Any, record: logging.LogRecord | None) -> None:
    """What was logged as an error: its words without what was put into them, and what stands beside them."""
    if record is None:
        return
    line = record.msg if isinstance(record.msg, dict) else {"event": str(record.msg)}
    event["logentry"] = {"message": line["event"]}
    event["extra"] = without_private({name: value for name, value in line.items() if name not in ("event", "exc_info")})


def _tell_exceptions(event: Any, exc_info: Any) -> None:
    told = {(type(one).__name__, str(one)): sentence_of(one) for one in chain_of(exc_info[1] if exc_info else None)}
    for value in event.get("exception", {}).get("values", ()):
        value["value"] = told.get((value.get("type"), value.get("value")), "")
        for frame in (value.get("stacktrace") or {}).get("frames", ()):
            frame.pop("vars", None)


def shy_crumb(crumb: Any, _hint: dict[str, Any]) -> Any:
    """Statements without what was put into them; calls to others without their address."""
    kept = {name: crumb[name] for name in OF_CRUMB if name in crumb}
    if crumb.get("category") == "query":
        kept["message"] = LITERAL.sub(KEPT_OUT, crumb.get("message") or "")
    elif crumb.get("category") == "httplib":
        kept["data"] = {name: value for name, value in crumb.get("data", {}).items() if name in OF_CALL}
    else:
        return None
    return kept
