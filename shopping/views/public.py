"""The page of a shared list, without an account, for whoever has its link. No search engine keeps it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from accounts.limits import TOO_MANY, Limit, too_many
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, go
from shopping.models import ListLink
from shopping.protocol import NotUnderstoodError
from shopping.queries.public import found_item, opened, queue_of, visitor_page
from shopping.services.item import tick_item, untick_item
from shopping.views.operation import CONFLICT, not_understood, read_request
from shopping.visitors import sync

ROBOTS = "noindex, nofollow, noarchive"
# More than a hand ticks, and more than a device that comes back to a network sends.
CHANGES = Limit("list-link", 120, 60)


def found(token: str) -> ListLink:
    """Revoked, put aside, and never made: not found alike."""
    link = opened(token)
    if link is None:
        raise Http404
    return link


@require_safe
def show(request: HttpRequest, token: str) -> HttpResponse:
    return drawn(request, found(token))


def drawn(request: HttpRequest, link: ListLink, refusal: str = "") -> HttpResponse:
    context = {"page": visitor_page(link), "queue": queue_of(link.token), "refusal": refusal}
    response = render(request, "shopping/public/show.html", context, status=UNPROCESSABLE if refusal else None)
    response["X-Robots-Tag"] = ROBOTS
    return response


@require_POST
def tick(request: HttpRequest, token: str, id: UUID) -> HttpResponse:
    return moved(request, found(token), id, tick_item)


@require_POST
def untick(request: HttpRequest, token: str, id: UUID) -> HttpResponse:
    return moved(request, found(token), id, untick_item)


def moved(request: HttpRequest, link: ListLink, id: UUID, move: Callable[..., Any]) -> HttpResponse:
    """Nobody's tick: whoever is signed in here has come through the visitors' door all the same."""
    item = found_item(link, id)
    if item is None:
        raise Http404
    if CHANGES.reached(request):
        return too_many(request)
    CHANGES.count(request)
    try:
        move(item, by=None, link=link)
    except DomainError as error:
        return drawn(request, link, str(error))
    return go(request, "shopping:public.show", token=link.token)


# Sent by the service worker too, which knows no token.
@csrf_exempt
@require_POST
def operations(request: HttpRequest, token: str) -> HttpResponse:
    """As members send theirs (shopping:operation.create); of this list alone, and only ticks."""
    link = found(token)
    if CHANGES.reached(request):
        return JsonResponse({"why": _("That is too much at once: it goes on in a minute.")}, status=TOO_MANY)
    CHANGES.count(request)
    try:
        message = read_request(request)
    except NotUnderstoodError:
        return not_understood()
    if message.person != queue_of(token):
        return JsonResponse({"why": _("Somebody else is signed in here now.")}, status=CONFLICT)
    return JsonResponse(sync(link, message.operations))
