from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, go
from kitchen.ids import new_id
from shopping.forms.list import ListForm
from shopping.models import ShoppingList
from shopping.queries.list import list_page, open_lists
from shopping.services import list as lists


def found(request: HouseholdRequest, id: UUID) -> ShoppingList:
    ours = ShoppingList.objects.filter(household=request.household)
    return get_object_or_404(ours.select_related("household"), pk=id)


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return drawn(request, found(request, id))


def drawn(request: HouseholdRequest, shopping_list: ShoppingList, **more: Any) -> HttpResponse:
    """The whole page; 422 where something was not done, with the sentence that says why."""
    said = more.get("said")
    status = UNPROCESSABLE if more.get("refusal") or (said and said.errors) else None
    return render(request, "shopping/list/show.html", {**shown(request, shopping_list), **more}, status=status)


def shown(request: HouseholdRequest, shopping_list: ShoppingList) -> dict[str, Any]:
    """What the page of a list is drawn from."""
    return {
        "page": list_page(shopping_list),
        "cards": [
            card for card in open_lists(request.household, named=False) if card.shopping_list.pk != shopping_list.pk
        ],
        "operation": new_id(),
        "household": request.household,
        "role": request.membership.role,
        "at_table": request.membership.role in TABLE,
    }


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    form = ListForm(posted(request))
    if form.is_valid():
        with refusing(form):
            made = lists.create_list(request.household, by=request.user, **{**form.cleaned_data, "id": form.deed()})
            return go(request, "shopping:list.show", code=request.household.code, id=made.pk)
    return answer(request, "shopping/list/create.html", form)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    form = ListForm(posted(request), shopping_list=kept)
    if form.is_valid():
        with refusing(form):
            name, emoji = form.cleaned_data["name"], form.cleaned_data["emoji"]
            lists.rename_list(kept, by=request.user, name=name, emoji=emoji)
            say_done(request, _("Saved."), "list.renamed", id)
            return go(request, "shopping:list.show", code=request.household.code, id=id)
    return answer(request, "shopping/list/edit.html", form, shopping_list=kept)


@open_to(*TABLE)
@require_POST
def archive(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    try:
        lists.archive_list(kept, by=request.user)
    except DomainError as error:
        return drawn(request, kept, refusal=str(error))
    say_done(request, _("%(name)s has been put aside.") % {"name": kept.name}, "list.archived", id)
    return go(request, "shopping:home", code=request.household.code)
