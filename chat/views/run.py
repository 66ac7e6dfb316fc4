from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.agent.builtin.name import NAME as BUILTIN
from chat.models import Run
from chat.queries.conversation import readable
from chat.queries.message import line_of
from chat.queries.spent import costs_of
from chat.services.run import retry_run, stop_run
from chat.viewer import viewer_of
from chat.views.shown import refused_here
from kitchen.errors import DomainError
from kitchen.http import go, is_htmx


@open_to(*EVERYBODY)
@require_POST
def stop(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return _done(request, id, stop_run)


@open_to(*EVERYBODY)
@require_POST
def retry(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """`by=builtin` asks our own assistant this time."""
    return _done(request, id, partial(retry_run, builtin=request.POST.get("by") == "builtin"))


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """What an answer took: who answered, how long, what it cost."""
    run = _found(request, id)
    viewer = viewer_of(request.membership)
    context = {
        "run": run,
        "line": line_of(run.answer, viewer, request.household),
        "costs": costs_of(run),
        "counted": run.model != BUILTIN and run.input_tokens + run.output_tokens,
    }
    return render(request, "chat/run/_details.html" if is_htmx(request) else "chat/run/show.html", context)


def _found(request: HouseholdRequest, id: UUID) -> Run:
    mine = readable(request.household, viewer_of(request.membership))
    runs = Run.objects.select_related("conversation", "answer__conversation", "asked_by")
    return get_object_or_404(runs.filter(conversation__in=mine), pk=id)


def _done(request: HouseholdRequest, id: UUID, act: Callable[..., object]) -> HttpResponse:
    run = _found(request, id)
    try:
        act(run, by=request.user)
    except DomainError as refusal:
        return refused_here(request, run.conversation, refusal)
    if is_htmx(request):
        return HttpResponse(status=204)  # the socket shows what came of it
    return go(request, "chat:conversation.show", code=request.household.code, id=run.conversation_id)
