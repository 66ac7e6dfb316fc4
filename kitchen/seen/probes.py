"""What machines ask of a process, by whatever name they reach it: no host check, no session, no scope, no cookie."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.urls import resolve

PROBES = frozenset({"/health/live", "/health/ready", "/metrics"})


class ProbeMiddleware:
    """Answers probes before the middleware that is for people."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info not in PROBES:
            return self.get_response(request)
        match = request.resolver_match = resolve(request.path_info)
        answer: HttpResponseBase = match.func(request)
        return answer
