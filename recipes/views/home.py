from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.http import is_htmx
from pantry.answers import varied
from pantry.queries.day import today_in
from recipes.forms.filters import filters_of
from recipes.forms.ordering import order_of
from recipes.forms.wanted import pairs_of, query_of, wanted_from
from recipes.queries.collection import Collection, collection
from recipes.queries.wanted import Wanted

SEARCH = "dish-search"


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """The dishes that an address asks for; recipes.forms.wanted tells how it does."""
    at_table = request.membership.role in TABLE
    wanted = wanted_from(request.GET, at_table=at_table)
    found = collection(request.household, wanted, today=today_in(request.household), person=request.user)
    here = reverse("recipes:home", args=[request.household.code])
    context = {
        "collection": found,
        "filters": filters_of(wanted, found.facets, found.collections, here, at_table=at_table),
        "order": order_of(wanted, here),
        "leads": leads(found, wanted),
        "typed": [pair for pair in pairs_of(wanted) if pair[0] != "q"],
    }
    return _answer(request, {**context, "wanted": wanted, "here": here, "at_table": at_table})


def leads(found: Collection, wanted: Wanted) -> bool:
    """Whether the first dish is one that there is a reason to cook now."""
    is_first = found.page.number == 1 and wanted.sorted_by == "here" and not wanted.sort.is_reversed
    return is_first and bool(found.cards) and bool(found.cards[0].state)


def _answer(request: HouseholdRequest, context: dict[str, Any]) -> HttpResponse:
    """For htmx the dishes and filters alone. While somebody types the address follows; back leads to before that."""
    wanted: Wanted = context["wanted"]
    query = context["query"] = query_of(wanted)
    context["is_kept"] = any(query == kept for _id, _name, kept in context["collection"].saved)
    if not is_htmx(request):
        return varied(render(request, "recipes/home/page.html", context))
    response = varied(render(request, "recipes/home/answer.html", context))
    htmx: Any = request.htmx  # type: ignore[attr-defined]
    if htmx.trigger == SEARCH:
        begins = wanted.q and "q=" not in (htmx.current_url or "")
        here = f"{context['here']}?{query}" if query else context["here"]
        response["HX-Push-Url" if begins else "HX-Replace-Url"] = here
    return response
