from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import TABLE, HouseholdRequest, open_to
from pantry.queries.day import today_in
from shopping.queries.name import find_names


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    """What the end of a line may mean: names, for the list below the line (name-suggest.js)."""
    names = find_names(request.household, request.GET.get("q", ""), today=today_in(request.household))
    return render(request, "shopping/name/_names.html", {"names": names, "of": "found-names"})
