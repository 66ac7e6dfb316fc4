from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.forms.saying import StartForm
from chat.queries.conversation import conversations
from chat.queries.page import assistant_name, suggestions
from chat.viewer import viewer_of
from kitchen.http import is_htmx

HIGHEST_PAGE = 9999


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """One's own conversations and the household's, by day; htmx asks again when one of the household's changes."""
    viewer = viewer_of(request.membership)
    found = conversations(request.household, viewer, page_number(request.GET.get("page", "")))
    if is_htmx(request):
        return render(request, "chat/home/_list.html", {"found": found})
    context = {
        "found": found,
        "form": StartForm(group=viewer.at_table),
        "suggestions": suggestions(request.household, timezone.localdate()),
        "assistant": assistant_name(),
    }
    return render(request, "chat/home/page.html", context)


def page_number(typed: str) -> int:
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= len(str(HIGHEST_PAGE)) else 1
    return max(1, number)
