import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, Invitation, Membership, Role
from accounts.models.household import CODE_LETTERS
from accounts.roles import COMMANDS
from kitchen import tenancy
from kitchen.tenancy.rules import PERSON

DOOR = "invitation"
# A used-up invitation still leads those it let in to their household: the same click twice is one.
DOOR_SQL = f"""
    SELECT found.household_id, found.id
    FROM (SELECT one.id, one.household_id, one.code, one.token AS link,
            one.revoked_at, one.expires_at, one.uses, one.max_uses FROM accounts_invitation AS one) AS found
    WHERE (found.link = $1 OR found.code = lower($1)) AND (
        (found.revoked_at IS NULL AND found.expires_at > now() AND found.uses < found.max_uses)
        OR EXISTS (
            SELECT FROM accounts_membership AS mine
            WHERE mine.household_id = found.household_id AND mine.user_id = {PERSON}
        )
    )
"""  # noqa: S608  (no word of it is a person's)
GROUP = 5
MOST_LISTED = 200
TOKEN = re.compile(r"[\w-]{10,48}", re.ASCII)


class State(TextChoices):
    OPEN = "open", _("open")
    USED = "used", _("used up")
    EXPIRED = "expired", _("expired")
    REVOKED = "revoked", _("revoked")


TITLES = {
    Role.ADMIN: _("An invitation for an admin"),
    Role.MEMBER: _("An invitation for members"),
    Role.GUEST: _("An invitation for guests"),
}


@dataclass(frozen=True)
class InvitationLine:
    """An invitation as the list shows it; `in_my_hands` as for members."""

    invitation: Invitation
    state: State
    inviter: str
    in_my_hands: bool

    @property
    def title(self) -> Any:
        return TITLES[Role(self.invitation.role)]

    @property
    def state_kind(self) -> str:
        """How a badge shows the state."""
        return "good" if self.is_open else ""

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN


def state_of(invitation: Invitation) -> State:
    if invitation.revoked_at is not None:
        return State.REVOKED
    if invitation.uses >= invitation.max_uses:
        return State.USED
    return State.OPEN if invitation.expires_at > timezone.now() else State.EXPIRED


def open_invitations(household: Household) -> QuerySet[Invitation]:
    return Invitation.objects.open().filter(household=household)


def invitation_line(invitation: Invitation, mine: Membership) -> InvitationLine:
    inviter = invitation.created_by
    return InvitationLine(
        invitation, state_of(invitation), inviter.called if inviter else "", invitation.role in COMMANDS[mine.role]
    )


@dataclass(frozen=True)
class Invitations:
    """Those that let somebody in, and the newest of those that did; newest first."""

    open: list[InvitationLine]
    past: list[InvitationLine]


def invitations_of(mine: Membership) -> Invitations:
    found = Invitation.objects.filter(household_id=mine.household_id).select_related("created_by")
    lines = [invitation_line(one, mine) for one in found[:MOST_LISTED]]
    return Invitations([line for line in lines if line.is_open], [line for line in lines if not line.is_open])


def resolve(token: str) -> tuple[UUID, UUID] | None:
    """Household and invitation that a link's token or a spoken code opens, through the owner's function."""
    if not TOKEN.fullmatch(token):
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT household, object FROM kitchen_resolve(%s, %s)", [DOOR, token])
        row = cursor.fetchone()
    return (row[0], row[1]) if row else None


def find_invitation(token: str) -> Invitation | None:
    """The invitation, with its household in scope from here on."""
    found = resolve(token)
    if found is None:
        return None
    household, id = found
    tenancy.narrow(household)
    return Invitation.objects.select_related("household", "created_by").filter(pk=id).first()


def code_as_kept(typed: str) -> str:
    """A code as somebody types it ("K7MQP 3XW9A") as it is kept ("k7mqp-3xw9a")."""
    letters = "".join(letter for letter in typed.lower() if letter in CODE_LETTERS)
    return f"{letters[:GROUP]}-{letters[GROUP:]}" if len(letters) == 2 * GROUP else ""
