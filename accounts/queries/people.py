from dataclasses import dataclass
from uuid import UUID

from accounts.doing import Doing, doings
from accounts.models import Household, Membership
from kitchen.tones import tone_of

# How what somebody is at is called in the rows of a query.
AT = "at_"


@dataclass(frozen=True)
class Face:
    """A person as the shell draws them: `tone` is 1 to 6, the same for the same person on every page. `doing` is what
    they are at just now, where it was asked.
    """

    id: UUID
    name: str
    initial: str
    tone: int
    role: str
    doing: Doing | None = None


def face_of(membership: Membership) -> Face:
    name = membership.user.called
    return Face(
        id=membership.user_id,
        name=name,
        initial=name[:1].upper(),
        tone=tone_of(membership.user_id),
        role=membership.role,
        doing=next((one for name, one in doings if vars(membership).get(AT + name)), None),
    )


def people_here(household: Household) -> list[Face]:
    """The members, oldest first, with what they are at: one query."""
    drawn = ("role", "user__name", "user__username", "user__email")
    memberships = Membership.objects.filter(household=household).select_related("user").only(*drawn)
    at = {AT + name: one.since for name, one in doings}
    return [face_of(membership) for membership in memberships.annotate(**at)]
