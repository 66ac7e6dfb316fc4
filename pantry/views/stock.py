from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.http import UNPROCESSABLE, go, is_htmx
from pantry.answers import asked, changed, found, system_of, told, varied
from pantry.forms.stock import AddForm, OperationForm, TakeForm, WasteForm
from pantry.forms.stock_lot import LotForm
from pantry.forms.stock_parts import CarryForm, MergeForm, PlacedForm, SplitForm
from pantry.models import StockItem
from pantry.queries.amount import how_much
from pantry.queries.day import state_of, today_in
from pantry.queries.foresight import (
    cold,
    if_frozen,
    if_opened,
    if_thawed,
    open_places,
    place_when_open,
    warm,
    was_thawed,
)
from pantry.queries.lot_page import alike, detail_of, until, what_is_left, worth_in_words
from pantry.services import stock
from pantry.services.first_things import unpack_first_things
from pantry.services.place import places_of
from pantry.services.understood import Understood, refused, told_of, understood


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item, system = found(request, id), system_of(request)
    form = TakeForm(lot=item, system=system)
    lot = detail_of(item, today_in(request.household), system, money=request.membership.role in TABLE)
    template = "pantry/stock/_detail.html" if is_htmx(request) else "pantry/stock/show.html"
    return varied(render(request, template, {"lot": lot.lot, "detail": lot, "form": form}))


@open_to(*TABLE)
def add(request: HouseholdRequest) -> HttpResponse:
    """`?line=`: while it is typed, htmx asks what would be understood of it."""
    typed = request.GET.get("line", "")
    if is_htmx(request) and request.method == "GET":
        entries = understood(typed, request.household, today=today_in(request.household), system=system_of(request))
        return varied(render(request, "pantry/stock/_understood.html", {"entries": entries}))
    form = AddForm(posted(request), initial={"line": typed})
    if form.is_valid():
        with refusing(form):
            return shelve(request, form)
    return entry(request, form, status=UNPROCESSABLE if form.errors else 200)


def shelve(request: HouseholdRequest, form: AddForm) -> HttpResponse:
    """What can be added is; the rest comes back in the field, each with its sentence."""
    household, today = request.household, today_in(request.household)
    lots, wrong = stock.new_lots(form.cleaned_data["line"], household, today=today)
    items = stock.add_stock(household, lots, by=request.user, operation=form.deed()) if lots else []
    if items:
        say_done(request, shelved(items), "stock.added", form.deed())
    if not wrong and not is_htmx(request):
        return go(request, "pantry:home", code=household.code)
    rest = AddForm(initial={"line": "\n".join(one.text for one in wrong)})
    added = told_of(items, household, today=today, system=system_of(request))
    return entry(request, rest, added=added, wrong=refused(wrong), status=200 if items else UNPROCESSABLE)


def entry(
    request: HouseholdRequest,
    form: AddForm,
    *,
    added: object = (),
    wrong: list[Understood] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "added": added, "wrong": wrong or []}
    if is_htmx(request):
        response = told(request, "pantry/stock/_quick_add.html", {**context, "answered": True})
        response.status_code = status
        return response
    return render(request, "pantry/stock/add.html", context, status=status)


def shelved(items: list[StockItem]) -> str:
    if len(items) == 1:
        words = {"amount": how_much(items[0]), "name": capfirst(items[0].name), "place": items[0].place.name}
        return _("%(name)s (%(amount)s) is on the shelves: %(place)s.") % words
    return ngettext("%(count)d thing is on the shelves.", "%(count)d things are on the shelves.", len(items)) % {
        "count": len(items)
    }


@open_to(*TABLE)
@require_POST
def unpack(request: HouseholdRequest) -> HttpResponse:
    """What this person named before they had a household."""
    form = OperationForm(request.POST)
    if form.is_valid() and (items := unpack_first_things(request.household, by=request.user, operation=form.deed())):
        say_done(request, shelved(items), "stock.added", form.deed())
    else:
        messages.info(request, _("Nothing was waiting to be put on the shelves."))
    return go(request, "pantry:home", code=request.household.code)


