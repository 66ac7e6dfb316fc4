from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing
from accounts.doors import EVERYBODY, OWNER, RUNNERS, TABLE, HouseholdRequest, open_to
from accounts.forms.household import DeleteHouseholdForm, HandOverForm, HouseholdForm
from accounts.queries.household import settings_of
from accounts.queries.member import heirs_of
from accounts.requests import PersonRequest
from accounts.services import household as households
from accounts.services import membership as people
from kitchen.http import go


@require_safe
@login_required
def index(request: PersonRequest) -> HttpResponse:
    return render(request, "accounts/household/index.html")


@login_required
def create(request: PersonRequest) -> HttpResponse:
    form = HouseholdForm(posted(request), maker=request.user)
    if form.is_valid():
        with refusing(form):
            household = households.create_household(by=request.user, **form.cleaned_data)
            messages.success(request, _("%(name)s is yours: invite the others.") % {"name": household.name})
            return go(request, "home:today", code=household.code)
    return answer(request, "accounts/household/create.html", form)


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    return render(request, "accounts/household/show.html", {"settings": settings_of(request.membership)})


@open_to(*RUNNERS)
def edit(request: HouseholdRequest) -> HttpResponse:
    form = HouseholdForm(posted(request), household=request.household)
    if form.is_valid():
        with refusing(form):
            households.update_household(request.household, by=request.user, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return go(request, "accounts:household.show", code=request.household.code)
    return answer(request, "accounts/household/edit.html", form)


@open_to(*OWNER)
def delete(request: HouseholdRequest) -> HttpResponse:
    name, others = request.household.name, request.household.memberships.count() - 1
    form = DeleteHouseholdForm(posted(request), request.household)
    if form.is_valid():
        with refusing(form):
            households.delete_household(request.household, by=request.user)
            messages.success(request, _("%(name)s is deleted, with everything in it.") % {"name": name})
            return go(request, "accounts:household.index")
    return answer(request, "accounts/household/delete.html", form, others=others)


@open_to(*EVERYBODY)
def leave(request: HouseholdRequest) -> HttpResponse:
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            people.leave_household(request.household, by=request.user)
            messages.success(request, _("You have left %(name)s.") % {"name": request.household.name})
            return go(request, "accounts:household.index")
    return answer(request, "accounts/household/leave.html", form, heirs=heirs_of(request.membership))


@open_to(*OWNER)
def hand_over(request: HouseholdRequest) -> HttpResponse:
    heirs = heirs_of(request.membership)
    form = HandOverForm(posted(request), heirs)
    if form.is_valid():
        with refusing(form):
            heir = form.cleaned_data["membership"]
            people.hand_over(heir, by=request.user)
            messages.success(request, _("The household is now in the hands of %(name)s.") % {"name": heir.user.called})
            return go(request, "accounts:household.show", code=request.household.code)
    return answer(request, "accounts/household/hand_over.html", form, heirs=heirs)
