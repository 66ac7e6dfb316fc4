from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import TABLE, HouseholdRequest, open_to
from pantry.answers import system_of
from pantry.queries.day import today_in
from pantry.queries.waste import waste_report


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    report = waste_report(request.household, today_in(request.household), system_of(request))
    return render(request, "pantry/waste/show.html", {"report": report})
