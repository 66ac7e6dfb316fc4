from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import answer, posted, refusing
from accounts.doors import RUNNERS, TABLE, HouseholdRequest, open_to
from chat.forms.assistant import AssistantForm
from chat.queries.assistant import settings_of
from chat.queries.assistant_page import page_of
from chat.services.assistant import choose_assistant
from kitchen.http import go


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    return render(request, "chat/assistant/show.html", {"page": page_of(request.household)})


@open_to(*RUNNERS)
def edit(request: HouseholdRequest) -> HttpResponse:
    household = request.household
    form = AssistantForm(posted(request), row=settings_of(household), currency=household.currency)
    if form.is_valid():
        with refusing(form):
            choose_assistant(household, form.choice(), by=request.user, **_key(form))
            messages.success(request, _("Saved."))
            return go(request, "chat:assistant.show", code=household.code)
    return answer(request, "chat/assistant/edit.html", form)


def _key(form: AssistantForm) -> dict[str, Any]:
    given = form.cleaned_data
    return {"key": given["key"].strip(), "forget_key": given.get("forget_key", False)}
