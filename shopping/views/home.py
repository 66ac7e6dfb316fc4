from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.http import is_htmx
from kitchen.ids import new_id
from shopping.queries.home import home_cards


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """The open lists; the one there is, where there is only one, unless `?all` asks for what else there is."""
    cards = home_cards(request.household)
    if len(cards) == 1 and not is_htmx(request) and "all" not in request.GET:
        return redirect("shopping:list.show", code=request.household.code, id=cards[0].shopping_list.pk)
    context = {"cards": cards, "at_table": request.membership.role in TABLE, "operation": new_id()}
    return render(request, "shopping/home/_lists.html" if is_htmx(request) else "shopping/home/page.html", context)
