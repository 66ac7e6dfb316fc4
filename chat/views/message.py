from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST
from django_htmx.http import reswap

from accounts.answers import refusing
from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.forms.saying import SayForm
from chat.models import Conversation, ConversationKind
from chat.services.message import send_message
from chat.views.conversation import found
from chat.views.shown import refused_here, show_again
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, for_now, go, is_htmx
from kitchen.templatetags.kitchen import dom_id


@open_to(*EVERYBODY)
@require_POST
def create(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """`id` is the conversation's. htmx gets an empty composer: the message comes over the socket, to everybody."""
    conversation = found(request, id)
    form = SayForm(request.POST, request.FILES)
    if form.is_valid():
        with refusing(form):
            said = {"id": form.cleaned_data["id"], "brought": form.brought()}
            send_message(conversation, form.cleaned_data["text"], by=request.user, **said)
            if not is_htmx(request):
                return go(request, "chat:conversation.show", code=request.household.code, id=id)
            return _composer(request, conversation, SayForm())
    return (_again if is_htmx(request) else show_again)(request, conversation, form)


def _again(request: HouseholdRequest, conversation: Conversation, form: SayForm) -> HttpResponse:
    """What was pressed and not typed leaves the composer alone: only the sentence is shown."""
    if request.headers.get("HX-Target") != dom_id("refusal"):
        return _composer(request, conversation, form)
    sentences = [str(error) for errors in form.errors.values() for error in errors]
    answer = refused_here(request, conversation, form.refusal or DomainError(sentences[0]))
    return reswap(answer, "outerHTML")


def _composer(request: HouseholdRequest, conversation: Conversation, form: SayForm) -> HttpResponse:
    group = conversation.kind == ConversationKind.GROUP
    context = {"conversation": conversation, "household": request.household, "group": group, "form": form}
    status = UNPROCESSABLE if form.errors else None
    return for_now(render(request, "chat/message/_composer.html", context, status=status), form.refusal)
