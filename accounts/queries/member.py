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


def members_of(mine: Membership) -> list[MemberLine]:
    """Everybody in the household of the reader's own membership, oldest first."""
    memberships = Membership.objects.filter(household_id=mine.household_id).select_related("user")
    return [
        MemberLine(one, face_of(one), one.pk == mine.pk, one.pk != mine.pk and one.role in COMMANDS[mine.role])
        for one in memberships
    ]
