from copy import copy

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.forms.delete_account import DeleteAccountForm
from accounts.forms.profile import ProfileForm
from accounts.queries.me import farewell_of, overview_of
from accounts.requests import PersonRequest, asks_again
from accounts.services.person import change_profile, delete_person
from kitchen.errors import DomainError
from kitchen.http import go, refused


@login_required
def show(request: PersonRequest) -> HttpResponse:
    return render(request, "accounts/me/show.html", {"me": overview_of(request.user)})


@login_required
def edit(request: PersonRequest) -> HttpResponse:
    form = ProfileForm(request.POST or None, instance=copy(request.user))
    if request.method != "POST":
        return render(request, "accounts/me/edit.html", {"form": form})
    if form.is_valid():
        try:
            change_profile(request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Saved."))
            return go(request, "accounts:me.show")
    return refused(request, "accounts/me/edit.html", {"form": form})


@asks_again
def delete(request: PersonRequest) -> HttpResponse:
    form = DeleteAccountForm(request.POST or None, user=request.user)
    context = {"form": form, "farewell": farewell_of(request.memberships)}
    if request.method != "POST":
        return render(request, "accounts/me/delete.html", context)
    if form.is_valid():
        try:
            delete_person(request.user)
        except DomainError as refusal:
            form.refuse(refusal)
        else:
            logout(request)
            messages.success(request, _("Your account is deleted."))
            return go(request, "accounts:start")
    return refused(request, "accounts/me/delete.html", context)
