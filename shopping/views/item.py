from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.errors import DomainError
from kitchen.http import go, is_htmx
from pantry.queries.day import today_in
from shopping.forms.item import ItemForm, LineForm
from shopping.models import ShoppingList, ShoppingListItem
from shopping.pasted import left_out, read_pasted
from shopping.queries.added import Said, refused, said_of
from shopping.services import item as items
from shopping.services.list import default_list
from shopping.views.list import drawn
from shopping.views.list import found as found_list
from shopping.wanted import wanted_from_text


def found(request: HouseholdRequest, id: UUID) -> ShoppingListItem:
    ours = ShoppingListItem.objects.filter(household=request.household)
    return get_object_or_404(ours.select_related("household", "shopping_list__household"), pk=id)


@open_to(*TABLE)
@require_POST
def create(request: HouseholdRequest) -> HttpResponse:
    """One line, one thing or many. What cannot be read stays in the line, the rest is on the list."""
    form = LineForm(request.POST)
    typed, kept = form.is_valid(), wanted_list(request, form)
    if not typed:
        return added(request, kept, refused(Said(), (), form.sentences(), request.POST.get("line", "")))
    pasted = read_pasted(form.cleaned_data["line"])
    today, currency = today_in(request.household), request.household.currency
    wanted, wrong = wanted_from_text(pasted.text, today=today, currency=currency)
    try:
        done = items.add_items(kept, wanted, by=request.user, operation=form.deed())
    except DomainError as error:
        return added(request, kept, refused(Said(), (), [error], form.cleaned_data["line"]))
    said = said_of(request.household, done.items, done.merged, done.operation, left_out(pasted))
    return added(request, kept, refused(said, wrong))


def wanted_list(request: HouseholdRequest, form: LineForm) -> ShoppingList:
    """The list that the line is for, else the first one."""
    id = form.cleaned_data.get("shopping_list")
    if id is None:
        return default_list(request.household, by=request.user)
    return found_list(request, id)


def added(request: HouseholdRequest, kept: ShoppingList, said: Said) -> HttpResponse:
    if said.errors:
        return drawn(request, kept, said=said)
    say_added(request, said)
    return go(request, "shopping:list.show", code=request.household.code, id=kept.pk)


def say_added(request: HouseholdRequest, said: Said) -> None:
    undo = reverse("home:feed.undo", kwargs={"code": request.household.code, "id": said.undo}) if said.undo else ""
    if said.sentences:
        messages.success(request, " ".join(said.sentences), extra_tags=f"undo:{undo}" if undo else "")


@open_to(*EVERYBODY)
@require_POST
def tick(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return moved(request, found(request, id), items.tick_item)


@open_to(*EVERYBODY)
@require_POST
def untick(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return moved(request, found(request, id), items.untick_item)


def moved(request: HouseholdRequest, item: ShoppingListItem, move: Callable[..., Any]) -> HttpResponse:
    try:
        move(item, by=request.user)
    except DomainError as error:
        return drawn(request, item.shopping_list, refusal=str(error))
    page = "shopping:trip.show" if "shop" in request.POST else "shopping:list.show"
    return go(request, page, code=request.household.code, id=item.shopping_list_id)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item = found(request, id)
    form = ItemForm(posted(request), request.FILES or None, item=item)
    if form.is_valid():
        with refusing(form):
            change_item_with_picture(item, form.changes(), form.picture, by=request.user)
            say_done(request, _("Saved."), "item.changed", id)
            return go(request, "shopping:list.show", code=request.household.code, id=item.shopping_list_id)
    template = "shopping/item/_edit.html" if is_htmx(request) else "shopping/item/edit.html"
    return answer(request, template, form, item=item, lists=other_lists(item))


@open_to(*TABLE)
@require_POST
def remove(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item = found(request, id)
    try:
        items.remove_item(item, by=request.user)
    except DomainError as error:
        return drawn(request, item.shopping_list, refusal=str(error))
    say_done(request, _("%(name)s is off the list.") % {"name": item.name}, "item.removed", id)
    return go(request, "shopping:list.show", code=request.household.code, id=item.shopping_list_id)
