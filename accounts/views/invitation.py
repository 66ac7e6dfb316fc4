from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing, say_done
from accounts.doors import RUNNERS, HouseholdRequest, open_to
from accounts.forms.invitation import InvitationForm
from accounts.limits import Limit
from accounts.models import Invitation
from accounts.pictures import qr_picture
from accounts.queries.invitation import InvitationLine, invitation_line, invitations_of
from accounts.services import invitation as invitations
from kitchen.http import go

# More than a house has doors; and our mail server is nobody's bulk mailer.
INVITED = Limit("invitations", 60, 3600)
MAILS = Limit("invitation-mails", 20, 3600)


def found(request: HouseholdRequest, id: UUID) -> InvitationLine:
    kept = request.household.invitations.select_related("created_by", "household")
    return invitation_line(get_object_or_404(kept, pk=id), request.membership)


def link_of(request: HouseholdRequest, invitation: Invitation) -> str:
    return request.build_absolute_uri(reverse("accounts:join.show", args=[invitation.token]))


@open_to(*RUNNERS)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    return render(request, "accounts/invitation/index.html", {"invitations": invitations_of(request.membership)})


@open_to(*RUNNERS)
def create(request: HouseholdRequest) -> HttpResponse:
    form = InvitationForm(posted(request), of=request.membership.role)
    if form.is_valid():
        with refusing(form):
            (MAILS if form.cleaned_data["email"] else INVITED).check(request)
            return _invited(request, form)
    return answer(request, "accounts/invitation/create.html", form)


def _invited(request: HouseholdRequest, form: InvitationForm) -> HttpResponse:
    made = invitations.create_invitation(request.household, form.terms(), by=request.user, id=form.cleaned_data["id"])
    if made.is_new:
        INVITED.count(request)
    if made.is_new and made.invitation.email:
        MAILS.count(request)
        link = link_of(request, made.invitation)
        invitations.mail_invitation(made.invitation, by=request.user, link=link)
        messages.success(request, _("The invitation is on its way to %(email)s.") % {"email": made.invitation.email})
    return go(request, "accounts:invitation.show", code=request.household.code, id=made.invitation.pk)


@open_to(*RUNNERS)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    line = found(request, id)
    link = link_of(request, line.invitation)
    # Who may not give this role may not show the way to it either.
    qr = qr_picture(link) if line.is_open and line.in_my_hands else ""
    return render(request, "accounts/invitation/show.html", {"line": line, "link": link, "qr": qr})


@open_to(*RUNNERS)
def revoke(request: HouseholdRequest, id: UUID) -> HttpResponse:
    line = found(request, id)
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            invitations.revoke_invitation(line.invitation, by=request.user)
            say_done(request, _("Nobody comes in by this invitation any more."), "invitation.revoked", id)
            return go(request, "accounts:invitation.index", code=request.household.code)
    return answer(request, "accounts/invitation/revoke.html", form, line=line)
