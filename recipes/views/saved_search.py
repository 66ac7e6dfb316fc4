from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.answers import posted, refusing
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.http import go
from recipes.answers import asked
from recipes.forms.saved_search import SavedSearchForm
from recipes.models import SavedSearch
from recipes.services.saved_search import drop_search, save_search


def at_search(request: HouseholdRequest, search: SavedSearch) -> str:
    return f"{reverse('recipes:home', args=[request.household.code])}?{search.query}"


@open_to(*EVERYBODY)
def create(request: HouseholdRequest) -> HttpResponse:
    """A search that somebody looks at now, given a name."""
    at_table = request.membership.role in TABLE
    form = SavedSearchForm(posted(request), query=request.GET.get("query", ""), at_table=at_table)
    if form.is_valid():
        with refusing(form):
            kept = save_search(
                request.household, form.cleaned_data["name"], form.cleaned_data["query"], by=request.user
            )
            messages.success(request, _("“%(name)s” is kept, for you alone.") % {"name": kept.name})
            return go(request, at_search(request, kept))
    return asked(request, "recipes/saved_search/create.html", form)


@open_to(*EVERYBODY)
@require_POST
def delete(request: HouseholdRequest, id: UUID) -> HttpResponse:
    own = SavedSearch.objects.filter(household=request.household, person=request.user)
    search = get_object_or_404(own, pk=id)
    drop_search(search, by=request.user)
    messages.success(request, _("“%(name)s” is not kept any more.") % {"name": search.name})
    return HttpResponseRedirect(at_search(request, search))