@open_to(*TABLE)
def use(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item = found(request, id)
    form = TakeForm(posted(request), lot=item, system=system_of(request))
    if form.is_valid():
        with refusing(form):
            left = stock.use_stock(item, form.quantity(), by=request.user, operation=form.deed_on(item))
            return changed(request, left, what_is_left(left), "stock.used", form.deed_on(item))
    return asked(request, "pantry/stock/use.html", form, item)


@open_to(*TABLE)
def waste(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item, today = found(request, id), today_in(request.household)
    late = state_of(item.use_by, today, item.date_kind) in ("late", "check")
    form = WasteForm(posted(request), lot=item, system=system_of(request), late=late)
    if form.is_valid():
        with refusing(form):
            why, deed = form.cleaned_data["reason"], form.deed_on(item)
            left = stock.waste_stock(item, form.quantity(), why, by=request.user, operation=deed)
            return changed(request, left, what_is_left(left), "stock.wasted", deed)
    return asked(request, "pantry/stock/waste.html", form, item, worth=worth_in_words(item))


@open_to(*TABLE)
def open(request: HouseholdRequest, id: UUID) -> HttpResponse:  # noqa: A001 - the verb of its URL
    item, today = found(request, id), today_in(request.household)
    places = open_places(item, places_of(request.household))
    here = place_when_open(item, places)
    form = PlacedForm(posted(request), lot=item, places=places, here=here, system=system_of(request))
    if form.is_valid():
        with refusing(form):
            deed = form.deed_on(item)
            part = stock.open_stock(item, form.quantity(), place=form.where(), by=request.user, operation=deed)
            return changed(request, part, until(_("Opened: %(name)s."), part), "stock.opened", deed)
    return asked(request, "pantry/stock/open.html", form, item, ahead=if_opened(item, here, today))


@open_to(*TABLE)
def freeze(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item, places = found(request, id), cold(places_of(request.household))
    here = next(iter(places), None)
    form = PlacedForm(posted(request), lot=item, places=places, here=here, system=system_of(request))
    if form.is_valid():
        with refusing(form):
            deed = form.deed_on(item)
            part = stock.freeze_stock(item, form.quantity(), place=form.where(), by=request.user, operation=deed)
            return changed(request, part, until(_("Frozen: %(name)s."), part), "stock.frozen", deed)
    ahead = if_frozen(item, today_in(request.household))
    return asked(request, "pantry/stock/freeze.html", form, item, ahead=ahead, again=was_thawed(item))


@open_to(*TABLE)
def thaw(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item, places = found(request, id), warm(places_of(request.household))
    here = next(iter(places), None)
    form = PlacedForm(posted(request), lot=item, places=places, here=here, system=system_of(request))
    if form.is_valid():
        with refusing(form):
            deed = form.deed_on(item)
            part = stock.thaw_stock(item, form.quantity(), place=form.where(), by=request.user, operation=deed)
            return changed(request, part, until(_("Taken out to thaw: %(name)s."), part), "stock.thawed", deed)
    ahead = if_thawed(item, here, today_in(request.household)) if here else ""
    return asked(request, "pantry/stock/thaw.html", form, item, ahead=ahead)


@open_to(*TABLE)
def move(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item = found(request, id)
    places = [one for one in places_of(request.household) if one.pk != item.place_id]
    form = CarryForm(posted(request), lot=item, places=places, here=None, system=system_of(request))
    if form.is_valid() and (to := form.where()):
        with refusing(form):
            moved = stock.move_stock(item, to, form.quantity(), by=request.user, operation=form.deed_on(item))
            sentence = _("%(name)s is here now: %(place)s.") % {"name": capfirst(moved.name), "place": moved.place.name}
            return changed(request, moved, sentence, "stock.moved", form.deed_on(item))
    return asked(request, "pantry/stock/move.html", form, item)


@open_to(*TABLE)
def split(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item = found(request, id)
    form = SplitForm(posted(request), lot=item, system=system_of(request))
    if form.is_valid():
        with refusing(form):
            part = stock.split_stock(item, form.quantity(), by=request.user, operation=form.deed_on(item))
            sentence = _("%(amount)s of it is a lot of its own now.") % {"amount": how_much(part, system_of(request))}
            return changed(request, part, sentence, "stock.split", form.deed_on(item))
    return asked(request, "pantry/stock/split.html", form, item)


@open_to(*TABLE)
def merge(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item = found(request, id)
    others = alike(item)
    form = MergeForm(posted(request), others=others, system=system_of(request))
    if form.is_valid():
        with refusing(form):
            deed = form.deed_on(item)
            whole = stock.merge_stock([item, *form.chosen()], by=request.user, operation=deed)
            return changed(request, whole, until(_("Put together: %(name)s."), whole), "stock.merged", deed)
    return asked(request, "pantry/stock/merge.html", form, item, others=others)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item = found(request, id)
    form = LotForm(posted(request), lot=item, places=places_of(request.household), system=system_of(request))
    if form.is_valid():
        with refusing(form):
            deed = form.deed_on(item)
            right = stock.correct_stock(item, by=request.user, operation=deed, **form.truth())
            return changed(request, right, _("Saved."), "stock.corrected", deed)
    return asked(request, "pantry/stock/edit.html", form, item)
