"""Error pages: no database, no context processors, so they also come when nothing else does."""

import errno
import sys

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from kitchen.embedded.faults import EmbeddedError

# Seconds; about what a burst of changes takes to be written.
RETRY_AFTER = "5"
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


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
    """Busy rather than broken where the database is away, all connections to it are taken, or a disk is full."""
    error = sys.exception()
    if isinstance(error, OperationalError | EmbeddedError) or lacks_room(error):
        return busy(request)
    return _page("500.html", 500)


def lacks_room(error: BaseException | None) -> bool:
    """Whether a disk is full, or what may be laid on it is used up."""
    return isinstance(error, OSError) and error.errno in NO_ROOM


def busy(request: HttpRequest) -> HttpResponse:
    """Nothing of what was asked has been done; asked again in a while it can be."""
    del request
    page = _page("503.html", 503)
    page["Retry-After"] = RETRY_AFTER
    return page


def conflict(request: HttpRequest, sentence: str = "") -> HttpResponse:
    """What was asked for cannot stand beside what is there; nothing was saved. `sentence` says why, where one knows."""
    del request
    return _page("409.html", 409, sentence=sentence)
