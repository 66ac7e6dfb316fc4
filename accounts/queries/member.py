from dataclasses import dataclass

from accounts.models import Membership
from accounts.queries.people import Face, face_of
from accounts.roles import COMMANDS


@dataclass(frozen=True)
class MemberLine:
    """A member as a reader of the list sees them: `in_my_hands` says whether their role is the reader's to change."""

    membership: Membership
    face: Face
    is_me: bool
    in_my_hands: bool


def member_line(one: Membership, mine: Membership) -> MemberLine:
    is_me = one.pk == mine.pk
    return MemberLine(one, face_of(one), is_me, not is_me and one.role in COMMANDS[mine.role])


def members_of(mine: Membership) -> list[MemberLine]:
    """Everybody in the household of the reader's own membership, oldest first."""
    memberships = Membership.objects.filter(household_id=mine.household_id).select_related("user")
    return [member_line(one, mine) for one in memberships]


def heirs_of(mine: Membership) -> list[MemberLine]:
    """To whom the household could be handed over: everybody else who is not a guest."""
    return [line for line in members_of(mine) if not line.is_me and not line.membership.is_guest]
