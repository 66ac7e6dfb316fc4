from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from kitchen.http import is_htmx
from pantry.answers import varied
from pantry.queries.day import today_in
from pantry.queries.month import NAMED, month_of

MOST = 60


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """What became of the food this month; the page of the pantry takes the first lines of it beside the shelves."""
    beside = is_htmx(request)
    month = month_of(request.household, today_in(request.household), named=NAMED if beside else MOST)
    template = "pantry/month/_month.html" if beside else "pantry/month/show.html"
    return varied(render(request, template, {"month": month}))
