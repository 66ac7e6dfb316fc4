from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.doors import TABLE, HouseholdRequest, open_to
from chat.queries.assistant_page import page_of
from chat.queries.usage_page import usage_of


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """`?month=2026-11`; without one, or with none that is one, the present."""
    usage = usage_of(request.household, _month(request.GET.get("month", "")))
    return render(request, "chat/usage/show.html", {"usage": usage, "page": page_of(request.household)})


def _month(typed: str) -> date:
    present = timezone.localdate().replace(day=1)
    try:
        asked = date.fromisoformat(f"{typed}-01")
    except ValueError:
        return present
    return min(asked, present) if asked.year > 1970 else present  # noqa: PLR2004  (no computer counted before)
