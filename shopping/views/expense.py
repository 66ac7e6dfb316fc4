from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, go, is_htmx
from shopping.models import Expense
from shopping.queries.expense import expense_page, expenses_of
from shopping.services import expense as expenses


def found(request: HouseholdRequest, id: UUID) -> Expense:
    return get_object_or_404(expenses_of(request.household), pk=id)


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return drawn(request, found(request, id))


def drawn(request: HouseholdRequest, expense: Expense, refusal: str = "") -> HttpResponse:
    template = "shopping/expense/_expense.html" if is_htmx(request) else "shopping/expense/show.html"
    context = {"page": expense_page(expense, request.user), "household": request.household, "refusal": refusal}
    return render(request, template, context, status=UNPROCESSABLE if refusal else None)


@open_to(*TABLE)
@require_POST
def confirm(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """One's own share of the bill."""
    expense = found(request, id)
    share = expense.shares.select_related("household").filter(user=request.user).first()
    if share is None:
        return drawn(request, expense, _("You have no share of this bill."))
    try:
        expenses.confirm_share(share, by=request.user)
    except DomainError as error:
        return drawn(request, expense, str(error))
    if is_htmx(request):
        return drawn(request, expense)
    return go(request, "shopping:expense.show", code=request.household.code, id=id)
