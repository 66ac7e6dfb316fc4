"""How many SQL queries a request takes, told in a header to whoever asks for it."""

from collections.abc import Callable
from typing import Any

from django.db import connections
from django.http import HttpRequest, HttpResponseBase

ASKED, TOLD = "X-Bench-Count", "X-Bench-Queries"
CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class CountMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if ASKED not in request.headers:
            return self.get_response(request)
        asked: list[str] = []

        def count(execute: Callable[..., Any], sql: Any, *rest: Any) -> Any:
            if not str(sql).startswith(CONTROL):
                asked.append(str(sql))
            return execute(sql, *rest)

        with connections["default"].execute_wrapper(count):
            response = self.get_response(request)
        response[TOLD] = str(len(asked))
        return response
