from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.forms.preference import PreferenceForm
from accounts.preferences import preferences_of
from accounts.requests import PersonRequest
from accounts.services.person import keep_preferences
from kitchen.http import go, refused


@login_required
def edit(request: PersonRequest) -> HttpResponse:
    form = PreferenceForm(request.POST or None, initial=asdict(preferences_of(request.user)))
    if request.method != "POST":
        return render(request, "accounts/preference/edit.html", {"form": form})
    if not form.is_valid():
        return refused(request, "accounts/preference/edit.html", {"form": form})
    keep_preferences(request.user, **form.chosen())
    messages.success(request, _("Saved."))
    return go(request, "accounts:me.show")
