from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, go, is_htmx
from shopping.forms.expense import ExpenseForm
from shopping.models import Expense
from shopping.queries.balance import balances_of
from shopping.queries.bill_people import initial_of, people_of_bills
from shopping.queries.expense import expense_page, expenses_of, whole
from shopping.queries.expense_list import expense_list
from shopping.services import expense as expenses
from shopping.services.expense_change import change_expense, mark_of, told_of

LONGEST = 120
ASKED = ("title", "total")


def found(request: HouseholdRequest, id: UUID) -> Expense:
    return get_object_or_404(expenses_of(request.household), pk=id)


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    """All bills and payments, and who owes whom."""
    context = {
        "bills": expense_list(request.household, request.user, request.GET.get("page")),
        "balances": balances_of(request.household, request.user),
        "household": request.household,
    }
    return render(
        request, "shopping/expense/_list.html" if is_htmx(request) else "shopping/expense/index.html", context
    )


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return drawn(request, found(request, id))


def drawn(request: HouseholdRequest, expense: Expense, refusal: str = "") -> HttpResponse:
    """The bill, or its card in a conversation where `?card` asks for that."""
    card = "card" in request.GET
    template = "_card" if card else "_expense" if is_htmx(request) else "show"
    balances = balances_of(request.household, request.user, expense.conversation) if card else None
    context = {
        "page": expense_page(expense, request.user),
        "household": request.household,
        "refusal": refusal,
        "balances": balances,
    }
    return render(request, f"shopping/expense/{template}.html", context, status=UNPROCESSABLE if refusal else None)


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    people = people_of_bills(request.household, request.user)
    asked = {name: request.GET[name][:LONGEST].replace("\0", "") for name in ASKED if name in request.GET}
    form = ExpenseForm(posted(request), household=request.household, people=people, reader=request.user, initial=asked)
    if "more" not in request.POST and form.is_valid():
        with refusing(form):
            id = form.deed("id", *form.everything())
            made = expenses.add_expense(request.household, by=request.user, id=id, **form.values())
            say_done(request, _("The bill is split."), "expense.added", made.pk)
            return go(request, "shopping:expense.show", code=request.household.code, id=made.pk)
    return answered(request, "shopping/expense/create.html", form)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    bill = get_object_or_404(whole(expenses_of(request.household)), pk=id)
    form = ExpenseForm(
        posted(request),
        household=request.household,
        people=people_of_bills(request.household, request.user, bill),
        reader=request.user,
        currency=bill.currency,
        initial=initial_of(bill, mark_of(told_of(bill))),
    )
    if "more" not in request.POST and form.is_valid():
        with refusing(form):
            change_expense(bill, by=request.user, seen=form.cleaned_data["seen"], **form.values())
            say_done(request, _("Saved."), "expense.changed", id)
            return go(request, "shopping:expense.show", code=request.household.code, id=id)
    return answered(request, "shopping/expense/edit.html", form, bill=bill)


def answered(request: HouseholdRequest, template: str, form: ExpenseForm, **context: object) -> HttpResponse:
    """With more rows to fill in, nothing is wrong yet."""
    if "more" in request.POST:
        return render(request, template, {"form": form.still(), **context})
    return answer(request, template, form, **context)


@open_to(*TABLE)
@require_POST
def delete(request: HouseholdRequest, id: UUID) -> HttpResponse:
    expenses.delete_expense(found(request, id), by=request.user)
    say_done(request, _("The bill is gone: nobody owes anything for it."), "expense.deleted", id)
    return go(request, "shopping:expense.index", code=request.household.code)


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
