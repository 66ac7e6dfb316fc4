from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from accounts.services.stored_file import read_file
from kitchen.errors import DomainError
from kitchen.http import go, is_htmx
from kitchen.ids import new_id
from pantry.queries.day import today_in
from shopping.forms.item import ItemForm, LineForm, MoveForm, other_lists
from shopping.models import ShoppingList, ShoppingListItem
from shopping.pasted import left_out, read_pasted
from shopping.queries.added import Said, refused, said_of
from shopping.recurrence import told_every
from shopping.services import item as items
from shopping.services.item_move import move_item
from shopping.services.item_picture import change_item_with_picture
from shopping.services.list import default_list
from shopping.services.recurring import repeat_item
from shopping.views.list import drawn
from shopping.views.list import found as found_list
from shopping.wanted import wanted_from_text

FOR_A_YEAR = "private, max-age=31536000, immutable"


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
            change_item_with_picture(item, by=request.user, **form.values())
            say_done(request, _("Saved."), "item.changed", id)
            return go(request, "shopping:list.show", code=request.household.code, id=item.shopping_list_id)
    template = "shopping/item/_edit.html" if is_htmx(request) else "shopping/item/edit.html"
    return answer(request, template, form, item=item, lists=other_lists(item), operation=new_id())


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


@open_to(*TABLE)
@require_POST
def move(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """To another list; the page of the first one says where it went."""
    item = found(request, id)
    form = MoveForm(request.POST, item=item)
    if not form.is_valid():
        return drawn(request, item.shopping_list, refusal=_("This list is not there any more."))
    to, operation = form.cleaned_data["to"], form.deed()
    try:
        move_item(item, to, by=request.user, operation=operation)
    except DomainError as error:
        return drawn(request, item.shopping_list, refusal=str(error))
    say_done(request, _("%(name)s is on %(list)s now.") % {"name": item.name, "list": to.name}, "item.moved", operation)
    return go(request, "shopping:list.show", code=request.household.code, id=item.shopping_list_id)


@open_to(*TABLE)
@require_POST
def repeat(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """In one tap bought regularly; how often can be changed at once."""
    made = repeat_item(found(request, id), by=request.user)
    words = {"name": made.name, "every": told_every(made.every, made.period)}
    say_done(request, _("%(name)s comes by itself now: %(every)s.") % words, "recurring.added", made.pk)
    return go(request, "shopping:recurring.index", code=request.household.code)


@open_to(*EVERYBODY)
@require_safe
def picture(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """`?v=` is the id of the file: what is kept under it never changes."""
    file = found(request, id).picture
    if file is None:
        raise Http404
    etag = quote_etag(file.sha256)
    response = get_conditional_response(request, etag=etag) or HttpResponse(
        read_file(file), content_type=file.media_type, headers={"X-Content-Type-Options": "nosniff"}
    )
    response["ETag"] = etag
    response["Cache-Control"] = FOR_A_YEAR if request.GET.get("v") == str(file.pk) else "private, no-cache"
    return response
