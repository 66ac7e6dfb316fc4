"""For whom something of a conversation is drawn."""

from dataclasses import dataclass
from uuid import UUID

from accounts.models import Membership
from accounts.roles import TABLE


@dataclass(frozen=True)
class Viewer:
    """A person in a household, by their role there."""

    person: UUID
    role: str

    @property
    def at_table(self) -> bool:
        return self.role in TABLE


def viewer_of(membership: Membership) -> Viewer:
    return Viewer(membership.user_id, membership.role)
