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
from pantry.forms.stock import AddForm, LotForm, MoveForm, OperationForm, TakeForm, WasteForm
from pantry.models import StockItem
from pantry.queries.amount import how_much
from pantry.queries.day import state_of, today_in
from pantry.queries.ledger import ledger_of
from pantry.queries.reason import reason_of
from pantry.queries.stock import lot_of
from pantry.services import stock
from pantry.services.first_things import unpack_first_things
from pantry.services.place import places_of
from pantry.services.understood import Understood, refused, told_of, understood


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item, system = found(request, id), system_of(request)
    lot, form = lot_of(item, today_in(request.household), system), TakeForm(lot=item, system=system)
    context = {
        "lot": lot,
        "ledger": ledger_of(item, system),
        "reason": reason_of(item, today_in(request.household)),
        "form": form,
    }
    template = "pantry/stock/_detail.html" if is_htmx(request) else "pantry/stock/show.html"
    return varied(render(request, template, context))


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
    item = found(request, id)
    late = state_of(item.use_by, today_in(request.household), item.date_kind) == "late"
    form = WasteForm(posted(request), lot=item, system=system_of(request), late=late)
    if form.is_valid():
        with refusing(form):
            why, deed = form.cleaned_data["reason"], form.deed_on(item)
            left = stock.waste_stock(item, form.quantity(), why, by=request.user, operation=deed)
            return changed(request, left, what_is_left(left), "stock.wasted", deed)
    return asked(request, "pantry/stock/waste.html", form, item)


@open_to(*TABLE)
def move(request: HouseholdRequest, id: UUID) -> HttpResponse:
    item = found(request, id)
    form = MoveForm(posted(request), places=[one for one in places_of(request.household) if one.pk != item.place_id])
    if form.is_valid():
        with refusing(form):
            moved = stock.move_stock(item, form.where(), by=request.user, operation=form.deed_on(item))
            sentence = _("%(name)s is here now: %(place)s.") % {"name": capfirst(moved.name), "place": moved.place.name}
            return changed(request, moved, sentence, "stock.moved", form.deed_on(item))
    return asked(request, "pantry/stock/move.html", form, item)


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


def what_is_left(item: StockItem) -> str:
    if item.finished_at:
        return _("%(name)s: nothing is left.") % {"name": capfirst(item.name)}
    return _("%(name)s: %(amount)s left.") % {"name": capfirst(item.name), "amount": how_much(item)}
