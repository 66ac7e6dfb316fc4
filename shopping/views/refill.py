from django.contrib import messages
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from accounts.answers import refusing
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import UNPROCESSABLE, go, is_htmx
from pantry.answers import noticed
from pantry.forms.several import SeveralForm
from shopping.queries.added import said_of
from shopping.queries.refill import wanted_of
from shopping.services.item import add_items
from shopping.services.list import default_list
from shopping.views.item import say_added


@open_to(*TABLE)
@require_POST
def create(request: HouseholdRequest) -> HttpResponse:
    """What was chosen on the shelves, on the first list: to be bought again."""
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
