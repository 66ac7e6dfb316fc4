from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from accounts.doors import TABLE, HouseholdRequest, open_to
from accounts.preferences import preferences_of
from recipes.content import LONGEST_INGREDIENT, MOST_INGREDIENTS
from recipes.queries.meaning import meanings


@open_to(*TABLE)
@require_POST
def read(request: HouseholdRequest) -> HttpResponse:
    """What each `line` would mean, in their order; nothing is kept."""
    lines = [line[:LONGEST_INGREDIENT] for line in request.POST.getlist("line")[:MOST_INGREDIENTS]]
    found = meanings(lines, preferences_of(request.user).units)
    return render(request, "recipes/line/_meanings.html", {"meanings": found})
