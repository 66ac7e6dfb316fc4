from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.models import Proposal
from chat.queries.conversation import readable
from chat.queries.message import line_of
from chat.services.proposal import approve_proposal, deny_proposal, undo_proposal
from chat.viewer import viewer_of
from chat.views.shown import show_refused
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, go, is_htmx


@open_to(*EVERYBODY)
@require_POST
def approve(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return _decided(request, id, approve_proposal)


@open_to(*EVERYBODY)
@require_POST
def deny(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return _decided(request, id, deny_proposal)


@open_to(*EVERYBODY)
@require_POST
def undo(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return _decided(request, id, undo_proposal)


def _decided(request: HouseholdRequest, id: UUID, decide: Callable[..., object]) -> HttpResponse:
    mine = readable(request.household, viewer_of(request.membership))
    proposals = Proposal.objects.select_related("message__conversation", "run").filter(message__conversation__in=mine)
    proposal = get_object_or_404(proposals, pk=id)
    refusal = ""
    try:
        decide(proposal, by=request.user)
    except DomainError as error:
        refusal = str(error)
    if is_htmx(request):
        return _card(request, proposal, refusal)
    conversation = proposal.message.conversation
    if refusal:
        return show_refused(request, conversation, refusal)
    return go(request, "chat:conversation.show", code=request.household.code, id=conversation.pk)


def _card(request: HouseholdRequest, proposal: Proposal, refusal: str) -> HttpResponse:
    line = line_of(proposal.message, viewer_of(request.membership), request.household)
    offer = next(one for one in line.offers if one.id == proposal.pk)
    context = {"offer": offer, "household": request.household, "refusal": refusal}
    return render(request, "chat/proposal/_proposal.html", context, status=UNPROCESSABLE if refusal else None)
