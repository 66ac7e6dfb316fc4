"""For load balancers and container engines: is this process alive, and may it be sent requests?"""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from kitchen.errors import DomainError
from kitchen.server.migrations import pending

PLAIN = "text/plain; charset=utf-8"


@never_cache
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked, so a slow database restarts no web server."""
    del request
    return HttpResponse("alive\n", content_type=PLAIN)


@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and is of this code's version, else 503; why is told by `manage.py doctor`."""
    del request
    try:
        missing = len(pending("default"))
    except (DatabaseError, DomainError):
        return HttpResponse("not ready: the database\n", content_type=PLAIN, status=503)
    if missing:
        return HttpResponse("not ready: migrations\n", content_type=PLAIN, status=503)
    return HttpResponse("ready\n", content_type=PLAIN)
