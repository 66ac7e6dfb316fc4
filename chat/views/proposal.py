from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from accounts.answers import posted, refusing
from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.forms.proposal import ProposalForm
from chat.models import Message, Proposal
from chat.queries.conversation import readable
from chat.queries.message import line_of
from chat.queries.proposal import to_decide
from chat.queries.proposal_parts import parts_of
from chat.services.proposal import approve_proposal, approve_several, deny_proposal, deny_several, edit_proposal
from chat.services.proposal_undo import undo_proposal
from chat.viewer import viewer_of
from chat.views.shown import show_refused
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, go, is_htmx

# A large change is asked about once more: only a form that has said so goes through.
SURE = "sure"


def found(request: HouseholdRequest, id: UUID) -> Proposal:
    mine = readable(request.household, viewer_of(request.membership))
    proposals = Proposal.objects.select_related("message__conversation", "run", "household")
    return get_object_or_404(proposals, pk=id, message__conversation__in=mine)


def found_all(request: HouseholdRequest, id: UUID) -> Message:
    mine = readable(request.household, viewer_of(request.membership))
    return get_object_or_404(Message.objects.select_related("conversation"), pk=id, conversation__in=mine)


@open_to(*EVERYBODY)
@require_POST
def approve(request: HouseholdRequest, id: UUID) -> HttpResponse:
    proposal = found(request, id)
    if proposal.large and SURE not in request.POST:
        return _asked_again(request, proposal.message, proposal)
    return _decided(request, proposal, _approving(request, approve_proposal))


@open_to(*EVERYBODY)
@require_POST
def deny(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return _decided(request, found(request, id), deny_proposal)


@open_to(*EVERYBODY)
@require_POST
def undo(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return _decided(request, found(request, id), undo_proposal)


@open_to(*EVERYBODY)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """What is said otherwise is shown again before it is agreed to."""
    proposal = found(request, id)
    try:
        form = ProposalForm(parts_of(proposal, request.membership), posted(request))
    except DomainError as refusal:
        return _not_edited(request, proposal, str(refusal))
    if form.is_valid():
        with refusing(form):
            edit_proposal(proposal, form.cleaned_data, by=request.user)
            return _answer(request, proposal, "")
    template = "chat/proposal/_edit.html" if is_htmx(request) else "chat/proposal/edit.html"
    context = {"form": form, "proposal": proposal, "household": request.household}
    return render(request, template, context, status=UNPROCESSABLE if form.errors else None)


def _not_edited(request: HouseholdRequest, proposal: Proposal, refusal: str) -> HttpResponse:
    """Whoever only follows a link to what was decided meanwhile is led back, and told."""
    if request.method == "POST" or is_htmx(request):
        return _answer(request, proposal, refusal)
    messages.info(request, refusal)
    conversation = proposal.message.conversation_id
    return go(request, "chat:conversation.show", code=request.household.code, id=conversation)


@open_to(*EVERYBODY)
@require_POST
def approve_all(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """All that waits in one message; `id` is the message's."""
    message = found_all(request, id)
    if SURE not in request.POST and any(offer.large for offer in to_decide(_line(request, message).offers)):
        return _asked_again(request, message, None)
    return _all_decided(request, message, _approving(request, approve_several))


@open_to(*EVERYBODY)
@require_POST
def deny_all(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return _all_decided(request, found_all(request, id), deny_several)


def _approving(request: HouseholdRequest, approve: Callable[..., object]) -> Callable[..., object]:
    return partial(approve, shown=request.POST.getlist("shown"))


def _decided(request: HouseholdRequest, proposal: Proposal, decide: Callable[..., object]) -> HttpResponse:
    refusal = ""
    try:
        decide(proposal, by=request.user)
    except DomainError as error:
        refusal = str(error)
    return _answer(request, proposal, refusal)


def _answer(request: HouseholdRequest, proposal: Proposal, refusal: str) -> HttpResponse:
    conversation = proposal.message.conversation
    if is_htmx(request):
        offer = next(one for one in _line(request, proposal.message).offers if one.id == proposal.pk)
        context = {"offer": offer, "household": request.household, "refusal": refusal, "answered": True}
        status = UNPROCESSABLE if refusal else None
        return render(request, "chat/proposal/_proposal.html", context, status=status)
    if refusal:
        return show_refused(request, conversation, DomainError(refusal))
    return go(request, "chat:conversation.show", code=request.household.code, id=conversation.pk)


def _all_decided(request: HouseholdRequest, message: Message, decide: Callable[..., object]) -> HttpResponse:
    waiting = [offer.id for offer in to_decide(_line(request, message).offers)]
    rows = Proposal.objects.select_related("message__conversation", "run").filter(message=message, pk__in=waiting)
    refusal = ""
    try:
        decide(list(rows.order_by("created_at", "id")), by=request.user)
    except DomainError as error:
        refusal = str(error)
    if is_htmx(request):
        context = {"line": _line(request, message), "household": request.household, "refusal": refusal}
        context["decided"] = next(iter(waiting), None)
        return render(request, "chat/proposal/_offers.html", context, status=UNPROCESSABLE if refusal else None)
    if refusal:
        return show_refused(request, message.conversation, DomainError(refusal))
    return go(request, "chat:conversation.show", code=request.household.code, id=message.conversation_id)


def _asked_again(request: HouseholdRequest, message: Message, proposal: Proposal | None) -> HttpResponse:
    """The question that a large change asks before it is done; without `proposal` for all of a message."""
    line = _line(request, message)
    offers = [one for one in to_decide(line.offers) if proposal is None or one.id == proposal.pk]
    if not offers:
        return (
            _all_decided(request, message, approve_several) if proposal is None else _nothing_waits(request, proposal)
        )
    context: dict[str, Any] = {"offers": offers, "offer": offers[0], "line": line, "household": request.household}
    context |= {"all": proposal is None, "conversation": message.conversation}
    fragment = "chat/proposal/_approve_all.html" if proposal is None else "chat/proposal/_approve.html"
    return render(request, fragment if is_htmx(request) else "chat/proposal/approve.html", context)


def _nothing_waits(request: HouseholdRequest, proposal: Proposal) -> HttpResponse:
    """Decided, too late, or another's to decide: the service says which."""
    return _decided(request, proposal, approve_proposal)


def _line(request: HouseholdRequest, message: Message) -> Any:
    return line_of(message, viewer_of(request.membership), request.household)
