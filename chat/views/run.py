from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.models import Run
from chat.queries.conversation import readable
from chat.services.run import retry_run, stop_run
from chat.viewer import viewer_of
from chat.views.shown import show_refused
from kitchen.errors import DomainError
from kitchen.http import go, is_htmx


@open_to(*EVERYBODY)
@require_POST
def stop(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return _done(request, id, stop_run)


@open_to(*EVERYBODY)
@require_POST
def retry(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return _done(request, id, retry_run)


def _done(request: HouseholdRequest, id: UUID, act: Callable[..., object]) -> HttpResponse:
    runs = Run.objects.select_related("conversation").filter(
        conversation__in=readable(request.household, viewer_of(request.membership))
    )
    run = get_object_or_404(runs, pk=id)
    try:
        act(run, by=request.user)
    except DomainError as refusal:
        return show_refused(request, run.conversation, str(refusal))
    if is_htmx(request):
        return HttpResponse(status=204)  # the socket shows what came of it
    return go(request, "chat:conversation.show", code=request.household.code, id=run.conversation_id)
