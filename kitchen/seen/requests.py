"""Measures each request once, around everything else, and tells the listeners."""

from collections.abc import Callable
from time import perf_counter
from typing import cast

from django.db import connection
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from kitchen.postgres.base import DatabaseWrapper
from kitchen.seen.listeners import RequestFigures, tell
from kitchen.seen.routes import route_of

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class FiguresMiddleware:
    """First of all middleware, so that it sees the whole of a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        counted = cast("DatabaseWrapper", connection).counted
        at, began, queries, seconds = timezone.now(), perf_counter(), counted.queries, counted.seconds
        response = self.get_response(request)
        household = getattr(request, "household", None)
        tell(
            RequestFigures(
                route=route_of(request),
                method=request.method if request.method in METHODS else "OTHER",
                status=int(response.status_code),
                seconds=perf_counter() - began,
                queries=counted.queries - queries,
                query_seconds=counted.seconds - seconds,
                bytes=int(response.headers.get("Content-Length", 0)),
                household_id=household.pk if household else None,
                at=at,
            )
        )
        return response
