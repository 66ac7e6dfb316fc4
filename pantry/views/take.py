from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import UNPROCESSABLE, go, is_htmx
from kitchen.ids import new_id
from pantry.answers import system_of, varied
from pantry.forms.several import SeveralForm
from pantry.forms.stock import AddForm
from pantry.forms.take import GONE, CountForm
from pantry.models import DateKind, Place, StockItem
from pantry.queries.asked import read_uuid
from pantry.queries.day import today_in
from pantry.queries.take import places_to_walk, walk_of
from pantry.services import stock
from pantry.services.new_lots import NewLot
from pantry.services.place import places_of
from pantry.services.stock_count import Count


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    places_of(request.household)
    places = places_to_walk(request.household, today_in(request.household))
    return render(request, "pantry/take/index.html", {"places": places})


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """One place, lot by lot; who stops half-way goes on where they were."""
    return varied(walked(request, found(request, id)))


def named(request: HouseholdRequest) -> StockItem | None:
    """The lot that was said to be there; None where it is no one's here."""
    lots = StockItem.objects.filter(household=request.household).select_related("household", "place")
    id = read_uuid(request.POST.get("lot", ""))
    return lots.filter(pk=id).first() if id else None


@open_to(*TABLE)
@require_POST
def count(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """One lot is there as it is written, or otherwise, or gone."""
    place, lot = found(request, id), named(request)
    if lot is None:
        messages.warning(request, _("This is not in the pantry any more."))
        return walked(request, place, status=UNPROCESSABLE)
    form = CountForm(request.POST, lot=lot)
    if form.is_valid():
        with refusing(form):
            told, deed = form.found(), form.deed_on(lot)
            stock.count_stock(lot, told.get("quantity"), told.get("rough", ""), by=request.user, operation=deed)
            if form.cleaned_data["say"] == GONE:
                say_done(request, _("%(name)s: nothing is left.") % {"name": capfirst(lot.name)}, "stock.counted", deed)
            return counted(request, place)
    return walked(request, place, wrong=form)


@open_to(*TABLE)
@require_POST
def confirm(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """All that is listed is as it is written."""
    place, form = found(request, id), SeveralForm(request.POST)
    if form.is_valid():
        lots = StockItem.objects.filter(household=request.household, place=place, finished_at=None, pk__in=form.ids)
        with refusing(form):
            counts = [Count(lot) for lot in lots.select_related("household")]
            stock.count_many(counts, by=request.user, operation=form.deed())
            say_done(request, _("Confirmed."), "stock.counted", form.deed())
            return counted(request, place)
    messages.warning(request, form.sentence())
    return walked(request, place, status=UNPROCESSABLE)


@open_to(*TABLE)
@require_POST
def add(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """What lies here as well; what cannot be read comes back in the field."""
    place, form = found(request, id), AddForm(request.POST)
    if form.is_valid():
        with refusing(form):
            lots, wrong = stock.new_lots(form.cleaned_data["line"], place.household, today=today_in(place.household))
            put_here(request, place, lots, form)
            if not wrong:
                return counted(request, place)
            for one in wrong:
                form.add_error("line", one.wrong)
            form.data = {**request.POST.dict(), "line": "\n".join(one.text for one in wrong)}
    return walked(request, place, adding=form)


def put_here(request: HouseholdRequest, place: Place, lots: list[NewLot], form: AddForm) -> None:
    """In this place, whatever place would be usual, and confirmed, as somebody stands before it."""
    if not lots:
        return
    here = [replace(lot, place=place, storage=place.storage, dates=None, **without_estimate(lot)) for lot in lots]
    items = stock.add_stock(place.household, here, by=request.user, operation=form.deed())
    seen = [Count(item) for item in items if item.counted_on is None]
    if seen:
        stock.count_many(seen, by=request.user, operation=form.deed("operation", "seen"))


def without_estimate(lot: NewLot) -> dict[str, Any]:
    """How long it keeps depends on where it lies: reckoned anew."""
    return {"use_by": None, "date_kind": ""} if lot.date_kind in ("", DateKind.ESTIMATED) else {}


def found(request: HouseholdRequest, id: UUID) -> Place:
    places = Place.objects.there().filter(household=request.household)
    return get_object_or_404(places.select_related("household"), pk=id)


def counted(request: HouseholdRequest, place: Place) -> HttpResponse:
    if is_htmx(request):
        return walked(request, place)
    return go(request, "pantry:take.show", code=request.household.code, id=place.pk)


def walked(request: HouseholdRequest, place: Place, *, status: int | None = None, **forms: Any) -> HttpResponse:
    """The walk with a refused form, if there is one: `wrong` about a lot, `adding` what lies here as well."""
    context = {"walk": walk_of(place, today_in(place.household), system_of(request)), "operation": new_id()}
    context |= {"adding": AddForm(), **forms}
    status = status or (UNPROCESSABLE if any(form.errors for form in forms.values()) else None)
    template = "pantry/take/_walk.html" if is_htmx(request) else "pantry/take/show.html"
    return render(request, template, context, status=status)
