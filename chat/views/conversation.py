from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing
from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.forms.conversation import ConversationForm
from chat.forms.saying import SayForm, StartForm
from chat.models import Conversation, ConversationKind
from chat.queries.about import Topic, earlier_about, topic_asked
from chat.queries.assistant import shown_assistant
from chat.queries.conversation import readable, restorable, with_marks
from chat.queries.first_questions import first_questions
from chat.queries.heading import with_heading
from chat.queries.page import suggestions
from chat.queries.transcript import file_name, transcript
from chat.services import conversation as conversations
from chat.services import mark as marks
from chat.services.message import begin_conversation
from chat.viewer import viewer_of
from chat.views.shown import shown
from kitchen.errors import DomainError
from kitchen.http import go, refused


def found(request: HouseholdRequest, id: UUID) -> Conversation:
    mine = with_marks(readable(request.household, viewer_of(request.membership)), request.user.pk)
    whole = with_heading(mine, request.user.pk).select_related("household__assistant")
    conversation: Conversation = get_object_or_404(whole, pk=id)
    return conversation


@open_to(*EVERYBODY)
def create(request: HouseholdRequest) -> HttpResponse:
    """`?about=recipe&thing=…`: from the page of a thing."""
    viewer, given = viewer_of(request.membership), posted(request) or request.GET
    topic = topic_asked(request.household, viewer, given.get("about", ""), given.get("thing", ""))
    form = StartForm(posted(request), request.FILES or None, group=viewer.at_table)
    if form.is_valid():
        with refusing(form):
            said = {"text": form.cleaned_data["text"], "id": form.cleaned_data["id"], "brought": form.brought()}
            made = begin_conversation(request.household, form.opening(topic), by=request.user, **said)
            return go(request, "chat:conversation.show", code=request.household.code, id=made.pk)
    return answer(request, "chat/conversation/create.html", form, **_opening(request, topic))


def _opening(request: HouseholdRequest, topic: Topic | None) -> dict[str, Any]:
    """What stands around the first message; without a topic, what the room itself offers."""
    viewer, context = viewer_of(request.membership), {"assistant": shown_assistant(request.household), "topic": topic}
    if topic is None:
        return {**context, "suggestions": suggestions(request.household, timezone.localdate())}
    earlier = earlier_about(request.household, viewer, topic)
    return {**context, "suggestions": first_questions(request.household, topic), "earlier": earlier}


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """What is on the newest page has been read; `?at=` is the number of a message that is looked for."""
    conversation = found(request, id)
    context = shown(request, conversation, SayForm())
    read_to = 0 if context["before"] else context["page"].read_to
    before = vars(conversation)["read_number"]
    if read_to > (before or 0):
        marks.mark_read(conversation, read_to, person=request.user.pk, first=before is None)
    return render(request, "chat/conversation/show.html", context)


@open_to(*EVERYBODY)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    conversation = found(request, id)
    form = ConversationForm(posted(request), of=conversation)
    if form.is_valid():
        with refusing(form):
            conversations.set_conversation(conversation, by=request.user, **form.cleaned_data)
            return go(request, "chat:conversation.show", code=request.household.code, id=id)
    group = conversation.kind == ConversationKind.GROUP
    return answer(request, "chat/conversation/edit.html", form, conversation=conversation, group=group)


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
@require_safe
def export(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """All of it as Markdown, to be taken along."""
    conversation = found(request, id)
    response = HttpResponse(transcript(conversation), content_type="text/markdown; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name(conversation)}"'
    return response


@open_to(*EVERYBODY)
@require_POST
def pin(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """`on` says whether it stands on top from now on; pressed twice, it is the same."""
    return _marked(request, id, marks.pin_conversation)


@open_to(*EVERYBODY)
@require_POST
def archive(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return _marked(request, id, marks.archive_conversation)


def _marked(request: HouseholdRequest, id: UUID, mark: Callable[..., object]) -> HttpResponse:
    mark(found(request, id), by=request.user, on=bool(request.POST.get("on")))
    return go(request, "chat:home", code=request.household.code)


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
