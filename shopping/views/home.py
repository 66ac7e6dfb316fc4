from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.http import is_htmx
from kitchen.ids import new_id
from shopping.queries.list import open_lists


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """The open lists; the one there is, where there is only one."""
    cards = open_lists(request.household)
    if len(cards) == 1 and not is_htmx(request):
        return redirect("shopping:list.show", code=request.household.code, id=cards[0].shopping_list.pk)
    context = {"cards": cards, "at_table": request.membership.role in TABLE, "operation": new_id()}
    return render(request, "shopping/home/_lists.html" if is_htmx(request) else "shopping/home/page.html", context)
