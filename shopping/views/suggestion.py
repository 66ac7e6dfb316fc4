from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import go, is_htmx
from kitchen.ids import new_id
from pantry.answers import system_of, varied
from pantry.queries.day import today_in
from shopping.forms.which import PutOffForm, WhichForm
from shopping.models import ShoppingList
from shopping.put_off import is_put_off, put_off, recall
from shopping.queries.suggestion import suggestions


def wanted_list(request: HouseholdRequest) -> ShoppingList | None:
    """The list that is named, else the first one; None where there is none yet."""
    form = WhichForm(request.POST or request.GET)
    lists = ShoppingList.objects.filter(household=request.household, archived_at=None)
    id = form.cleaned_data["shopping_list"] if form.is_valid() else None
    return get_object_or_404(lists, pk=id) if id else lists.first()


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    """What may be missing: a fragment for the page of a list, a page for whoever follows the link."""
    return drawn(request, wanted_list(request))


def drawn(request: HouseholdRequest, kept: ShoppingList | None) -> HttpResponse:
    today = today_in(request.household)
    off = is_put_off(request.session, request.household, today)
    found = suggestions(request.household, kept, today, system=system_of(request), put_off=off)
    template = "shopping/suggestion/_suggestions.html" if is_htmx(request) else "shopping/suggestion/index.html"
    context = {"suggestions": found, "shopping_list": kept, "operation": new_id()}
    return varied(render(request, template, context))


@open_to(*TABLE)
@require_POST
def dismiss(request: HouseholdRequest) -> HttpResponse:
    """Not now: for a while it is not suggested to this person on this device."""
    form, kept = PutOffForm(request.POST), wanted_list(request)
    if form.is_valid():
        put_off(request.session, request.household, form.cleaned_data["code"], today_in(request.household))
    return answered(request, kept)


@open_to(*TABLE)
@require_POST
def restore(request: HouseholdRequest) -> HttpResponse:
    """What was put off is suggested again."""
    kept = wanted_list(request)
    recall(request.session, request.household)
    return answered(request, kept)


def answered(request: HouseholdRequest, kept: ShoppingList | None) -> HttpResponse:
    if is_htmx(request):
        return drawn(request, kept)
    return go(request, "shopping:suggestion.index", code=request.household.code)
