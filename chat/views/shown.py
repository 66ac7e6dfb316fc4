"""A conversation as its page shows it, whichever view draws it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.doors import HouseholdRequest
from chat.forms.saying import SayForm
from chat.models import Conversation, ConversationKind
from chat.queries.message import Page, page_of
from chat.queries.page import assistant_name
from chat.queries.thing import Things
from chat.runs.ledger import interrupt_overdue
from chat.viewer import viewer_of
from kitchen.http import UNPROCESSABLE
from pantry.queries.stock import eat_first

LONGEST_NUMBER = 9
BESIDE = 4


def shown(request: HouseholdRequest, conversation: Conversation, form: SayForm) -> dict[str, Any]:
    typed = request.GET.get("before", "")
    before = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_NUMBER else None
    page = _page(request, conversation, before)
    return {
        **_around(request, conversation),
        "page": page,
        "before": before,
        "running": page.running,
        "form": form,
    }


def _around(request: HouseholdRequest, conversation: Conversation) -> dict[str, Any]:
    return {
        "conversation": conversation,
        "household": request.household,
        "viewer": viewer_of(request.membership),
        "group": conversation.kind == ConversationKind.GROUP,
        "assistant": assistant_name(),
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
    return render(request, "chat/conversation/show.html", shown(request, conversation, form), status=UNPROCESSABLE)


def show_refused(request: HouseholdRequest, conversation: Conversation, refusal: str) -> HttpResponse:
    """The whole page with a sentence above the composer: what a button of it was answered without htmx."""
    context = {**shown(request, conversation, SayForm()), "refusal": refusal}
    return render(request, "chat/conversation/show.html", context, status=UNPROCESSABLE)
