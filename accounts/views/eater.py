from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to, refuse
from accounts.forms.eater import EaterForm
from accounts.queries.eater import EaterLine, eater_line, eaters_of
from accounts.services import eater as eaters
from kitchen.http import go


def found(request: HouseholdRequest, id: UUID) -> EaterLine:
    kept = request.household.eaters.select_related("household")
    return eater_line(get_object_or_404(kept, pk=id), request.membership)


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    return render(request, "accounts/eater/index.html", {"eaters": eaters_of(request.membership)})


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    form = EaterForm(posted(request))
    if form.is_valid():
        id, name = form.cleaned_data["id"], form.cleaned_data["name"]
        with refusing(form):
            eaters.add_eater(request.household, name, by=request.user, needs=form.needs(), id=id)
            messages.success(request, _("%(name)s has a place at the table.") % {"name": name})
            return go(request, "accounts:eater.index", code=request.household.code)
    return answer(request, "accounts/eater/create.html", form)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    line = found(request, id)
    if not line.may_change:
        return refuse_other(request)
    form = EaterForm(posted(request), eater=line.eater)
    if form.is_valid():
        with refusing(form):
            name = form.cleaned_data["name"]
            eaters.change_eater(line.eater, by=request.user, name=name, needs=form.needs())
            say_done(request, _("Saved."), "eater.changed", id)
            return go(request, "accounts:eater.index", code=request.household.code)
    return answer(request, "accounts/eater/edit.html", form, line=line)


@open_to(*TABLE)
def delete(request: HouseholdRequest, id: UUID) -> HttpResponse:
    line = found(request, id)
    if not line.may_change:
        return refuse_other(request)
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            eaters.remove_eater(line.eater, by=request.user)
            sentence = _("%(name)s does not eat here any more.") % {"name": line.eater.name}
            say_done(request, sentence, "eater.removed", id)
            return go(request, "accounts:eater.index", code=request.household.code)
    return answer(request, "accounts/eater/delete.html", form, line=line)


def refuse_other(request: HouseholdRequest) -> HttpResponse:
    sentence = _("What others eat is theirs to say, or for those who run the household.")
    return refuse(request, sentence)
