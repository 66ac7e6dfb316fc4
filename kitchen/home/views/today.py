from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from accounts.services.person import remember_household
from kitchen.home.queries.today import today
from kitchen.http import is_htmx
from shopping.queries.ahead import list_ahead

# The card of what is to be bought asks for itself alone: it changes with every tick.
AHEAD = "ahead"


def ahead(request: HouseholdRequest) -> HttpResponse:
    context = {"ahead": list_ahead(request.household), "household": request.household}
    return render(request, "home/today/_ahead.html", context)


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    if is_htmx(request) and request.htmx.target == AHEAD:  # type: ignore[attr-defined]
        return ahead(request)
    remember_household(request.user, request.household)
    page = today(request.household, request.user)
    context = {"today": page, "role": request.membership.role, "household": request.household}
    if is_htmx(request):
        return render(request, "home/today/_board.html", {**context, "out_of_band": True})
    return render(request, "home/today/page.html", context)
