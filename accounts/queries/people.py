from dataclasses import dataclass
from uuid import UUID

from accounts.models import Household, Membership
from kitchen.tones import tone_of


@dataclass(frozen=True)
class Face:
    """A person as the shell draws them: `tone` is 1 to 6, the same for the same person on every page."""

    id: UUID
    name: str
    initial: str
    tone: int
    role: str


def face_of(membership: Membership) -> Face:
    name = membership.user.called
    return Face(
        id=membership.user_id,
        name=name,
        initial=name[:1].upper(),
        tone=tone_of(membership.user_id),
        role=membership.role,
    )


def people_here(household: Household) -> list[Face]:
    """The members, oldest first."""
    drawn = ("role", "user__name", "user__username", "user__email")
    memberships = Membership.objects.filter(household=household).select_related("user").only(*drawn)
    return [face_of(membership) for membership in memberships]
