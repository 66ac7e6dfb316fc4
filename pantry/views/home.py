from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from accounts.queries.onboarding import THINGS_KEY
from kitchen.http import is_htmx
from kitchen.ids import new_id
from pantry.answers import system_of, varied
from pantry.forms.stock import AddForm
from pantry.queries.asked import asked_of
from pantry.queries.day import today_in
from pantry.queries.shelves import shelves_page
from pantry.services.place import places_of

# What the rows that are loaded at the end of a page take the place of.
REST = "rest"


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """`?by=&place=&storage=&category=&state=&q=&page=`: what is here; htmx asks again for the shelves alone."""
    household, asked = request.household, asked_of(request.GET, system_of(request))
    shelves = shelves_page(household, asked, today=today_in(household), places=places_of(household))
    context: dict[str, Any] = {"shelves": shelves}
    if is_htmx(request):
        target = request.htmx.target or ""  # type: ignore[attr-defined]
        template = "pantry/home/_rest.html" if target.startswith(REST) else "pantry/home/_shelves.html"
        return varied(render(request, template, context))
    context |= {"form": AddForm(), "operation": new_id(), "kept": request.user.preferences.get(THINGS_KEY, [])}
    return varied(render(request, "pantry/home/page.html", context))
