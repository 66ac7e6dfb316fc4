from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accounts.answers import answer, posted, refusing
from accounts.forms.eater import needs_of
from accounts.forms.household import HouseholdForm
from accounts.forms.onboarding import FirstThingsForm, PeopleForm
from accounts.models import Eater, Household
from accounts.queries.eater import eaters_of
from accounts.queries.membership import memberships_of
from accounts.queries.onboarding import THINGS_KEY, Name, Progress, progress_of
from accounts.requests import PersonRequest
from accounts.services.eater import add_eater, change_eater, own_place
from accounts.services.household import create_household
from accounts.services.onboarding import finish_step, keep_first_things, put_away_first_things, skip_onboarding
from kitchen import tenancy
from kitchen.forms import Form
from kitchen.http import go

INVITATION = "invitation"  # what accounts/views/join.py keeps in the session of somebody not signed in yet


def progress(request: PersonRequest) -> Progress:
    return progress_of(request.user, request.memberships)


def step_page(request: PersonRequest, step: Name, form: Form, now: Progress, **context: Any) -> HttpResponse:
    context |= {"progress": now, "name": step.value, "number": now.number(step)}
    return answer(request, f"accounts/onboarding/{step.value}.html", form, **context)


def onward(request: PersonRequest, now: Progress) -> HttpResponse:
    """To the next open step, else into the house."""
    if now.next:
        return go(request, now.next.url_name)
    if now.household:
        return go(request, "home:today", code=now.household.code)
    return go(request, "accounts:start")


def finish(request: PersonRequest, step: Name, *, skipped: bool = False) -> HttpResponse:
    return onward(request, finish_step(request.user, step, request.memberships, skipped=skipped))


@require_safe
@login_required
def show(request: PersonRequest) -> HttpResponse:
    if token := request.session.get(INVITATION):
        return go(request, "accounts:join.show", token=token)
    return render(request, "accounts/onboarding/show.html", {"progress": progress(request)})


@login_required
def household(request: PersonRequest) -> HttpResponse:
    now = progress(request)
    if now.household or not now.has(Name.HOUSEHOLD):
        return onward(request, now)
    form = HouseholdForm(posted(request), maker=request.user)
    if form.is_valid():
        with refusing(form):
            create_household(by=request.user, **form.cleaned_data)
            request.memberships = memberships_of(request.user)
            return finish(request, Name.HOUSEHOLD)
    return step_page(request, Name.HOUSEHOLD, form, now)


@login_required
def people(request: PersonRequest) -> HttpResponse:
    now = progress(request)
    if now.home is None:
        return onward(request, now)
    tenancy.narrow(now.home.household_id)
    me = own_place(now.home.household, request.user)
    form = PeopleForm(posted(request), initial=needs_of(me))
    if form.is_valid():
        with refusing(form):
            return seat(request, now.home.household, me, form)
    opened = form.other_open or "another" in request.GET
    return step_page(request, Name.PEOPLE, form, now, table=eaters_of(now.home), opened=opened)


def seat(request: PersonRequest, household: Household, me: Eater | None, form: PeopleForm) -> HttpResponse:
    """Keep what was said; the button "and another" draws the page again for the next person."""
    if me:
        change_eater(me, by=request.user, name=me.name, needs=form.needs())
    if name := form.cleaned_data["other_name"]:
        id = form.cleaned_data["other_id"]
        add_eater(household, name, by=request.user, needs=form.other_needs(), id=id)
        messages.success(request, _("%(name)s has a place at the table.") % {"name": name})
    if "another" in request.POST:
        return go(request, f"{reverse('accounts:onboarding.people')}?another=yes")
    return finish(request, Name.PEOPLE)


@login_required
def pantry(request: PersonRequest) -> HttpResponse:
    now = progress(request)
    if not now.has(Name.PANTRY):
        return onward(request, now)
    form = FirstThingsForm(posted(request), request.user.preferences.get(THINGS_KEY, []))
    if form.is_valid():
        with refusing(form):
            settle(request, now.household, form)
            return finish(request, Name.PANTRY)
    return step_page(request, Name.PANTRY, form, now)


def settle(request: PersonRequest, household: Household | None, form: FirstThingsForm) -> None:
    """Onto the shelves of the person's household, or kept until they have one."""
    things = form.all_things()
    if household:
        tenancy.narrow(household.pk)
        put_away_first_things(household, things, by=request.user, operation=form.operation())
    else:
        keep_first_things(request.user, things)
    if things:
        messages.success(request, put_away(len(things)) if household else kept_for_pantry(len(things)))


def put_away(count: int) -> str:
    return ngettext("On your shelves: %(count)d thing.", "On your shelves: %(count)d things.", count) % {"count": count}


def kept_for_pantry(count: int) -> str:
    return ngettext("Kept for your pantry: %(count)d thing.", "Kept for your pantry: %(count)d things.", count) % {
        "count": count
    }


@login_required
def skip(request: PersonRequest) -> HttpResponse:
    """One step, or (without a name of one) all that is left."""
    if request.method != "POST":
        return go(request, "accounts:onboarding.show")
    now, name = progress(request), request.POST.get("step", "")
    if now.has(name):
        return finish(request, Name(name), skipped=True)
    skip_onboarding(request.user)
    if now.household:
        return go(request, "home:today", code=now.household.code)
    return go(request, "accounts:household.index")
