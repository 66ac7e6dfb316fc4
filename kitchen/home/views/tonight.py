from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.home.queries.tonight import tonight
from kitchen.http import is_htmx


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """The dishes alone for Today, which asks for them when it stands; a page of their own without scripts."""
    template = "home/tonight/_dishes.html" if is_htmx(request) else "home/tonight/page.html"
    at_table = request.membership.role in TABLE
    found = tonight(request.household, timezone.localdate(), at_table=at_table)
    return render(request, template, {"tonight": found, "household": request.household, "at_table": at_table})
