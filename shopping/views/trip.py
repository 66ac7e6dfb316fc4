from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.errors import DomainError
from kitchen.http import go
from shopping.models import ShoppingList
from shopping.queries.aisle_order import aisle_order
from shopping.queries.list import list_page
from shopping.queries.money import items_on, money_of
from shopping.queries.shop import shop_of
from shopping.queries.trip import counts_of, open_trip_of
from shopping.services import trip as trips
from shopping.views.list import drawn, found


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """The list as one has it in the hand in the shop."""
    kept = found(request, id)
    if kept.archived_at:
        return go(request, "shopping:list.show", code=request.household.code, id=id)
    return render(request, "shopping/trip/show.html", shown(request, kept))


def shown(request: HouseholdRequest, kept: ShoppingList) -> dict[str, Any]:
    shop, at_table = shop_of(kept, request.user), request.membership.role in TABLE
    page = list_page(kept, aisle_order(shop.store))
    mine = (row for row in page.basket if row.item.ticked_by_id == request.user.pk)
    return {
        "page": page,
        "shop": shop,
        "money": money_of(kept, items_on(page)) if at_table else None,
        "last": next(mine, None),
        "household": request.household,
        "at_table": at_table,
    }


@open_to(*EVERYBODY)
@require_POST
def create(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """Here I go: the others see it, and hear of it where they want to."""
    kept = found(request, id)
    try:
        trips.start_trip(kept, by=request.user, store=shop_of(kept, request.user).store)
    except DomainError as error:
        return drawn(request, kept, refusal=str(error))
    return go(request, "shopping:trip.show", code=request.household.code, id=id)


@open_to(*EVERYBODY)
@require_POST
def end(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """Done, with this list."""
    kept = found(request, id)
    trip = open_trip_of(request.household, request.user)
    if trip and trip.shopping_list_id == kept.pk and trips.end_trip(trip, by=request.user):
        messages.success(request, said(counts_of(trip)))
    return go(request, "shopping:list.show", code=request.household.code, id=id)


def said(counts: tuple[int, int]) -> str:
    bought, left = counts
    done = ngettext("Done: %(count)d thing bought.", "Done: %(count)d things bought.", bought) % {"count": bought}
    if not left:
        return done
    rest = ngettext("%(count)d thing is still on the list.", "%(count)d things are still on the list.", left)
    return _("%(done)s %(rest)s") % {"done": done, "rest": rest % {"count": left}}
