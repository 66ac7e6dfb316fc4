from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import answer
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.http import go
from pantry.answers import system_of
from pantry.forms.label import LabelForm
from pantry.models import Place
from pantry.queries.label import choosable, ids_in, labelled, labels_of
from pantry.services.place import places_of


def form_for(request: HouseholdRequest, data: Any, **more: Any) -> LabelForm:
    chosen = ids_in(request.GET.getlist("lots"))
    return LabelForm(data, lots=choosable(request.household, chosen), places=places_of(request.household), **more)


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    """Which boxes and shelves get a label; `?lots=` are chosen already."""
    chosen = {"lots": request.GET.getlist("lots"), "places": request.GET.getlist("places")}
    return answer(request, "pantry/label/index.html", form_for(request, None, initial=chosen))


@open_to(*TABLE)
@require_safe
def sheet(request: HouseholdRequest) -> HttpResponse:
    """The labels as they come out of the printer."""
    if not request.GET:
        return go(request, "pantry:label.index", code=request.household.code)
    form = form_for(request, request.GET)
    if not form.is_valid():
        return answer(request, "pantry/label/index.html", form)
    labels = labels_of(request.household, form.chosen(), system_of(request))
    context = {"labels": labels, "sheet": form.cleaned_data["sheet"] or "plain"}
    context["skipped"] = range(form.cleaned_data["skip"] or 0)
    return render(request, "pantry/label/sheet.html", context)


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """Where a label leads that somebody scanned: to its lot, finished or not, or to its place."""
    target = labelled(request.household, id)
    if target is None:
        raise Http404
    if isinstance(target, Place):
        return opened(request, target)
    if target.finished_at:
        messages.info(request, _("Nothing is left of it: %(name)s.") % {"name": capfirst(target.name)})
    return redirect("pantry:stock.show", code=request.household.code, id=target.pk)


def opened(request: HouseholdRequest, place: Place) -> HttpResponse:
    room = reverse("pantry:home", kwargs={"code": request.household.code})
    if place.removed_at:
        messages.info(request, _("This is no place for food any more: %(name)s.") % {"name": place.name})
        return redirect(room)
    return redirect(f"{room}?place={place.pk}")
