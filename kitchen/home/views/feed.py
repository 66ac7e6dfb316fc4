from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from accounts.models import Activity
from accounts.queries.activity import feed_page, line_of
from accounts.services.activity import undo_activity
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, go, is_htmx, refused

LONGEST_NUMBER = 18


@open_to(*EVERYBODY)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    template = "home/feed/_days.html" if is_htmx(request) else "home/feed/page.html"
    return render(request, template, _feed(request))


@open_to(*TABLE)
@require_POST
def undo(request: HouseholdRequest, id: UUID) -> HttpResponse:
    activity = get_object_or_404(request.household.activities, pk=id)
    try:
        done = undo_activity(activity, by=request.user)
    except DomainError as refusal:
        return _refused(request, activity, str(refusal))
    if is_htmx(request):
        return _line(request, done)
    say_undone(request, done)
    return go(request, came_from(request))


def say_undone(request: HouseholdRequest, activity: Activity) -> None:
    messages.success(request, _("Taken back."))
    for sentence in line_of(activity).stays:
        messages.warning(request, _("Not put back. %(why)s") % {"why": sentence})


def came_from(request: HouseholdRequest) -> str:
    """The room or list where the notice with the undo stood; the feed from a thing's own page, which may have gone."""
    address = urlsplit(request.headers.get("referer", ""))
    feed = reverse("home:feed", kwargs={"code": request.household.code})
    try:
        known = resolve(address.path).kwargs == {"code": request.household.code}
    except Resolver404:
        known = False
    return f"{address.path}?{address.query}".rstrip("?") if known and address.netloc == request.get_host() else feed


def _line(request: HouseholdRequest, activity: Activity, refusal: str = "", status: int = 200) -> HttpResponse:
    context = {
        "line": line_of(activity),
        "role": request.membership.role,
        "household": request.household,
        "refusal": refusal,
    }
    return render(request, "home/feed/_line.html", context, status=status)


def _refused(request: HouseholdRequest, activity: Activity, refusal: str) -> HttpResponse:
    """In the line itself where htmx swaps it, else above the feed."""
    if is_htmx(request):
        return _line(request, activity, refusal, UNPROCESSABLE)
    return refused(request, "home/feed/page.html", {**_feed(request), "refusal": refusal})


def _feed(request: HouseholdRequest) -> dict[str, Any]:
    typed = request.GET.get("before", "")
    before = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_NUMBER else None
    return {"feed": feed_page(request.household, before), "before": before, "role": request.membership.role}
