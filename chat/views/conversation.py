from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing
from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.forms.saying import RenameForm, SayForm, StartForm
from chat.models import Conversation
from chat.queries.conversation import readable, restorable
from chat.queries.page import assistant_name
from chat.services import conversation as conversations
from chat.services.message import begin_conversation
from chat.viewer import viewer_of
from chat.views.shown import shown
from kitchen.errors import DomainError
from kitchen.http import go, refused


def found(request: HouseholdRequest, id: UUID) -> Conversation:
    return get_object_or_404(readable(request.household, viewer_of(request.membership)), pk=id)


@open_to(*EVERYBODY)
def create(request: HouseholdRequest) -> HttpResponse:
    form = StartForm(posted(request), group=viewer_of(request.membership).at_table)
    if form.is_valid():
        with refusing(form):
            text, id = form.cleaned_data["text"], form.cleaned_data["id"]
            made = begin_conversation(request.household, form.opening(), text, by=request.user, id=id)
            return go(request, "chat:conversation.show", code=request.household.code, id=made.pk)
    return answer(request, "chat/conversation/create.html", form, assistant=assistant_name())


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return render(request, "chat/conversation/show.html", shown(request, found(request, id), SayForm()))


@open_to(*EVERYBODY)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    conversation = found(request, id)
    form = RenameForm(posted(request), initial={"title": conversation.title})
    if form.is_valid():
        with refusing(form):
            conversations.rename_conversation(conversation, form.cleaned_data["title"], by=request.user)
            return go(request, "chat:conversation.show", code=request.household.code, id=id)
    return answer(request, "chat/conversation/edit.html", form, conversation=conversation)


@open_to(*EVERYBODY)
def delete(request: HouseholdRequest, id: UUID) -> HttpResponse:
    conversation = found(request, id)
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            conversations.delete_conversation(conversation, by=request.user)
            undo = reverse("chat:conversation.restore", kwargs={"code": request.household.code, "id": id})
            messages.success(request, _("The conversation is deleted."), extra_tags=f"undo:{undo}")
            return go(request, "chat:home", code=request.household.code)
    return answer(request, "chat/conversation/delete.html", form, conversation=conversation)


@open_to(*EVERYBODY)
@require_POST
def restore(request: HouseholdRequest, id: UUID) -> HttpResponse:
    conversation = get_object_or_404(restorable(request.household, viewer_of(request.membership)), pk=id)
    try:
        conversations.restore_conversation(conversation, by=request.user)
    except DomainError as refusal:
        context: dict[str, Any] = {"form": ConfirmForm({}), "conversation": conversation, "refusal": str(refusal)}
        return refused(request, "chat/conversation/delete.html", context)
    return go(request, "chat:conversation.show", code=request.household.code, id=id)
