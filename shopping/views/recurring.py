from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import go
from pantry.queries.day import today_in
from shopping.forms.recurring import RecurringForm
from shopping.models import RecurringItem
from shopping.queries.recurring import recurring_rows
from shopping.services import recurring as services


def found(request: HouseholdRequest, id: UUID) -> RecurringItem:
    ours = RecurringItem.objects.filter(household=request.household)
    return get_object_or_404(ours.select_related("household", "shopping_list"), pk=id)


def back(request: HouseholdRequest) -> HttpResponse:
    return go(request, "shopping:recurring.index", code=request.household.code)


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    rows = recurring_rows(request.household, today_in(request.household))
    return render(request, "shopping/recurring/index.html", {"rows": rows})


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    form = RecurringForm(posted(request), household=request.household, today=today_in(request.household))
    if form.is_valid():
        with refusing(form):
            made = services.add_recurring(request.household, by=request.user, id=form.deed(), **form.values())
            say_done(request, _("%(name)s comes by itself now.") % {"name": made.name}, "recurring.added", made.pk)
            return back(request)
    return answer(request, "shopping/recurring/create.html", form)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept, today = found(request, id), today_in(request.household)
    form = RecurringForm(posted(request), household=request.household, today=today, recurring=kept)
    if form.is_valid():
        with refusing(form):
            services.change_recurring(kept, by=request.user, **form.values())
            say_done(request, _("Saved."), "recurring.changed", id)
            return back(request)
    return answer(request, "shopping/recurring/edit.html", form, recurring=kept)


@open_to(*TABLE)
@require_POST
def pause(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    services.pause_recurring(kept, by=request.user)
    say_done(request, _("%(name)s is paused.") % {"name": kept.name}, "recurring.paused", id)
    return back(request)


@open_to(*TABLE)
@require_POST
def resume(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    services.resume_recurring(kept, by=request.user)
    say_done(request, _("%(name)s comes by itself again.") % {"name": kept.name}, "recurring.resumed", id)
    return back(request)


@open_to(*TABLE)
@require_POST
def remove(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    services.remove_recurring(kept, by=request.user)
    sentence = _("%(name)s does not come by itself any more.") % {"name": kept.name}
    say_done(request, sentence, "recurring.removed", id)
    return back(request)
