"""The few answers that every view gives: refused forms, redirects that htmx follows, the way to sign in."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url

from kitchen.errors import DomainError

UNPROCESSABLE, TOO_MANY = 422, 429


def is_htmx(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))


def refused(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """The form again, with what was typed and a sentence each for what was wrong: 422."""
    return render(request, template, context, status=UNPROCESSABLE)


def for_now(response: HttpResponse, refusal: DomainError | None) -> HttpResponse:
    """The answer to what was refused; with 429 where the same would be taken some seconds later."""
    if refusal is not None and refusal.retry_after is not None:
        response.status_code = TOO_MANY
        response["Retry-After"] = str(refusal.retry_after)
    return response


def go(request: HttpRequest, to: str, *args: Any, **kwargs: Any) -> HttpResponse:
    """A redirect after a change: 303-like for a browser, `HX-Location`-like for htmx, which then loads the page."""
    url = resolve_url(to, *args, **kwargs)
    if is_htmx(request):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return HttpResponseRedirect(url)


def wants_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page and back again."""
    back = request.get_full_path() if request.method == "GET" else "/"
    return go(request, f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': back})}")
