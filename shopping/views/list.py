from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, go, is_htmx
from kitchen.ids import new_id
from pantry.queries.day import today_in
from shopping.forms.list import CopyForm, ListForm
from shopping.forms.order import OrderForm
from shopping.models import ShoppingList
from shopping.queries.aisle_order import aisle_order
from shopping.queries.aside import aside_page
from shopping.queries.list import list_page, open_lists, other_cards, with_others
from shopping.queries.money import items_on, money_of
from shopping.queries.name import Name, known_names
from shopping.queries.shop import shop_of, with_shop
from shopping.services import list as lists
from shopping.services import list_aside, list_order
from shopping.services.list_change import change_list
from shopping.services.list_copy import copy_list


def found(request: HouseholdRequest, id: UUID) -> ShoppingList:
    ours = ShoppingList.objects.filter(household=request.household)
    return get_object_or_404(with_others(with_shop(ours.select_related("household"))), pk=id)


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return drawn(request, found(request, id))


def drawn(request: HouseholdRequest, shopping_list: ShoppingList, **more: Any) -> HttpResponse:
    """The whole page; 422 where something was not done, with the sentence that says why."""
    said = more.get("said")
    status = UNPROCESSABLE if more.get("refusal") or (said and said.errors) else None
    context = {**shown(request, shopping_list), "names": names_for(request), **more}
    return render(request, "shopping/list/show.html", context, status=status)


def names_for(request: HouseholdRequest) -> tuple[Name, ...]:
    """What the line offers while somebody types; whoever does not type needs none."""
    at_table = request.membership.role in TABLE
    return known_names(request.household, today_in(request.household)) if at_table else ()


def shown(request: HouseholdRequest, shopping_list: ShoppingList) -> dict[str, Any]:
    """What the page of a list is drawn from; nobody who comes by reads what it costs."""
    shop, at_table = shop_of(shopping_list, request.user), request.membership.role in TABLE
    page = list_page(shopping_list, aisle_order(shop.store))
    return {
        "page": page,
        "shop": shop,
        "money": money_of(shopping_list, items_on(page)) if at_table else None,
        "cards": other_cards(shopping_list),
        "operation": new_id(),
        "household": request.household,
        "role": request.membership.role,
        "at_table": at_table,
    }


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    form = ListForm(posted(request), household=request.household)
    if form.is_valid():
        with refusing(form):
            made = lists.create_list(request.household, by=request.user, id=form.deed(), **form.values())
            return go(request, "shopping:list.show", code=request.household.code, id=made.pk)
    return answer(request, "shopping/list/create.html", form)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    form = ListForm(posted(request), household=request.household, shopping_list=kept)
    if form.is_valid():
        with refusing(form):
            changed = change_list(kept, by=request.user, **form.values())
            verb = "list.changed" if changed.name == kept.name else "list.renamed"
            say_done(request, _("Saved."), verb, id)
            return go(request, "shopping:list.show", code=request.household.code, id=id)
    return answer(request, "shopping/list/edit.html", form, shopping_list=kept)


@open_to(*TABLE)
def copy(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    form = CopyForm(posted(request), shopping_list=kept)
    if form.is_valid():
        with refusing(form):
            made = copy_list(kept, by=request.user, id=form.deed(), **form.values())
            say_done(request, _("This is the copy."), "list.copied", made.pk)
            return go(request, "shopping:list.show", code=request.household.code, id=made.pk)
    return answer(request, "shopping/list/copy.html", form, shopping_list=kept)


@open_to(*TABLE)
@require_POST
def archive(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    try:
        list_aside.archive_list(kept, by=request.user)
    except DomainError as error:
        return drawn(request, kept, refusal=str(error))
    say_done(request, _("%(name)s has been put aside.") % {"name": kept.name}, "list.archived", id)
    return go(request, "shopping:home", code=request.household.code)


@open_to(*EVERYBODY)
@require_safe
def archived(request: HouseholdRequest) -> HttpResponse:
    """The lists that were put aside, the newest first; `?page=`."""
    context = {"page_obj": aside_page(request.household, request.GET.get("page"))}
    return render(request, "shopping/list/archived.html", {**context, "at_table": request.membership.role in TABLE})


@open_to(*TABLE)
@require_POST
def bring_back(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    list_aside.bring_back_list(kept, by=request.user)
    say_done(request, _("%(name)s is back.") % {"name": kept.name}, "list.brought_back", id)
    return go(request, "shopping:list.show", code=request.household.code, id=id)


@open_to(*TABLE)
def delete(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            list_aside.delete_list(kept, by=request.user)
            say_done(request, _("%(name)s is deleted.") % {"name": kept.name}, "list.deleted", id)
            return go(request, "shopping:home", code=request.household.code)
    return answer(request, "shopping/list/delete.html", form, shopping_list=kept)


@open_to(*TABLE)
def order(request: HouseholdRequest) -> HttpResponse:
    """All lists in the order in which they were laid, or one of them a step up or down."""
    form = OrderForm(posted(request))
    if form.is_valid():
        list_order.order_lists(request.household, form.ids(), by=request.user)
        if not is_htmx(request):
            return go(request, "shopping:list.order", code=request.household.code)
    template = "shopping/list/_order.html" if is_htmx(request) else "shopping/list/order.html"
    return answer(request, template, form, cards=open_lists(request.household))
