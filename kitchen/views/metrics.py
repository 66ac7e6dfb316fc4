"""For Prometheus: figures of this process and of the queue, to who has the token or asks from a listed address."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from kitchen.seen.metrics import registry

# What a front adds: then the address is the front's, and says nothing of who asks.
PASSED_ON = ("X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "X-Real-Ip", "Via")


@require_safe
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """404 to everybody else, who need not know that there is anything."""
    if not (_has_token(request) or _is_listed(request)):
        return HttpResponseNotFound()
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_PLAIN_0_0_4)


def _has_token(request: HttpRequest) -> bool:
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    wanted = settings.METRICS_TOKEN
    return bool(wanted) and scheme.lower() == "bearer" and constant_time_compare(given.strip(), wanted)


def _is_listed(request: HttpRequest) -> bool:
    """By the address of the connection, which nobody can claim."""
    if any(header in request.headers for header in PASSED_ON):
        return False
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", "").removeprefix("::ffff:"))
    except ValueError:
        return False
    return any(address in ip_network(listed, strict=False) for listed in settings.METRICS_ADDRESSES)
