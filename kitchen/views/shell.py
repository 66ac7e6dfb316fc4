"""What a browser asks for by itself: manifest, service worker, favicon, and the page for when we cannot be reached."""

import hashlib
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from kitchen import stylesheets, worker_script

SCRIPT = "text/javascript; charset=utf-8"
LOOK = {"display": "standalone", "background_color": "#fbfaf7", "theme_color": "#1d47ae"}


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """No session, no person: the service worker keeps this page on the device."""
    del request
    return HttpResponse(render_to_string("offline.html"))


@require_safe
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponseBase:
    """From `/`, because a worker rules only what is below it. Browsers ask for it with every page they open."""
    script, etag = _script.__wrapped__() if settings.DEBUG else _script()
    response = get_conditional_response(request, etag=etag) or HttpResponse(script, content_type=SCRIPT)
    response["ETag"] = etag
    return response


@cache
def _script() -> tuple[bytes, str]:
    """Its last lines change with each release of the pages; and what it is known by."""
    names = " ".join(static(name) for name in stylesheets.linked())
    release = hashlib.sha256(render_to_string("offline.html").encode()).hexdigest()
    script = f"{worker_script.joined()}\n// {names}\n// {release}\n".encode()
    return script, quote_etag(hashlib.sha256(script).hexdigest())


@require_safe
@cache_control(max_age=3600)
def manifest(request: HttpRequest) -> JsonResponse:
    del request
    body = {
        "id": "/",
        "name": gettext("Kitchen"),
        "short_name": gettext("Kitchen"),
        "description": gettext("What is in the kitchen, what to cook from it, and what to buy."),
        "start_url": "/",
        "scope": "/",
        **LOOK,
        "icons": [_icon("icon-192.png", 192), _icon("icon-512.png", 512), _icon("icon-mask-512.png", 512, "maskable")],
        "shortcuts": _shortcuts(),
    }
    return JsonResponse(body, content_type="application/manifest+json")


def _shortcuts() -> list[dict[str, str]]:
    """Past the front door, as the app does not know its household."""
    return [
        {"name": gettext("Add to the shopping list"), "short_name": gettext("Add"), "url": "/?to=shopping#add"},
        {"name": gettext("Shopping"), "url": "/?to=shopping"},
        {"name": gettext("Today"), "url": "/"},
    ]


def _icon(name: str, size: int, purpose: str = "any") -> dict[str, str]:
    return {"src": static(f"icons/{name}"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


@require_safe
@cache_control(max_age=86400)
def favicon(request: HttpRequest) -> HttpResponse:
    del request
    return HttpResponseRedirect(static("icons/icon-48.png"))
