"""Error pages: no database, no context processors, so they also come when nothing else does."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


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
    del request
    return _page("500.html", 500)


def conflict(request: HttpRequest, sentence: str = "") -> HttpResponse:
    """What was asked for cannot stand beside what is there; nothing was saved. `sentence` says why, where one knows."""
    del request
    return _page("409.html", 409, sentence=sentence)
