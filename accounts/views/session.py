from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.queries.session import sessions_of
from accounts.requests import PersonRequest
from accounts.services.session import end_session, end_sessions
from kitchen.http import go


@login_required
def index(request: PersonRequest) -> HttpResponse:
    sessions = sessions_of(request.user, this=request.session.session_key)
    return render(request, "accounts/session/index.html", {"sessions": sessions})


@login_required
@require_POST
def end(request: PersonRequest, id: int) -> HttpResponse:
    ended = end_session(id, by=request.user)
    messages.success(request, _("Signed out there.") if ended else _("This session had ended already."))
    return go(request, "accounts:session.index")


@login_required
@require_POST
def end_others(request: PersonRequest) -> HttpResponse:
    ended = end_sessions(request.user, but=request.session.session_key)
    sentence = ngettext("Signed out in %(n)d other place.", "Signed out in %(n)d other places.", ended)
    messages.success(request, sentence % {"n": ended} if ended else _("You are signed in nowhere else."))
    return go(request, "accounts:session.index")
