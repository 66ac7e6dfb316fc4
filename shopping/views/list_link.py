from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from accounts.pictures import qr_picture
from kitchen.errors import DomainError
from kitchen.http import go
from shopping.queries.public import address_of
from shopping.services.link import SHARED, UNSHARED, open_link, revoke_link, share_list
from shopping.views.list import drawn, found


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """The address that opens the list to whoever has it, as text and as a picture; or how to make one."""
    kept = found(request, id)
    link = open_link(kept)
    address = address_of(link) if link else ""
    context = {"shopping_list": kept, "link": link, "address": address, "qr": qr_picture(address) if link else ""}
    return render(request, "shopping/list_link/show.html", context)


@open_to(*TABLE)
@require_POST
def create(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    try:
        share_list(kept, by=request.user)
    except DomainError as error:
        return drawn(request, kept, refusal=str(error))
    say_done(request, _("Whoever has the link sees this list now, and ticks on it."), SHARED, id)
    return go(request, "shopping:list_link.show", code=request.household.code, id=id)


@open_to(*TABLE)
def revoke(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            revoke_link(kept, by=request.user)
            say_done(request, _("The link opens nothing any more."), UNSHARED, id)
            return go(request, "shopping:list.show", code=request.household.code, id=id)
    return answer(request, "shopping/list_link/revoke.html", form, shopping_list=kept)
