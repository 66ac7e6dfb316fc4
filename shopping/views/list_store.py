from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from kitchen.http import go
from shopping.forms.store import ChooseForm
from shopping.services.trip import shop_at
from shopping.views.list import found


@open_to(*EVERYBODY)
@require_POST
def choose(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """The order in which this person sees this list."""
    kept = found(request, id)
    form = ChooseForm(request.POST, shopping_list=kept)
    if form.is_valid():
        shop_at(kept, form.cleaned_data["store"], by=request.user)
    shop = "shopping:trip.show" if "shop" in request.POST else "shopping:list.show"
    return go(request, shop, code=request.household.code, id=id)
