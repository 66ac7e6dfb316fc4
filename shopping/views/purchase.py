from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import go
from kitchen.money import tell_money
from shopping.forms.purchase import PriceForm
from shopping.models import ShoppingListItem
from shopping.queries.price_history import price_history
from shopping.queries.purchase import bought_in, purchases_of
from shopping.services.price import correct_price

LONGEST = 120


def found(request: HouseholdRequest, id: UUID) -> ShoppingListItem:
    return get_object_or_404(bought_in(request.household), pk=id)


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    asked = request.GET.get("q", "").strip()[:LONGEST]
    purchases = purchases_of(request.household, request.GET.get("page"), asked.replace("\0", ""))
    return render(request, "shopping/purchase/index.html", {"purchases": purchases, "asked": asked})


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """What a thing cost over the time."""
    item = found(request, id)
    price = tell_money(item.price, request.household.currency) if item.price is not None else ""
    context = {"history": price_history(request.household, item), "item": item, "price": price}
    return render(request, "shopping/purchase/show.html", context)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """What it cost, said later or set right."""
    item = found(request, id)
    form = PriceForm(posted(request), item=item)
    if form.is_valid():
        with refusing(form):
            correct_price(item, form.cleaned_data["price"], by=request.user)
            say_done(request, _("Saved."), "price.corrected", id)
            return go(request, "shopping:purchase.show", code=request.household.code, id=id)
    return answer(request, "shopping/purchase/edit.html", form, item=item)
