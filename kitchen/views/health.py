"""For load balancers and container engines: is this process alive, and may it be sent requests?"""

from http import HTTPStatus
from importlib import import_module
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kitchen import tenancy
from kitchen.seen.readiness import watch


@require_safe
@never_cache
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked, so a slow database restarts no web server."""
    del request
    return HttpResponse("alive\n", content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """200 when requests can be answered, else 503; a word for each thing it needs, and its figures for staff."""
    look = watch.look()
    said = {"state": "ready" if look.is_ready else "not ready"}
    told = {**said, "checks": look.states}
    if look.parts["database"].ready and _asked_by_staff(request):
        told["details"] = {name: part.details for name, part in look.parts.items() if part.details}
    return JsonResponse(told, status=HTTPStatus.OK if look.is_ready else HTTPStatus.SERVICE_UNAVAILABLE)


def _asked_by_staff(request: HttpRequest) -> bool:
    """Looked up here, and only for who brings a session: probes run before there are sessions."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if not key:
        return False
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    try:
        if not (person := request.session.get(SESSION_KEY)):
            return False
        with tenancy.scope(person=UUID(person), reads_only=True):
            return bool(getattr(get_user(request), "is_staff", False))
    except DatabaseError:
        return False
