"""How the views of the pantry find a lot and answer a change: in place where the page asked by htmx, else by a page."""

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers

from accounts.answers import say_done
from accounts.doors import HouseholdRequest
from accounts.preferences import preferences_of
from kitchen.forms import Form
from kitchen.http import UNPROCESSABLE, go, is_htmx
from pantry.models import StockItem
from pantry.queries.day import today_in
from pantry.queries.stock import lot_of

DIALOG = "dialog-body"
# What the page hears after a change: its lists load themselves again, its dialog closes.
CHANGED = json.dumps({"live:stock": {}, "dialog:close": {}})


def found(request: HouseholdRequest, id: UUID) -> StockItem:
    lots = StockItem.objects.filter(household=request.household).select_related("place", "food", "household", "product")
    return get_object_or_404(lots, pk=id)


def system_of(request: HouseholdRequest) -> str:
    """In which units this person reads amounts."""
    return preferences_of(request.user).units


def asked(request: HouseholdRequest, page: str, form: Form, item: StockItem, **more: Any) -> HttpResponse:
    """The form: as a page, in the page's dialog, or (sent from a row) only what was refused, as a notice."""
    status = UNPROCESSABLE if form.errors else None
    if is_htmx(request) and form.errors and request.htmx.target != DIALOG:  # type: ignore[attr-defined]
        messages.warning(request, str(next(iter(form.errors.values()))[0]))
        return render(request, "elements/notices_oob.html", status=status)
    lot = lot_of(item, today_in(request.household), system_of(request))
    folder, _slash, name = page.rpartition("/")
    template = f"{folder}/_{name}" if is_htmx(request) else page
    return render(request, template, {"form": form, "lot": lot, **more}, status=status)


def varied(response: HttpResponse) -> HttpResponse:
    """A page and its fragment have one address: no cache may give one for the other."""
    patch_vary_headers(response, ["HX-Request"])
    return response


def told(request: HouseholdRequest, template: str, context: dict[str, Any] | None = None) -> HttpResponse:
    """A fragment after a change, and word to the rest of the page."""
    response = render(request, template, context)
    response["HX-Trigger"] = CHANGED
    return response


def changed(request: HouseholdRequest, item: StockItem, sentence: str, verb: str, operation: UUID) -> HttpResponse:
    say_done(request, sentence, verb, operation)
    if is_htmx(request):
        return told(request, "elements/notices_oob.html")
    if item.finished_at:
        return go(request, "pantry:home", code=request.household.code)
    return go(request, "pantry:stock.show", code=request.household.code, id=item.pk)


def noticed(request: HouseholdRequest, *heard: str, status: int | None = None) -> HttpResponse:
    """By htmx: nothing but what is to be said, and the events that the page hears."""
    response = render(request, "elements/notices_oob.html", status=status)
    if heard:
        response["HX-Trigger"] = json.dumps({name: {} for name in heard})
    return response
