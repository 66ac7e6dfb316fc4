from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from accounts.limits import IMPORTS
from kitchen.http import UNPROCESSABLE
from pantry.forms.table import TableForm
from pantry.queries.day import today_in
from pantry.queries.table import TABLES
from pantry.services.table import TakenIn, take_in
from pantry.tables import read_files, table_of

PAGE = "pantry/table/create.html"


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    """Stock and foods from tables, and the tables to take along."""
    form = TableForm(posted(request), request.FILES or None)
    if form.is_valid():
        with refusing(form):
            taken = bring_in(request, form)
            is_well = bool(taken.lots or taken.foods or taken.lines)
            context = {"form": TableForm() if is_well else form, "taken": taken, "tables": TABLES}
            return render(request, PAGE, context, status=None if is_well else UNPROCESSABLE)
    return answer(request, PAGE, form, taken=None, tables=TABLES)


def bring_in(request: HouseholdRequest, form: TableForm) -> TakenIn:
    """Everything is read before anything is locked."""
    IMPORTS.spend(request)
    brought = read_files(form.contents(), today_in(request.household))
    taken = take_in(request.household, brought, by=request.user, operation=form.deed())
    if count := len(taken.lots):
        sentence = ngettext("%(count)d lot is on the shelves.", "%(count)d lots are on the shelves.", count)
        say_done(request, sentence % {"count": count}, "stock.added", form.deed())
    return taken


@open_to(*TABLE)
@require_safe
def download(request: HouseholdRequest, what: str) -> HttpResponse:
    """One of the tables as CSV."""
    if what not in TABLES:
        raise Http404(_("There is no such table."))
    heads, rows = TABLES[what]
    response = HttpResponse(table_of(heads, rows(request.household)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{what}.csv"'
    return response
