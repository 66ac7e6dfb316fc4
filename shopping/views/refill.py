from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from accounts.answers import answer, posted, refusing
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import UNPROCESSABLE, go, is_htmx
from pantry.answers import noticed, system_of
from pantry.forms.several import SeveralForm
from pantry.queries.day import today_in
from shopping.forms.refill import RefillForm
from shopping.models import ShoppingList
from shopping.queries.added import said_of
from shopping.queries.refill import refill_page, wanted_of
from shopping.services.item import add_items
from shopping.services.list import default_list
from shopping.views.item import say_added


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    """What runs low, looked at and chosen with amounts; or what was chosen on the shelves, without looking."""
    if request.method == "POST" and "looked" not in request.POST:
        return from_shelves(request)
    page = refill_page(request.household, today_in(request.household), system_of(request))
    form = RefillForm(posted(request), page=page)
    if form.is_valid():
        with refusing(form):
            kept = chosen_list(request, page.lists, form.cleaned_data["shopping_list"])
            done = add_items(kept, form.wanted(), by=request.user, operation=form.deed())
            say_added(request, said_of(request.household, done.items, done.merged, done.operation))
            if not done.items:
                messages.info(request, _("Nothing was put on the list: nothing was chosen, or it is there already."))
            return go(request, "shopping:list.show", code=request.household.code, id=kept.pk)
    return answer(request, "shopping/refill/create.html", form, page=page)


def chosen_list(request: HouseholdRequest, lists: list[ShoppingList], chosen: str) -> ShoppingList:
    ours = (one for one in lists if chosen in ("", str(one.pk)))
    return next(ours, None) or default_list(request.household, by=request.user)


def from_shelves(request: HouseholdRequest) -> HttpResponse:
    """On the first list, to be bought again."""
    form = SeveralForm(request.POST)
    if form.is_valid() and (wanted := wanted_of(request.household, form.ids)):
        with refusing(form):
            kept = default_list(request.household, by=request.user)
            done = add_items(kept, wanted, by=request.user, operation=form.deed())
            say_added(request, said_of(request.household, done.items, done.merged, done.operation))
            return answered(request) or go(request, "shopping:list.show", code=request.household.code, id=kept.pk)
    messages.warning(request, form.sentence())
    return answered(request, UNPROCESSABLE) or go(request, "pantry:home", code=request.household.code)


def answered(request: HouseholdRequest, status: int | None = None) -> HttpResponse | None:
    """By htmx a notice, as the shelves are still there, where nothing is chosen any more; else nothing."""
    if not is_htmx(request):
        return None
    return noticed(request, *(() if status else ("several:done",)), status=status)
