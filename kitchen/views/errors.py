"""Error pages: no database, no context processors, so they also come when nothing else does."""

import sys

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

# Seconds; about what a burst of changes takes to be written.
RETRY_AFTER = "5"


def _page(template: str, status: int, **context: str) -> HttpResponse:
    return HttpResponse(render_to_string(template, context), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del request, exception
    return _page("400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del request, exception
    return _page("403.html", 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    del request, reason
    return _page("403_csrf.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del request, exception
    return _page("404.html", 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Busy rather than broken where the database is away, or all connections to it are taken: devices try again."""
    del request
    if isinstance(sys.exception(), OperationalError):
        busy = _page("503.html", 503)
        busy["Retry-After"] = RETRY_AFTER
        return busy
    return _page("500.html", 500)


def conflict(request: HttpRequest, sentence: str = "") -> HttpResponse:
    """What was asked for cannot stand beside what is there; nothing was saved. `sentence` says why, where one knows."""
    del request
    return _page("409.html", 409, sentence=sentence)
