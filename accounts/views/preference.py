from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from accounts.answers import answer, posted
from accounts.forms.preference import PreferenceForm
from accounts.preferences import preferences_of
from accounts.push.browsers import SESSION_KEY
from accounts.queries.push import messages_of
from accounts.requests import PersonRequest
from accounts.services.person import keep_preferences
from kitchen.http import go


@login_required
def edit(request: PersonRequest) -> HttpResponse:
    form = PreferenceForm(posted(request), preferences_of(request.user), request.memberships)
    if form.is_valid():
        keep_preferences(request.user, **form.values())
        messages.success(request, _("Saved."))
        return go(request, "accounts:me.show")
    told = messages_of(request.user, here=request.session.get(SESSION_KEY, ""))
    return answer(request, "accounts/preference/edit.html", form, told=told)
