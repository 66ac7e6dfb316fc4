from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.http import is_htmx
from pantry.queries.day import today_in
from recipes.forms.wanted import wanted_from
from recipes.queries.recipe import recipe_cards


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """`?q=&tag=&max_minutes=&cookable=1&for_everybody=1&sort_by=&order=desc&page=`"""
    at_table = request.membership.role in TABLE
    wanted = wanted_from(request.GET, at_table=at_table)
    collection = recipe_cards(request.household, wanted, today=today_in(request.household))
    template = "recipes/home/_results.html" if is_htmx(request) else "recipes/home/page.html"
    return render(request, template, {"wanted": wanted, "collection": collection, "at_table": at_table})
