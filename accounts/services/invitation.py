from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPException
from uuid import UUID

import structlog
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, Invitation, Membership, User
from accounts.roles import COMMANDS, RUNNERS
from accounts.services.activity import record
from accounts.services.membership import admit, lock_household, require_role
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id

log = structlog.get_logger("kitchen.invitations")


@dataclass(frozen=True)
class Terms:
    """How an invitation lets people in: as what, until when, how many; `email` says whom it is sent to."""

    role: str
    expires_at: datetime
    max_uses: int = 1
    email: str = ""


@dataclass(frozen=True)
class Made:
    """An invitation; `is_new` is False when the same form had made it before."""

    invitation: Invitation
    is_new: bool


@transaction.atomic
def create_invitation(household: Household, terms: Terms, *, by: User, id: UUID | None = None) -> Made:
    """`id` is the form's own: sent twice, it makes one."""
    mine = require_role(lock_household(household), by, RUNNERS)
    if terms.role not in COMMANDS[mine.role]:
        raise DomainError(_("Only the owner can invite an admin."), field="role")
    invitation = Invitation(id=id or new_id(), household=household, created_by=by, **vars(terms))
    try:
        with transaction.atomic():
            invitation.save(force_insert=True)
    except IntegrityError as error:
        found = Invitation.objects.filter(household=household, pk=invitation.pk).first()
        if found is None:
            raise DomainError(_("This could not be saved: open the form again.")) from error
        return Made(found, is_new=False)
    record(household, "invitation.created", by=by, subject=invitation.pk, facts={"role": terms.role})
    return Made(invitation, is_new=True)


@transaction.atomic
def revoke_invitation(invitation: Invitation, *, by: User) -> None:
    """Nobody comes in by it any more. Revoking twice is the same as once."""
    locked = _locked(invitation.household, invitation.pk, by)
    if locked.revoked_at is None:
        locked.revoked_at = timezone.now()
        locked.save(update_fields=["revoked_at"])
        record(locked.household, "invitation.revoked", by=by, subject=locked.pk, facts={"role": locked.role})


@transaction.atomic
def undo_revoking(activity: Activity, by: User) -> None:
    locked = _locked(activity.household, activity.subject, by)
    if locked.expires_at <= timezone.now():
        raise DomainError(_("This invitation has expired: make a new one."))
    locked.revoked_at = None
    locked.save(update_fields=["revoked_at"])


def _locked(household: Household, id: UUID | None, by: User) -> Invitation:
    mine = require_role(lock_household(household), by, RUNNERS)
    locked = Invitation.objects.filter(household=household, pk=id).first() if id else None
    if locked is None:
        raise DomainError(_("This invitation is not there any more."))
    if locked.role not in COMMANDS[mine.role]:
        raise DomainError(_("Only the owner can do this with an invitation for an admin."))
    return locked


@transaction.atomic
def accept_invitation(invitation: Invitation, *, by: User) -> Membership:
    """Join by an invitation, or find that one has joined already. Uses are counted under the lock."""
    household = lock_household(invitation.household)
    if mine := Membership.objects.filter(household=household, user=by).first():
        return mine
    locked = Invitation.objects.filter(pk=invitation.pk).first()
    if locked is None or not locked.is_open:
        raise DomainError(_("This invitation does not let anybody in any more: ask for a new one."))
    locked.uses += 1
    locked.save(update_fields=["uses"])
    membership = admit(household, by, locked.role)
    record(household, "member.joined", by=by, subject=membership.pk, facts={"name": by.called, "role": locked.role})
    return membership


def mail_invitation(invitation: Invitation, *, by: User, link: str) -> None:
    """Send the link to the invitation's address once the invitation is kept."""
    words = {"invitation": invitation, "household": invitation.household, "inviter": by.called, "link": link}
    subject = " ".join(render_to_string("accounts/email/invitation_subject.txt", words).split())
    message = EmailMessage(subject, render_to_string("accounts/email/invitation.txt", words), to=[invitation.email])
    tenancy.on_commit(lambda: _deliver(message))


def _deliver(message: EmailMessage) -> None:
    """A mail server that does not answer takes nothing back: the page shows the link and the code as well."""
    try:
        message.send()
    except (SMTPException, OSError):
        log.exception("an invitation could not be mailed")
