from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from kitchen.home.queries.today import today


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    page = today(request.household, request.user)
    return render(request, "home/today/page.html", {"today": page, "may_undo": not request.membership.is_guest})
