from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from kitchen.http import is_htmx
from kitchen.ids import new_id
from pantry.answers import system_of, varied
from pantry.queries.day import today_in
from pantry.queries.low import running_low


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """What runs low: a fragment for the pantry's page, a page for whoever follows the link."""
    foods = running_low(request.household, today_in(request.household), system_of(request))
    template = "pantry/low/_low.html" if is_htmx(request) else "pantry/low/show.html"
    return varied(render(request, template, {"foods": foods, "operation": new_id()}))
