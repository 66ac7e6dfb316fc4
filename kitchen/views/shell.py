"""What a browser asks for by itself: manifest, service worker, favicon, and the page for when we cannot be reached."""

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from kitchen import stylesheets, worker_script

LOOK = {"display": "standalone", "background_color": "#fbfaf7", "theme_color": "#1d47ae"}


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """No session, no person: the service worker keeps this page on the device."""
    del request
    return HttpResponse(render_to_string("offline.html"))


@require_safe
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """From `/`, because a worker rules only what is below it. Its last lines change with each release of the pages."""
    del request
    names = " ".join(static(name) for name in stylesheets.linked())
    release = hashlib.sha256(render_to_string("offline.html").encode()).hexdigest()
    script = f"{worker_script.joined()}\n// {names}\n// {release}\n"
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


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
