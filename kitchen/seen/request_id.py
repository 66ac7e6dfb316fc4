"""The id of a request: in its answer, in every line of the log that it causes, and in the tasks that it queues."""

import re
from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from structlog.contextvars import bound_contextvars, get_contextvars

HEADER, KEY = "X-Request-ID", "request_id"
SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")


def new_id() -> str:
    return uuid4().hex


def current_id() -> str:
    """Of the request, socket or task that this is done for; "" where there is none."""
    return str(get_contextvars().get(KEY, ""))


class RequestIdMiddleware:
    """The front's id where there is a front; whoever else sends one is not believed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get(HEADER, "") if settings.BEHIND_PROXY else ""
        id = given if SANE.fullmatch(given) else new_id()
        vars(request)[KEY] = id
        with bound_contextvars(**{KEY: id}):
            response = self.get_response(request)
        response.headers[HEADER] = id
        return response
