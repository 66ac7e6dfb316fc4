from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import refusing
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import UNPROCESSABLE, go, is_htmx
from kitchen.ids import new_id
from pantry.answers import noticed, varied
from pantry.queries.day import today_in
from shopping.forms.item import LineForm
from shopping.queries.added import said_of
from shopping.queries.again import again
from shopping.services.item import add_items
from shopping.services.list import default_list
from shopping.views.item import say_added
from shopping.views.suggestion import wanted_list
from shopping.wanted import wanted_from_text


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    """Everything that was ever bought, to be put on a list again."""
    kept = wanted_list(request)
    page = again(request.household, request.GET, today_in(request.household))
    template = "shopping/bought/_things.html" if is_htmx(request) else "shopping/bought/index.html"
    context = {"again": page, "page_obj": page.page, "shopping_list": kept, "operation": new_id()}
    return varied(render(request, template, context))


@open_to(*TABLE)
@require_POST
def add(request: HouseholdRequest) -> HttpResponse:
    """One of them, on the list; whoever adds goes on looking for the next."""
    form, kept = LineForm(request.POST), wanted_list(request)
    if form.is_valid():
        with refusing(form):
            wanted, _wrong = wanted_from_text(form.cleaned_data["line"], today=today_in(request.household))
            kept = kept or default_list(request.household, by=request.user)
            done = add_items(kept, wanted, by=request.user, operation=form.deed())
            say_added(request, said_of(request.household, done.items, done.merged, done.operation))
    if is_htmx(request):
        return noticed(request, status=UNPROCESSABLE if form.errors else None)
    to = {"code": request.household.code, **({"id": kept.pk} if kept else {})}
    return go(request, "shopping:list.show" if kept else "shopping:home", **to)
