from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import RUNNERS, HouseholdRequest, open_to
from chat.queries.assistant_page import page_of
from chat.runs.trial import start_trial
from chat.services.assistant import begin_trial
from kitchen.http import go, is_htmx


@open_to(*RUNNERS)
@require_POST
def create(request: HouseholdRequest) -> HttpResponse:
    """Asked beside the requests: the page looks again until the model has answered, or its time is over."""
    start_trial(begin_trial(request.household, by=request.user), request.household, request.user)
    if is_htmx(request):
        return _state(request)
    return go(request, "chat:assistant.show", code=request.household.code)


@open_to(*RUNNERS)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    if is_htmx(request):
        return _state(request)
    return go(request, "chat:assistant.show", code=request.household.code)


def _state(request: HouseholdRequest) -> HttpResponse:
    return render(request, "chat/assistant_trial/_trial.html", {"page": page_of(request.household)})
