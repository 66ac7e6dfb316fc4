from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.forms.listing import wanted_of
from chat.forms.saying import StartForm
from chat.queries.assistant import settings_of, shown_assistant
from chat.queries.conversation_list import conversations
from chat.queries.habit import habit_told
from chat.queries.page import suggestions
from chat.viewer import viewer_of
from kitchen.http import is_htmx


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """One's own conversations and the household's; `?q=` searches, `?show=archived` has those put aside."""
    viewer = viewer_of(request.membership)
    found = conversations(request.household, viewer, wanted_of(request.GET))
    if is_htmx(request):
        return render(request, "chat/home/_list.html", {"found": found})
    context = {
        "found": found,
        "form": StartForm(group=viewer.at_table),
        "suggestions": suggestions(request.household, timezone.localdate()),
        "assistant": shown_assistant(request.household),
        "habit": habit_told(settings_of(request.household).approvals, viewer),
    }
    return render(request, "chat/home/page.html", context)
