"""A conversation as its page shows it, whichever view draws it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.doors import HouseholdRequest
from chat.forms.saying import SayForm
from chat.models import Conversation, ConversationKind
from chat.queries.assistant import settings_of, shown_assistant
from chat.queries.habit import habit_told
from chat.queries.heading import heading_of, waiting_in
from chat.queries.message import Page, page_of, page_with
from chat.queries.thing import Things
from chat.runs.ledger import interrupt_overdue
from chat.viewer import viewer_of
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, for_now, is_htmx
from pantry.queries.stock import eat_first

LONGEST_NUMBER = 9
BESIDE = 4


def shown(request: HouseholdRequest, conversation: Conversation, form: SayForm) -> dict[str, Any]:
    before = _number(request.GET.get("before", ""))
    if at := _number(request.GET.get("at", "")):
        before = page_with(conversation, at)
    page = _page(request, conversation, before)
    return {
        **_around(request, conversation),
        "page": page,
        "before": before,
        "running": page.running,
        "form": form,
    }


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_NUMBER else None


def _around(request: HouseholdRequest, conversation: Conversation) -> dict[str, Any]:
    return {
        "conversation": conversation,
        "household": request.household,
        "viewer": viewer_of(request.membership),
        "group": conversation.kind == ConversationKind.GROUP,
        "heading": heading_of(conversation, request.household, viewer_of(request.membership)),
        "waiting": waiting_in(conversation, viewer_of(request.membership)),
        "assistant": shown_assistant(conversation.household),
        "habit": habit_told(settings_of(conversation.household).approvals, viewer_of(request.membership)),
        "urgent": eat_first(request.household, today=timezone.localdate(), limit=BESIDE),
    }


def _page(request: HouseholdRequest, conversation: Conversation, before: int | None) -> Page:
    """What a dead process left is settled before it is drawn: nobody waits for an answer that nobody writes."""
    viewer = viewer_of(request.membership)
    things = Things(request.household, viewer, timezone.localdate())
    page = page_of(conversation, viewer, things, before)
    running = page.running
    if running and running.lease_until and running.lease_until < timezone.now():
        interrupt_overdue(conversation=conversation)
        page = page_of(conversation, viewer, things, before)
    return page


def show_again(request: HouseholdRequest, conversation: Conversation, form: SayForm) -> HttpResponse:
    """The whole page with what was typed and what was wrong with it."""
    page = render(request, "chat/conversation/show.html", shown(request, conversation, form), status=UNPROCESSABLE)
    return for_now(page, form.refusal)


def show_refused(request: HouseholdRequest, conversation: Conversation, refusal: DomainError) -> HttpResponse:
    """The whole page with a sentence above the composer: what a button of it was answered without htmx."""
    context = {**shown(request, conversation, SayForm()), "refusal": str(refusal)}
    return for_now(render(request, "chat/conversation/show.html", context, status=UNPROCESSABLE), refusal)


def refused_here(request: HouseholdRequest, conversation: Conversation, refusal: DomainError) -> HttpResponse:
    """What a button of a conversation is answered: htmx gets the sentence, to be put above the composer."""
    if not is_htmx(request):
        return show_refused(request, conversation, refusal)
    context = {"household": request.household, "refusal": str(refusal)}
    return for_now(render(request, "chat/message/_refusal.html", context, status=UNPROCESSABLE), refusal)
