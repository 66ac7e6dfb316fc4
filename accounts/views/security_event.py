from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.queries.security_event import events_of, told_event
from accounts.requests import PersonRequest
from accounts.services.retention import EVENTS_KEPT


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    page = events_of(request.user, request.GET.get("page"))
    context = {"page_obj": page, "events": [told_event(one) for one in page], "days": EVENTS_KEPT.days}
    return render(request, "accounts/security_event/index.html", context)
