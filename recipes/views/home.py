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
from recipes.models import SavedSearch
from recipes.queries.facets import Facets
from recipes.queries.finding import Sort as OldSort
from recipes.queries.recipe import Wanted as OldWanted
from recipes.queries.recipe import recipe_cards
from recipes.queries.wanted import Wanted

SEARCH = "dish-search"


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """The dishes that an address asks for; see recipes.forms.wanted."""
    at_table = request.membership.role in TABLE
    wanted = wanted_from(request.GET, at_table=at_table)
    collection = recipe_cards(request.household, _old(wanted), today=today_in(request.household))
    here = reverse("recipes:home", args=[request.household.code])
    context = {
        "collection": collection,
        "filters": filters_of(wanted, Facets(), here, at_table=at_table),
        "order": order_of(wanted, here),
        "saved": SavedSearch.objects.filter(household=request.household, person=request.user),
        "query": query_of(wanted),
        "typed": pairs_of(wanted),
    }
    return _answer(request, wanted, {**context, "wanted": wanted, "here": here, "at_table": at_table})


def _old(wanted: Wanted) -> OldWanted:
    by = wanted.sort.by if wanted.sort.by in {"here", "name", "newest", "time"} else "here"
    return OldWanted(
        text=wanted.q,
        sort=OldSort(by, wanted.sort.is_reversed),
        max_minutes=wanted.max_minutes,
        tag=next(iter(wanted.tags), ""),
        cookable=wanted.cookable,
        for_everybody=wanted.for_everybody,
        page=wanted.page,
    )


def _answer(request: HouseholdRequest, wanted: Wanted, context: dict[str, object]) -> HttpResponse:
    """For htmx the dishes and filters alone. While one types, the address follows: back leads to before the search."""
    if not is_htmx(request):
        return varied(render(request, "recipes/home/page.html", context))
    response = varied(render(request, "recipes/home/answer.html", context))
    if request.htmx.trigger == SEARCH:  # type: ignore[attr-defined]
        was_searching = "q=" in (request.htmx.current_url or "")  # type: ignore[attr-defined]
        header = "HX-Replace-Url" if was_searching or not wanted.q else "HX-Push-Url"
        response[header] = f"{context['here']}?{context['query']}" if context["query"] else context["here"]
    return response
