from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from accounts.preferences import preferences_of
from accounts.queries.onboarding import THINGS_KEY
from kitchen.http import is_htmx
from kitchen.ids import new_id
from pantry.answers import varied
from pantry.forms.stock import AddForm
from pantry.queries.day import today_in
from pantry.queries.month import month_of
from pantry.queries.shelves import asked_of, shelves_page
from pantry.services.place import places_of


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """`?place=`, `?q=`, `?page=`: what is here; htmx asks again while somebody types or changes something."""
    household, today = request.household, today_in(request.household)
    asked = asked_of(request.GET, preferences_of(request.user).units)
    places_of(household)
    context = {"shelves": shelves_page(household, asked, today=today), "operation": new_id()}
    if is_htmx(request):
        return varied(render(request, "pantry/home/_shelves.html", context))
    context |= {"form": AddForm(), "month": month_of(household, today)}
    context["kept"] = request.user.preferences.get(THINGS_KEY, [])
    return varied(render(request, "pantry/home/page.html", context))
