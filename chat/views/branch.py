from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from accounts.answers import posted, refusing
from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.forms.branch import OtherwiseForm
from chat.models import Message
from chat.queries.conversation import readable
from chat.queries.message import line_of
from chat.services.branch import answer_anew, ask_otherwise, choose_branch
from chat.viewer import viewer_of
from chat.views.shown import refused_here
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, for_now, go, is_htmx


def found(request: HouseholdRequest, id: UUID) -> Message:
    mine = readable(request.household, viewer_of(request.membership))
    return get_object_or_404(Message.objects.select_related("conversation").filter(conversation__in=mine), pk=id)


@open_to(*EVERYBODY)
@require_POST
def create(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """Another answer in the place of the answer `id`."""
    return _done(request, found(request, id), answer_anew)


@open_to(*EVERYBODY)
@require_POST
def choose(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return _done(request, found(request, id), choose_branch)


@open_to(*EVERYBODY)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """The question `id` put otherwise. htmx gets the form in its place, and then nothing: the socket shows the rest."""
    message = found(request, id)
    form = OtherwiseForm(posted(request), initial={"text": message.text})
    if form.is_valid():
        with refusing(form):
            text, own = form.cleaned_data["text"], form.cleaned_data["id"]
            ask_otherwise(message, text, by=request.user, id=own)
            return _answered(request, message)
    template = "chat/branch/_edit.html" if is_htmx(request) else "chat/branch/edit.html"
    context = {"form": form, "message": message, "household": request.household}
    page = render(request, template, context, status=UNPROCESSABLE if form.errors else None)
    return for_now(page, form.refusal)


@open_to(*EVERYBODY)
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """One message as it stands in its conversation, which is what a browser gets."""
    message = found(request, id)
    if not is_htmx(request):
        return go(request, "chat:conversation.show", code=request.household.code, id=message.conversation_id)
    viewer = viewer_of(request.membership)
    context = {"line": line_of(message, viewer, request.household), "household": request.household, "viewer": viewer}
    return render(request, "chat/message/_message.html", context)


def _done(request: HouseholdRequest, message: Message, act: Callable[..., object]) -> HttpResponse:
    try:
        act(message, by=request.user)
    except DomainError as refusal:
        return refused_here(request, message.conversation, refusal)
    return _answered(request, message)


def _answered(request: HouseholdRequest, message: Message) -> HttpResponse:
    if is_htmx(request):
        return HttpResponse(status=204)  # the socket shows what came of it
    return go(request, "chat:conversation.show", code=request.household.code, id=message.conversation_id)
