from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import answer, posted
from accounts.forms.join import JoinForm
from accounts.limits import Limit, too_many
from accounts.models import Invitation, Membership, Onboarding, Role
from accounts.queries.invitation import find_invitation
from accounts.requests import PersonRequest
from accounts.services.invitation import accept_invitation
from accounts.services.onboarding import welcome_guest
from kitchen.errors import DomainError
from kitchen.http import go

# Only wrong ones are counted: a whole party may scan the same code at once.
GUESSES = Limit("invitation-guesses", 10, 60)
SESSION_KEY = "invitation"
NOT_FOUND = 404


def by_code(request: HttpRequest) -> HttpResponse:
    """Open to everybody: a code that was read aloud leads to its page."""
    form = JoinForm(posted(request))
    if form.is_valid():
        if GUESSES.reached(request):
            return too_many(request)
        code = form.cleaned_data["code"]
        if find_invitation(code):
            return go(request, "accounts:join.show", token=code)
        GUESSES.count(request)
        form.add_error("code", _("This code lets nobody in: it is mistyped, used up or too old."))
    return answer(request, "accounts/join/by_code.html", form)


@require_safe
def show(request: HttpRequest, token: str) -> HttpResponse:
    """Open to everybody who has the link: into which household, by whom, as what."""
    if GUESSES.reached(request):
        return too_many(request)
    invitation = find_invitation(token)
    if invitation is None:
        GUESSES.count(request)
        return over(request)
    if request.user.is_authenticated and _is_in(request, invitation):
        return go(request, "home:today", code=invitation.household.code)
    if not request.user.is_authenticated:
        request.session[SESSION_KEY] = token
    return render(request, "accounts/join/show.html", {"invitation": invitation, "token": token})


def _is_in(request: HttpRequest, invitation: Invitation) -> bool:
    memberships = getattr(request, "memberships", [])
    return any(one.household_id == invitation.household_id for one in memberships)


def over(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/join/over.html", {"form": JoinForm()}, status=NOT_FOUND)


@login_required
def accept(request: PersonRequest, token: str) -> HttpResponse:
    if request.method != "POST":
        return redirect("accounts:join.show", token=token)
    if GUESSES.reached(request):
        return too_many(request)
    request.session.pop(SESSION_KEY, None)
    invitation = find_invitation(token)
    if invitation is None:
        GUESSES.count(request)
        return over(request)
    try:
        return welcome(request, accept_invitation(invitation, by=request.user))
    except DomainError:
        return over(request)


def welcome(request: PersonRequest, membership: Membership) -> HttpResponse:
    if membership.role == Role.GUEST:
        welcome_guest(request.user)
    messages.success(request, _("Welcome to %(name)s.") % {"name": membership.household.name})
    if request.user.onboarding == Onboarding.INCOMPLETE:
        return go(request, "accounts:onboarding.show")
    return go(request, "home:today", code=membership.household.code)
