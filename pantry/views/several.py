from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.answers import refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import UNPROCESSABLE, is_htmx
from pantry.answers import noticed, system_of
from pantry.forms.several import MoveSeveralForm, SeveralForm, WasteSeveralForm
from pantry.models import StockItem
from pantry.queries.asked import asked_of
from pantry.queries.day import today_in
from pantry.queries.stock import drawn, shelves
from pantry.services import stock
from pantry.services.place import places_of

# What the page hears: its shelves load themselves again, the dialog closes, nothing is chosen any more.
DONE = ("live:stock", "dialog:close", "several:done")
Do = Callable[[list[StockItem]], list[StockItem]]


@open_to(*TABLE)
@require_POST
def use(request: HouseholdRequest) -> HttpResponse:
    form = SeveralForm(request.POST)
    return answered(request, form, "used", lambda lots: stock.use_many(lots, by=request.user, operation=form.deed()))


@open_to(*TABLE)
@require_POST
def waste(request: HouseholdRequest) -> HttpResponse:
    """First which, then the one reason for all of them."""
    form = WasteSeveralForm(request.POST)

    def throw(lots: list[StockItem]) -> list[StockItem]:
        return stock.waste_many(lots, form.cleaned_data["reason"], by=request.user, operation=form.deed())

    return answered(request, form, "wasted", throw)


@open_to(*TABLE)
@require_POST
def move(request: HouseholdRequest) -> HttpResponse:
    """First which, then where to."""
    form = MoveSeveralForm(request.POST, places=places_of(request.household))

    def carry(lots: list[StockItem]) -> list[StockItem]:
        return stock.move_many(lots, form.where(), by=request.user, operation=form.deed())

    return answered(request, form, "moved", carry)


def answered(request: HouseholdRequest, form: SeveralForm, deed: str, do: Do) -> HttpResponse:
    """Done with all of them at once, or asked what else must be said, or refused."""
    if form.is_valid():
        lots = list(StockItem.objects.filter(household=request.household, pk__in=form.ids).select_related("household"))
        with refusing(form):
            done = do(lots)
            say_done(request, sentence(deed, len(done)), f"stock.{deed}", form.deed())
            return back(request, form)
    there = drawn(shelves(request.household).filter(pk__in=form.ids), today_in(request.household), system_of(request))
    if not form.asks or not there:
        messages.warning(request, form.sentence())
        return back(request, form, status=UNPROCESSABLE)
    template = f"pantry/several/{'_' if is_htmx(request) else ''}{deed}.html"
    return render(request, template, {"form": form, "lots": there}, status=UNPROCESSABLE if form.errors else None)


def back(request: HouseholdRequest, form: SeveralForm, status: int | None = None) -> HttpResponse:
    """To the shelves as they were asked for; by htmx only a notice, as they are still there."""
    if not is_htmx(request):
        asked = asked_of(QueryDict(str(form["back"].value() or "").removeprefix("?")), "")
        return redirect(reverse("pantry:home", kwargs={"code": request.household.code}) + asked.url(picking=False))
    return noticed(request, *(() if status else DONE), status=status)


def sentence(deed: str, count: int) -> str:
    words = {"count": count}
    if deed == "used":
        return ngettext("%(count)d thing is used up.", "%(count)d things are used up.", count) % words
    if deed == "wasted":
        return ngettext("%(count)d thing is thrown away.", "%(count)d things are thrown away.", count) % words
    if not count:
        return _("Everything lies there already.")
    return ngettext("%(count)d thing is in another place.", "%(count)d things are in another place.", count) % words
