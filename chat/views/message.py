from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from accounts.answers import refusing
from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.forms.saying import SayForm
from chat.models import Conversation, ConversationKind
from chat.services.message import send_message
from chat.views.conversation import found
from chat.views.shown import show_again
from kitchen.http import UNPROCESSABLE, go, is_htmx


@open_to(*EVERYBODY)
@require_POST
def create(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """`id` is the conversation's. htmx gets an empty composer: the message comes over the socket, to everybody."""
    conversation = found(request, id)
    form = SayForm(request.POST)
    if form.is_valid():
        with refusing(form):
            send_message(conversation, form.cleaned_data["text"], by=request.user, id=form.cleaned_data["id"])
            if not is_htmx(request):
                return go(request, "chat:conversation.show", code=request.household.code, id=id)
            return _composer(request, conversation, SayForm())
    return (_composer if is_htmx(request) else show_again)(request, conversation, form)


def _composer(request: HouseholdRequest, conversation: Conversation, form: SayForm) -> HttpResponse:
    group = conversation.kind == ConversationKind.GROUP
    context = {"conversation": conversation, "household": request.household, "group": group, "form": form}
    status = UNPROCESSABLE if form.errors else None
    return render(request, "chat/message/_composer.html", context, status=status)
