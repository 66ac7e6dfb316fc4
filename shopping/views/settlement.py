from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.errors import DomainError
from kitchen.http import go
from pantry.queries.day import today_in
from shopping.forms.settlement import SettlementForm
from shopping.models import Settlement
from shopping.queries.balance import Balances, balances_of
from shopping.queries.settle_up import currencies_of, people_who_settle
from shopping.services import settlement as settlements

ASKED = ("payer", "payee", "amount", "currency", "conversation")


def found(request: HouseholdRequest, id: UUID) -> Settlement:
    noted = Settlement.objects.filter(household=request.household, deleted_at=None).select_related("household")
    return get_object_or_404(noted, pk=id)


def back(request: HouseholdRequest) -> HttpResponse:
    return go(request, "shopping:expense.index", code=request.household.code)


def first_of(balances: Balances) -> dict[str, str]:
    """The first payment that would settle, the reader's own where there is one."""
    both = [owed for owed in balances.payments if owed.payer.id and owed.payee.id]
    if not both:
        return {}
    owed = both[0]
    return {"payer": owed.payer.key, "payee": owed.payee.key, "amount": owed.plain, "currency": owed.currency}


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    """The payments that would settle everything, and a form for the one that was made."""
    household, balances = request.household, balances_of(request.household, request.user)
    form = SettlementForm(
        posted(request),
        people=people_who_settle(household, request.user, balances),
        reader=request.user,
        currencies=currencies_of(household),
        today=today_in(household),
        initial=first_of(balances) | {name: value[:40] for name in ASKED if (value := request.GET.get(name))},
    )
    if form.is_valid():
        with refusing(form):
            noted = settlements.record_settlement(household, by=request.user, id=form.deed(), **form.values())
            say_done(request, _("The payment is noted."), "settlement.noted", noted.pk)
            return back(request)
    return answer(request, "shopping/settlement/create.html", form, balances=balances)


@open_to(*TABLE)
@require_POST
def confirm(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """That one got the money."""
    try:
        settlements.confirm_settlement(found(request, id), by=request.user)
        say_done(request, _("Confirmed: you got it."), "settlement.confirmed", id)
    except DomainError as error:
        messages.error(request, str(error))
    return back(request)


@open_to(*TABLE)
@require_POST
def delete(request: HouseholdRequest, id: UUID) -> HttpResponse:
    try:
        settlements.remove_settlement(found(request, id), by=request.user)
        say_done(request, _("The payment is taken out."), "settlement.removed", id)
    except DomainError as error:
        messages.error(request, str(error))
    return back(request)
