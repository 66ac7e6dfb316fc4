from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.answers import answer, refusing
from accounts.forms.push import BrowserForm, MovedForm
from accounts.limits import Limit, too_many
from accounts.models import PushSubscription
from accounts.push.browsers import SESSION_KEY, add_browser, forget_browser, move_browser
from accounts.queries.session import device_of
from accounts.requests import PersonRequest
from accounts.tasks import try_message
from kitchen.http import go

TRIES = Limit("push-tries", 5, 600)
ADDED = Limit("push-added", 20, 3600)


@login_required
@require_POST
def create(request: PersonRequest) -> HttpResponse:
    """Tell this browser from now on; added again, its keys are renewed."""
    if ADDED.reached(request):
        return too_many(request)
    form = BrowserForm(request.POST)
    if form.is_valid():
        with refusing(form):
            ADDED.count(request)
            device = device_of(request.headers.get("user-agent", ""))[0]
            row = add_browser(request.user, form.address, device=device)
            request.session[SESSION_KEY] = row.endpoint_key
            messages.success(request, _("Messages come to this browser from now on."))
            return _back(request)
    return answer(request, "accounts/push/create.html", form)


@csrf_exempt
@login_required
@require_POST
def renew(request: PersonRequest) -> HttpResponse:
    """Asked by the service worker, which has no form with a token: the former address proves which browser it is."""
    form = MovedForm(request.POST)
    if form.is_valid():
        with refusing(form):
            row = move_browser(request.user, form.cleaned_data["former"], form.address)
            request.session[SESSION_KEY] = row.endpoint_key
            return HttpResponse(status=204)
    return answer(request, "accounts/push/create.html", form)


@login_required
@require_POST
def forget(request: PersonRequest, id: UUID) -> HttpResponse:
    gone = forget_browser(request.user, pk=id)
    messages.success(request, _("No more messages there.") if gone else _("This browser was forgotten already."))
    return _back(request)


@login_required
@require_POST
def test(request: PersonRequest, id: UUID) -> HttpResponse:
    if not PushSubscription.objects.filter(user=request.user, pk=id).exists():
        raise Http404
    if TRIES.reached(request):
        return too_many(request)
    TRIES.count(request)
    try_message.defer(person=str(request.user.pk), browser=str(id))
    messages.success(request, _("A message is on its way: it should be there within a few seconds."))
    return _back(request)


def _back(request: PersonRequest) -> HttpResponse:
    return go(request, f"{reverse('accounts:preference.edit')}#messages")
